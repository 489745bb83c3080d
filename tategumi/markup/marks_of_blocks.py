"""Lines such as ``{: .caption }`` below a paragraph, which say what it is."""

import re
import xml.etree.ElementTree as etree
from typing import cast

from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.core import Markdown

from ..indents import is_indent
from ..lazy import lazy_pattern
from ..messages import Message
from .fault import Remark
from .pieces import kind_of


def register(md: Markdown, remarks: list[Remark]) -> None:
    """Teach ``md`` (a ``markdown.Markdown``) the marks; ``remarks`` tell of those it knows not."""
    parser = md.parser
    parser.blockprocessors.register(_ClassProcessor(parser), 'class', 77)
    parser.blockprocessors.register(_UnknownProcessor(parser, remarks), 'unknown-mark', 75.5)


def anchor_of(attributes: str) -> str:
    """The name in ``attributes`` (``#port .wide``) by which links call an element, or ``''``."""
    match = _ANCHOR.search(attributes)
    return match[1] if match else ''


class _ClassProcessor(BlockProcessor):
    """A paragraph below which ``{: .caption }``, ``{: .apart }``, ``{: .line-end-2 }`` stands.

    Or ``{: .center }``, ``{: .evenly }``, ``{: .subtitle }``, ``{: .run-in }``.
    """

    _RE = lazy_pattern(
        r'\n[ ]*\{:[ ]*\.(apart|caption|center|evenly|subtitle|run-in|line-end(?:-([0-9]+))?)'
        r'[ ]*\}'
        r'[ ]*(?:\n|$)'
    )

    def test(self, parent: etree.Element, block: str) -> bool:
        match = self._RE.search(block)
        return (
            match is not None
            and match[1].partition('-')[0] in _OF_KIND[kind_of(block)]
            and (not match[2] or is_indent(f'raised-{match[2]}'))
            and not _ANY.match(block)
        )

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        block = blocks.pop(0)
        # ``test`` has found it.
        match = cast(re.Match, self._RE.search(block))
        kind = match[1].replace('line-end-', 'line-end raised-')
        if match.end() < len(block):
            blocks.insert(0, block[match.end() :])
        above = block[: match.start()].strip('\n')
        what = kind_of(block)
        if what != 'text' and kind != 'subtitle':
            place = len(parent)
            self.parser.parseBlocks(parent, [above])
            for made in parent[place:] if kind != 'apart' else ():
                for node in made.iter('p') if what == 'quote' else [made]:
                    node.set('class', kind)
            return
        if kind == 'caption':
            picture, _, below = above.partition('\n')
            if below and _PICTURE.fullmatch(picture):
                self.parser.parseBlocks(parent, [picture])
                above = below
            paragraph = etree.SubElement(parent, 'p')
            paragraph.text = '  \n'.join(line.strip() for line in above.split('\n'))
            paragraph.set('class', kind)
            return
        if kind == 'subtitle' and above.startswith('#'):
            # The heading stands right above it.
            heading, _, above = above.partition('\n')
            self.parser.parseBlocks(parent, [heading])
        if kind in ('center', 'evenly', 'subtitle') or kind.startswith('line-end'):
            # Each line by itself, as those of who signs a text stand at the line end.
            for line in above.split('\n'):
                etree.SubElement(parent, 'p', {'class': kind}).text = line.strip()
            return
        place = len(parent)
        self.parser.parseBlocks(parent, [above])
        if len(parent) > place and parent[place].tag == 'p':
            parent[place].set('class', kind)


class _UnknownProcessor(BlockProcessor):
    """A mark that nothing takes is not printed."""

    def __init__(self, parser: BlockParser, remarks: list[Remark]) -> None:
        super().__init__(parser)
        self._remarks = remarks

    def test(self, parent: etree.Element, block: str) -> bool:
        # Of a heading the mark may be that of a part.
        return kind_of(block) != 'heading' and bool(_ANY.search(block))

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        block = blocks.pop(0)
        # ``test`` has found it.
        match = cast(re.Match, _ANY.search(block))
        mark = match[0].strip()
        above, below = block[: match.start()].rstrip('\n'), block[match.end() :].removeprefix('\n')
        if _NAME.fullmatch(mark) and (above.strip() or len(parent)):
            # What is above it is called so by links.
            self.parser.parseBlocks(parent, [above] if above.strip() else [])
            for made in parent[-1:]:
                made.set('anchor', made.get('anchor') or anchor_of(mark))
            above = ''
        else:
            message = Message('{mark} marks nothing here and is left out', mark=mark)
            self._remarks.append(Remark((mark,), message))
        blocks[:0] = [part for part in (above, below) if part.strip()]


#: A picture alone on its line.
_PICTURE = lazy_pattern(r'[ 　]*!\[[^\[\]]*\]\((?:<[^<>\n]*>|[^()\n]*)\)[ 　]*')
_NAME = lazy_pattern(r'\{:?[ ]*#[A-Za-z][0-9A-Za-z_:-]*[ ]*\}')
_ANCHOR = lazy_pattern(r'#([A-Za-z][0-9A-Za-z_:-]*)')
#: What a mark may say of a block, by what that is.
_OF_KIND = {
    **dict.fromkeys(
        ('text', 'rule'), ('apart', 'caption', 'center', 'evenly', 'line', 'subtitle')
    ),
    'heading': ('center', 'run', 'subtitle'),
    # A line is left empty before these as they are.
    'quote': ('apart', 'center', 'evenly', 'line'),
    **dict.fromkeys(('list', 'table', 'definition'), ('apart',)),
}

#: Of ASCII alone: what is more is an author's words.
_ANY = lazy_pattern(
    r'^[ ]*\{:[ -z|~]*\}[ ]*$|^[ ]*\{[ ]*[.#][A-Za-z][ -z|~]*\}[ ]*$', re.MULTILINE
)
