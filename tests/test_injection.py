"""Whatever names and texts a book has, the pages the press writes of it have no other markup."""

import re
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest
import tinycss2
import yaml
from lxml import etree, html
from PIL import Image

from tategumi.cleaning import record_html
from tategumi.cleaning.record import (
    Change,
    CleaningRecord,
    LineRecord,
    SeedRecord,
    Suspicion,
)
from tategumi.cli import main
from tategumi.document.sheets import print_sheets
from tategumi.kumihan.ladder import Stage
from tategumi.library.outcome import Outcome
from tategumi.library.table import library_html
from tategumi.proof.index import Counts, index_html
from tategumi.settings import load_settings

STYLES = Path(__file__).parents[1] / 'styles'

SEED = '港の{0}灯\n\n灯台の{0}話をしよう。\n\n船に{0}乗る\n\n消えた{0}。」\n\n岸に{0}立つので、\n'

RULE = {
    'name': 'harbour-button',
    'where': 'anywhere',
    'does': 'drop',
}

#: Each means harm where it is put as it is: into elements, attributes, sheets, XML.
HARM = [
    '<meta http-equiv=refresh content="0;url=//evil.example">',
    '</style><script>alert(1)</script>',
    '"><b onclick=alert(1)>',
    "' onmouseover='alert(1)",
    '*/ } body { display: none } @import "//evil.example"; /*',
    '\\',
    '&lt;b&gt;&x;<?x?>]]><!--',
]


def write(root, harm, name_harm):
    """A book in ``root`` that has ``harm`` wherever an editor or a site may put text."""
    rule = {
        **RULE,
        'line': re.escape(f'船に{harm}乗る'),
        'why': f'釦{harm}',
        'examples': [f'船に{harm}乗る'],
        'near_misses': [f'船{harm}'],
    }
    text = f'題{harm}'
    book = {
        'slug': 'book',
        'cover': 'cover.png',
        'epub': {'page_list': False},
        'contents_depth': 3,
        **dict.fromkeys(
            (
                'title',
                'title_reading',
                'title_romanized',
                'subtitle',
                'publisher',
                'publisher_reading',
                'rights',
                'description',
                'certified_by',
                'source',
                'identifier',
            ),
            text,
        ),
        'creators': [{'name': text, 'role': 'aut', 'reading': text, 'romanized': text}],
        'credits': [{'label': text, 'text': text}],
        'series': {'title': text, 'reading': text, 'number': 3},
        'subjects': [text],
        'fonts': {'serif': [text, 'Noto Serif CJK JP'], 'sans': [text, 'Noto Sans CJK JP']},
        'replace': [{'find': '話', 'by': f'話{harm}'}],
    }
    for path, content in {
        f'seeds/{name_harm}.txt': SEED.format(harm),
        'book/rules/own.yaml': yaml.safe_dump([rule], allow_unicode=True),
        'book/book.yaml': yaml.safe_dump(book, allow_unicode=True),
    }.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(content, encoding='utf-8')
    Image.new('L', (16, 24), 200).save(root / 'book' / 'cover.png')


def markup(page):
    """The elements of a page with the names of their attributes, and the rules of its sheets."""
    tree = html.document_fromstring(page)
    elements = {(node.tag, *sorted(node.keys())) for node in tree.iter()}
    return elements | {rule for node in tree.iter('style') for rule in _rules(node.text)}


def _rules(css):
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return {(rule.type, getattr(rule, 'lower_at_keyword', '')) for rule in rules}


def files(folder, harm):
    """What every page and sheet of such a book is made of, by name."""
    as_name = harm.replace('/', '／')
    root = folder / f'書架{as_name}'
    write(root, harm, f'稿{as_name}')
    assert main(['epub', '--root', str(root)]) == 0
    outcome = Outcome('made', f'題{harm}', 1, 1, (f'dist/{as_name}.pdf',), (f'a{harm}',))
    failed = Outcome('failed', fault=f'x{harm}')
    line = SimpleNamespace(amount=0.5, stage=Stage.OVERFULL, text=f'行{harm}')
    found = {
        'cleaning': markup((root / 'dist' / 'cleaning.html').read_bytes()),
        'library': markup(library_html({root: outcome, root / 'b': failed}, folder)),
        'proof': markup(index_html(f'題{harm}', Counts(), [('001.png', (9, 9), [line])])),
    }
    found |= {
        f'pdf {number}': _rules(sheet)
        for number, sheet in enumerate(print_sheets(load_settings(root), STYLES))
    }
    with zipfile.ZipFile(root / 'dist' / 'book.epub') as archive:
        for name in archive.namelist():
            if name.endswith('.css'):
                found[name] = _rules(archive.read(name).decode())
            elif name.endswith(('.opf', '.ncx', '.xhtml')):
                made = etree.fromstring(archive.read(name))
                found[name] = {(node.tag, *sorted(node.keys())) for node in made.iter()}
    return found


@pytest.fixture(scope='module')
def harmless(tmp_path_factory):
    """With what looks amiss to cleaning, is changed by it, and is set in spans."""
    return files(tmp_path_factory.mktemp('harmless'), '（<i>(12)"&lt;波')


@pytest.mark.parametrize('harm', HARM)
def test_no_text_becomes_markup(tmp_path, harmless, harm):
    found = files(tmp_path, harm)
    assert set(found) == set(harmless)
    for name, seen in found.items():
        assert seen <= harmless[name], name


@pytest.mark.parametrize('harm', HARM)
def test_no_name_of_a_rule_becomes_markup(harm):
    def page(name):
        changes = (Change.between(name, '港', '波'),)
        suspicions = (Suspicion(name, name, name),)
        line = LineRecord(1, '港', '', 'suspect', name, name, name, changes, suspicions)
        return markup(record_html(CleaningRecord((SeedRecord(name, name, (line,)),))))

    assert page(harm) == page('name')
