"""What the docs for contributors name is where they say it is."""

import re
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
PAGES = ['CONTRIBUTING.md', 'docs/architecture.md', 'README.md']

#: A path as prose names it: with a folder, and with an end or a slash behind it.
PATH = re.compile(r'[\w.-]+(?:/[\w.*-]+)*/(?:[\w*-]+(?:\.\w+)+)?')


def named(page):
    """The paths in code spans of a page, as they are written there."""
    text = (PROJECT / page).read_text(encoding='utf-8')
    spans = re.findall(r'(?<!`)`([^`\n]+)`(?!`)', text)
    return sorted({span for span in spans if PATH.fullmatch(span)})


def is_made_by_the_press(path):
    return path.startswith(('dist/', 'book/', 'pictures/', 'seeds/', 'proof/', '.cache/'))


@pytest.mark.parametrize('page', PAGES)
def test_every_path_that_a_page_names_is_there(page):
    paths = [path for path in named(page) if not is_made_by_the_press(path)]
    assert paths
    # In a table of rooms a path is told as the room's own.
    places = (PROJECT, PROJECT / 'tategumi')
    assert not [path for path in paths if not any([*place.glob(path)] for place in places)]


def test_every_room_is_told_of():
    told = re.findall(r'`(\w+)`', (PROJECT / 'docs/architecture.md').read_text(encoding='utf-8'))
    rooms = {path.parent.name for path in (PROJECT / 'tategumi').glob('*/__init__.py')}
    assert rooms and rooms <= set(told)
