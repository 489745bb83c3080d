"""Manuscript text marked up without files."""

from pathlib import Path

import pytest
from lxml import etree

from tategumi.manuscript import Chapter
from tategumi.markup import mark_up
from tategumi.settings import HouseStyle, Settings


class Desk:
    """A book folder at ``root`` whose chapters are marked up from strings."""

    def __init__(self, root):
        self.root = root
        self.folder = root / 'book' / 'chapters'

    def chapter(self, text, name='00-章.md', writing='vertical', line_ends='auto', **house_style):
        """``text`` as a ``MarkedChapter``, readings as they are typed unless told otherwise."""
        settings = Settings(
            root=self.root,
            writing=writing,
            line_ends=line_ends,
            house_style=HouseStyle(**{'group_ruby': 'whole', **house_style}),
        )
        return mark_up(Chapter(self.folder / name, 0, text), settings)

    def section(self, text, **house_style):
        """``text`` as an element."""
        return self.chapter(text, **house_style).section

    def inner(self, text, **house_style):
        """What is in the first block of ``text``, without namespaces."""
        block = self.section(text, **house_style)[0]
        etree.cleanup_namespaces(block)
        written = etree.tostring(block, encoding='unicode', with_tail=False)
        return written[written.index('>') + 1 : written.rindex('</')]


@pytest.fixture
def desk(tmp_path):
    return Desk(tmp_path)


@pytest.fixture(scope='session')
def bare_desk():
    """A desk for properties, which never look at a file."""
    return Desk(Path('no-such-folder'))
