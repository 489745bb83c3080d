"""What the docs in Japanese tell is so, and those that translate a page have all of it."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from tategumi.commands import COMMANDS
from tategumi.indents import is_jidori
from tategumi.manuscript import Chapter
from tategumi.manuscript.merge import OURS
from tategumi.markup import mark_up
from tategumi.messages import SLOT
from tategumi.page.papers import PAPERS
from tategumi.settings import Settings, load_settings
from tategumi.spans import SPANS

PROJECT = Path(__file__).parents[2]
PAGES = sorted(path.relative_to(PROJECT).as_posix() for path in PROJECT.glob('docs/*.ja.md'))
PAGES.append('README.ja.md')
#: Those that are shorter than the English page, or arranged otherwise.
OWN = ('README', 'cleaning', 'desk', 'epub', 'install', 'manuscript', 'page', 'stores')
TRANSLATED = [page for page in PAGES if Path(page).name.split('.')[0] not in OWN]

#: A message as a page quotes it: its place, what ``check`` says of it, its words.
QUOTED = re.compile(
    r'(?:book|dist|seeds)/\S+: (?:\d+頁: )?(?:(?:誤り|注意) [\w-]+: )?(.*[ぁ-ん].*)'
)


def text_of(page):
    return (PROJECT / page).read_text(encoding='utf-8')


def english(page):
    return page.replace('.ja.md', '.md')


def headings(text):
    """The level of each heading, and its words."""
    text = re.sub(r'^```.*?^```$', '', text, flags=re.M | re.S)
    return re.findall(r'^(#+) (.*)$', text, re.M)


def samples(text):
    """The lines of each sample of code, without comments."""
    blocks = re.findall(
        r'^```\w*\n(?:.*\n)*?```$|(?:^    .*\n)(?:^    .*\n|^\n(?=    ))*', text, re.M
    )
    return [
        [
            line
            for each in block.splitlines()
            if (line := re.sub('(?: +|^)# .*', '', each).rstrip())
        ]
        for block in blocks
    ]


def quoted(text):
    """The messages that a page quotes; one that goes on ends with …"""
    lines = [line for sample in samples(text) for line in sample]
    return [match[1] for line in lines if (match := QUOTED.match(line.strip()))]


def anchor(heading):
    """The anchor that GitHub gives a heading."""
    return re.sub(r'[^\w\- ]', '', heading.strip().lower()).replace(' ', '-')


@pytest.mark.parametrize('page', PAGES)
def test_its_links_lead_somewhere(page):
    links = re.findall(
        r'\]\(([^)#]*?)(?:#([^)]*))?\)',
        re.sub(r'`[^`\n]*`|^    .*$', '', text_of(page), flags=re.M),
    )
    inside = [link for link in links if not link[0].startswith('https:')]
    assert inside
    for file, place in inside:
        path = (PROJECT / page).parent / file if file else PROJECT / page
        assert path.exists(), file
        if place:
            there = [anchor(words) for _, words in headings(path.read_text(encoding='utf-8'))]
            assert place in there, (file, place)


@pytest.mark.parametrize('page', PAGES)
def test_its_strong_words_and_its_code_are_shown_as_such(page):
    """``**`` neither opens before a mark nor closes behind one in the midst of Japanese text
    (CommonMark §6.2), and what is indented below a list is text of its last item (§5.2)."""
    text = re.sub(r'`[^`\n]*`', 'code', text_of(page))
    prose = re.sub(r'^    .*$', '', text, flags=re.M)
    for strong in re.finditer(r'(.?)\*\*([^*]+)\*\*(.?)', prose, re.S):
        before, words, behind = strong.groups()
        assert re.match(r'\w', words) or not re.match(r'\w', before), strong[0]
        assert re.search(r'\w$', words) or not re.match(r'\w', behind), strong[0]
    assert not re.search(r'^(?:- |\d+\. ).*\n(?: +\S.*\n)*\n    ', text, re.M)


@pytest.mark.parametrize('page', PAGES)
def test_it_leads_to_no_english_page_that_is_there_in_japanese(page):
    links = re.findall(r'\]\(([^)#:]+\.md)', text_of(page))
    others = [link for link in links if link != Path(english(page)).name]
    assert not [
        link
        for link in others
        if not link.endswith('.ja.md')
        and ((PROJECT / page).parent / link.replace('.md', '.ja.md')).exists()
    ]


@pytest.mark.parametrize('page', TRANSLATED)
def test_a_translated_page_has_the_headings_pictures_and_tables_of_the_other(page):
    def shape(text):
        tables = re.findall(r'^\|(?: --- \|)+$', text, re.M)
        return (
            [level for level, _ in headings(text)],
            re.findall(r'!\[[^]]*\]\(([^)]*)\)', text),
            [line.count('|') for line in tables],
            len(re.findall(r'^\|', text, re.M)),
            text.count('<!-- example -->'),
        )

    assert shape(text_of(page)) == shape(text_of(english(page)))


@pytest.mark.parametrize('page', TRANSLATED)
def test_a_translated_page_has_the_samples_of_the_other(page):
    here, there = samples(text_of(page)), samples(text_of(english(page)))
    assert len(here) == len(there)
    for one, other in zip(here, there):
        assert one == other or QUOTED.match(one[0].strip()), one


@pytest.mark.parametrize('page', PAGES)
def test_the_messages_it_quotes_are_those_of_the_press(page):
    with (PROJECT / 'tategumi/language/ja.po').open('rb') as file:
        templates = [entry.string for entry in read_po(file) if entry.id]
    for words in quoted(text_of(page)):
        assert any(is_said_by(template, words) for template in templates), words


def is_said_by(template, words):
    """Whether ``template``, with anything in its slots, gives ``words``, or what … stands for."""
    text, rest = SLOT.split(template)[::3], words
    is_cut_off, shown = words.endswith('…'), 0
    if not words.startswith(text[0]):
        return False
    for part in filter(None, text):
        _, found, behind = rest.partition(part)
        if not found:
            break
        rest, shown = behind, shown + len(part)
    else:
        is_cut_off = not rest or not text[-1]
    return is_cut_off and shown >= 5


@pytest.mark.parametrize('page', PAGES)
def test_it_and_the_english_page_name_each_other(page):
    other = english(page)
    assert f']({Path(other).name})' in text_of(page)
    assert f']({Path(page).name})' in text_of(other)


@pytest.mark.parametrize('page', PAGES)
def test_the_commands_it_names_are_there(page):
    named = {name for name in re.findall(r'`tategumi ([a-z]+)', text_of(page))}
    assert named <= set(COMMANDS)


def test_the_table_of_papers_has_their_figures():
    rows = re.findall(r'^\| `(\w+)` \| (\S+) \| (.*) \|$', text_of('docs/page.ja.md'), re.M)
    told = {
        name: (label, [float(figure) for figure in re.findall(r'[\d.]+', rest)])
        for name, label, rest in rows
        if name in PAPERS
    }
    assert told == {
        name: (
            page.label,
            [
                *(page.width, page.height, page.character_size),
                *(page.characters, page.lines, page.line_gap),
            ],
        )
        for name, page in PAPERS.items()
    }


@pytest.mark.parametrize('page', ['docs/page.ja.md', 'docs/epub.ja.md'])
def test_its_examples_are_settings(page, tmp_path):
    (tmp_path / 'book').mkdir()
    examples = [line[4:] for line in text_of(page).splitlines() if line.startswith('    ')]
    (tmp_path / 'book' / 'book.yaml').write_text('\n'.join(examples), encoding='utf-8')
    assert load_settings(tmp_path) != Settings(tmp_path)


def test_the_example_of_a_chapter_is_marked_up_as_it_says(tmp_path):
    section = text_of('docs/manuscript.ja.md').split('\n## ')[1]
    text = '\n'.join(
        line[4:] for line in section.splitlines() if line.startswith('    ') or not line
    )
    marked = mark_up(Chapter(tmp_path / '01.md', 1, text), Settings(tmp_path))
    assert [heading.title for heading in marked.headings] == ['灯台守', '霧の夜']
    for part in ('<ruby>', 'class="tcy"', 'doc-noteref', '<em'):
        assert part in marked.xhtml, part
    assert not marked.warnings


def test_the_names_of_notation_are_those_of_the_press():
    named = set(re.findall(r'\]\{\.([a-z0-9-]+)', text_of('docs/manuscript.ja.md')))
    assert named and all(name in SPANS or is_jidori(name) for name in named)


def test_the_marks_of_a_conflict_are_those_that_the_press_writes():
    assert OURS in text_of('docs/cleaning.ja.md')
