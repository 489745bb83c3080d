"""Whatever stands in a sheet, it is read as CSS that takes in nothing else, or refused by name."""

import re
import tempfile
from pathlib import Path

import tinycss2
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from tategumi.errors import BadInput
from tategumi.settings import Settings
from tategumi.sheets import read_sheets
from tategumi.sheets.bounds import walk
from tategumi.sheets.files import url_of

PARTS = st.sampled_from(
    [
        *'{}()[];:,@"\'\\#.&*/! \n\0',
        '/*',
        '*/',
        '<!--',
        '-->',
        'p',
        '--a',
        'var(--a)',
        'var(--a) ' * 50,
        'url(',
        'url(a.png)',
        'url("a.png")',
        'url(http://evil.example/)',
        '"http://evil.example/"',
        '//evil.example',
        'image-set(',
        'src(',
        '@import ',
        '@import "b.css";',
        '@import url(b.css) print;',
        '@media print {',
        '@page {',
        '@top-left {',
        '@font-face { src: ',
        '@namespace ',
        '@charset "utf-8";',
        'background: ',
        'columns: ',
        'content: ',
        '99999999',
        '1e999px',
        'calc(',
        ':not(',
        ':is(',
        '\\75rl(',
        '\\',
        '港',
        'data:image/svg+xml,',
        '\ufeff',
        '}' * 20,
        '{' * 20,
        '(' * 20,
    ]
)
SHEETS = st.lists(PARTS | st.text(max_size=3), max_size=30).map(''.join)


@settings(max_examples=300, deadline=None)
@given(SHEETS, SHEETS)
def test_whatever_it_says_it_takes_in_nothing_from_elsewhere(css, other):
    with tempfile.TemporaryDirectory() as folder:
        styles = Path(folder) / 'styles'
        styles.mkdir()
        Image.new('L', (2, 2)).save(styles / 'a.png')
        for name, text in (('pdf.css', css), ('b.css', other)):
            (styles / name).write_text(text, 'utf-8', 'replace')
        try:
            read = read_sheets(Settings(root=Path(folder)), Path(folder), ['pdf.css'])['pdf.css']
        except BadInput as error:
            assert Path(error.place.file).parent == styles
            assert len(str(error).splitlines()) == 1
            return
    rules = tinycss2.parse_stylesheet(read, skip_comments=True, skip_whitespace=True)
    for rule in rules:
        if rule.type == 'error' or getattr(rule, 'lower_at_keyword', '') == 'namespace':
            continue
        assert getattr(rule, 'lower_at_keyword', '') != 'import'
        for token in walk([*rule.prelude, *(rule.content or [])]):
            address = url_of(token)
            assert address is None or re.match(r'#|file:///styles/a\.png$', address)
