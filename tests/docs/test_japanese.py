"""What the docs in Japanese tell is so."""

import re
from pathlib import Path

import pytest

from tategumi.commands import COMMANDS
from tategumi.indents import is_jidori
from tategumi.manuscript import Chapter
from tategumi.manuscript.merge import OURS
from tategumi.markup import mark_up
from tategumi.page.papers import PAPERS
from tategumi.settings import Settings, load_settings
from tategumi.spans import SPANS

PROJECT = Path(__file__).parents[2]
PAGES = sorted(path.relative_to(PROJECT).as_posix() for path in PROJECT.glob('docs/*.ja.md'))
PAGES.append('README.ja.md')


def text_of(page):
    return (PROJECT / page).read_text(encoding='utf-8')


@pytest.mark.parametrize('page', PAGES)
def test_its_links_lead_somewhere(page):
    links = re.findall(
        r'\]\(([^)#]+?)(?:#[^)]*)?\)', re.sub(r'`[^`\n]*`|^    .*$', '', text_of(page), flags=re.M)
    )
    inside = [link for link in links if not link.startswith('https:')]
    assert inside
    for link in inside:
        assert ((PROJECT / page).parent / link).exists(), link


@pytest.mark.parametrize('page', PAGES)
def test_it_and_the_english_page_name_each_other(page):
    other = page.replace('.ja.md', '.md')
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
