"""The page says the same in each language, and holds nobody's markup."""

import hashlib
import re
from importlib import resources
from pathlib import Path

import pytest

from tategumi.desk import serve
from tategumi.desk.page import LANGUAGES, index_page, language_of, static_file, strings
from tategumi.errors import BadInput

STATIC = Path(str(resources.files('tategumi.desk'))) / 'static'
SCRIPTS = [path for path in sorted(STATIC.glob('*.js')) if path.name != 'codemirror.js']


@pytest.mark.parametrize('language', LANGUAGES)
def test_each_language_says_everything_with_the_same_values(language):
    own, first = strings(language), strings(LANGUAGES[0])
    assert [*own] == [*first]
    for name, text in own.items():
        slots = [sorted(re.findall(r'\{\w+\}', each)) for each in (text, first[name])]
        assert slots[0] == slots[1]


def test_what_the_scripts_say_is_there():
    named = set()
    for path in SCRIPTS:
        text = path.read_text(encoding='utf-8')
        named |= set(re.findall(r'\b(?:say|button)\(\s*"([\w-]+)"', text))
    assert len(named) > 20 and named <= strings('ja').keys()
    template = (STATIC / 'index.html').read_text(encoding='utf-8')
    fixed = {'lang', 'nonce', 'folder', 'strings'}
    assert set(re.findall(r'\{\{([\w-]+)\}\}', template)) <= strings('ja').keys() | fixed


def test_nothing_that_is_said_goes_unused():
    source = (STATIC / 'index.html').read_text(encoding='utf-8')
    source += ''.join(path.read_text(encoding='utf-8') for path in SCRIPTS)
    source += ''.join(path.read_text(encoding='utf-8') for path in STATIC.parent.glob('*.py'))
    made = re.compile(r'(?:fate|decided|label)-')
    unused = [
        name
        for name in strings('ja')
        if not made.match(name) and not re.search(rf'["\'{{]{name}["\'}}]', source)
    ]
    assert not unused


@pytest.mark.parametrize(
    ('asked', 'language'),
    [
        ('', 'ja'),
        ('ja-JP,ja;q=0.9,en;q=0.8', 'ja'),
        ('en-US,en;q=0.9', 'en'),
        ('en;q=0.3, ja;q=0.9', 'ja'),
        ('fr, de;q=0.8', 'ja'),
        ('fr, en;q=0.2', 'en'),
        ('en', 'en'),
        (';;;q=x, en;q=1.1.1', 'en'),
    ],
)
def test_the_language_is_the_one_that_is_asked_for(asked, language):
    assert language_of(asked) == language
    assert f'<html lang="{language}">' in index_page(language, 'n', 'book')


def test_the_name_of_a_folder_is_no_markup():
    page = index_page('ja', 'n', '"><script>alert(1)</script>')
    assert '<script>alert' not in page


@pytest.mark.parametrize('path', SCRIPTS, ids=lambda path: path.name)
def test_text_never_becomes_markup(path):
    text = path.read_text(encoding='utf-8')
    assert not re.search(
        r'innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|DOMParser',
        text,
    )


def test_files_of_the_page_alone_are_served():
    assert static_file('desk.js')[1] == 'text/javascript'
    for name in ('strings.ja.json', 'index.html', '../page.py', 'codemirror.sha256', ''):
        assert static_file(name) is None


def test_the_editor_is_the_one_that_was_made():
    told = (STATIC / 'codemirror.sha256').read_text(encoding='utf-8').split()
    for digest, name in zip(told[::2], told[1::2]):
        assert hashlib.sha256((STATIC / name).read_bytes()).hexdigest() == digest
    licences = (STATIC / 'codemirror.licences.txt').read_text(encoding='utf-8')
    lock = (STATIC.parents[2] / 'setup' / 'editor' / 'package.json').read_text(encoding='utf-8')
    for name, version in re.findall(r'"(@(?:codemirror|lezer)/[\w-]+)": "([\d.]+)"', lock):
        assert f'{name} {version} (MIT)' in licences


def test_a_folder_without_a_book_has_no_desk(tmp_path):
    (tmp_path / '港.txt').write_text('港の灯。', encoding='utf-8')
    with pytest.raises(BadInput, match='neither seeds/ nor book/'):
        serve(tmp_path, with_browser=False)
    assert [path.name for path in tmp_path.iterdir()] == ['港.txt']
