"""A page of the book as plain data, the same whichever process made it."""

from dataclasses import dataclass, field

from ..messages import Message
from .drawing import Drawing, Glyphs, Matrix


@dataclass(frozen=True)
class FontFace:
    """What a PDF says of a font (ISO 32000-1, 9.8), and which of its file's fonts it is.

    ``ascent`` and ``descent`` are in thousandths of an em; ``index`` is its place in the file,
    ``axes`` and ``weight`` are those of a variable font; ``slant`` is 1 of oblique letters, 2 of
    italics. One that has no outlines is drawn as pictures.
    """

    name: str
    family: str
    flags: int
    ascent: int
    descent: int
    index: int
    axes: dict[str, float]
    weight: int
    slant: int
    has_outlines: bool


@dataclass
class FontUse:
    """What one segment uses of a font.

    ``description`` is what Pango calls it, ``size`` (px) the first it is used in; ``name`` is
    another for every font, ``digest`` that of its file. Of each glyph there are the ``widths``
    and the ``texts``, and of those set upright the ``vertical`` metrics: the width, then what
    ``Face.vertical_metrics`` gives.
    """

    description: str
    size: float
    name: str
    digest: str
    face: FontFace
    widths: dict[int, float] = field(default_factory=dict)
    texts: dict[int, str] = field(default_factory=dict)
    vertical: dict[int, tuple[float, ...]] = field(default_factory=dict)


@dataclass
class Element:
    """An element of the book's XHTML: its ``tag``, and those of its attributes that tags tell."""

    tag: str
    attributes: dict[str, str]


@dataclass
class Node:
    """What of an element is on a page.

    ``element`` is its number in the segment; ``name`` its tag, or that of what a sheet
    adds to it (``li::marker``). ``kids`` are nodes and, as numbers, contents of the page, in
    reading order. ``words`` are those of a link, ``box`` (x, y, x, y) is where a picture stands.
    """

    element: int
    name: str
    kids: list['Node | int'] = field(default_factory=list)
    words: str = ''
    box: tuple[float, ...] = ()


@dataclass
class Link:
    """From ``box`` (x, y, x, y) a link leads to the anchor ``target``, or out of the book.

    ``element`` is its number in the segment.
    """

    is_internal: bool
    target: str
    box: tuple[float, ...]
    element: int


@dataclass
class Bookmark:
    """A heading in the outline, of ``level`` from 1; ``x`` and ``y`` are where it stands."""

    level: int
    label: str
    x: float
    y: float
    is_open: bool


@dataclass
class LineInfo:
    """What was done to a line of text, for the proof.

    ``stage`` is the name of kumihan's, ``amount`` what its spaces grew by, in em; of an
    overfull line, what it is longer by than the measure. Boxes are x, y, x, y: of the
    line, of the last mark where it hangs or lost the space after it, of ruby beyond its base.
    """

    text: str
    stage: str
    amount: float
    band: tuple[float, ...]
    hung: tuple[float, ...] = ()
    solid: tuple[float, ...] = ()
    reaches: tuple[tuple[float, ...], ...] = ()


@dataclass
class Written:
    """What draws a frame in a PDF: the ``operators`` as bytes.

    ``marks`` lists which content of the page each marked content is, in order of their MCIDs.
    """

    operators: bytes
    marks: list[int]


@dataclass
class Frame:
    """What is on a page but for its paper, in its logical space (px), before it is turned.

    ``side``, ``blank``, ``name`` and ``groups`` are WeasyPrint's page type; ``size`` is the
    content area's on the paper, ``origin`` its corner where it was laid out. ``tree`` are
    the nodes of its elements; ``spoken`` tells what contents are copied and read as, where
    that is not their text. ``anchors`` are boxes by name; ``strings`` what the page sets for
    running heads, ``(name, text)`` in order. ``flow`` is how much of the text is on it:
    ``(section id, note id or '', flow units)`` in order (``page_starts``). Where only a PDF is
    made of it, ``written`` may stand in the place of its drawing.
    """

    side: str
    blank: bool
    name: str
    groups: tuple[tuple[str, int], ...]
    size: tuple[float, float]
    origin: tuple[float, float]
    drawing: Drawing = field(default_factory=list)
    tree: list[Node | int] = field(default_factory=list)
    spoken: dict[int, str] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    anchors: dict[str, tuple[float, ...]] = field(default_factory=dict)
    bookmarks: list[Bookmark] = field(default_factory=list)
    strings: list[tuple[str, str]] = field(default_factory=list)
    flow: list[tuple[str, str, int]] = field(default_factory=list)
    lines: list[LineInfo] = field(default_factory=list)
    written: Written | None = None

    def drawn(self) -> Drawing:
        """Its drawing. Raises ``ValueError`` where it is written alone."""
        if self.written:
            raise ValueError('this frame is written, for a PDF alone')
        return self.drawing

    def bare(self) -> 'Frame':
        """All that says how its paper is, and no more."""
        return Frame(
            self.side,
            self.blank,
            self.name,
            self.groups,
            self.size,
            self.origin,
            strings=self.strings,
        )


@dataclass
class Segment:
    """The frames of one segment, and the ``fonts`` and ``elements`` they call by number.

    ``before`` and ``after`` are the break values where it meets its neighbours,
    ``first_name`` and ``last_name`` the pages' names there. ``one_side`` is true where the
    pages would be others if the first were on the other side. ``missing`` are the
    characters that no font has, ``fetched`` the files of the book it took in, as
    ``BookFetcher`` tells of them. Frames that are written call operands of the operators
    ``called`` by name, and have the glyphs ``drawn``: number of a font, whether they are
    vertical, glyphs.
    """

    frames: list[Frame]
    fonts: list[FontUse]
    elements: list[Element]
    before: list[str]
    after: list[str]
    first_name: str
    last_name: str
    one_side: bool
    warnings: list[Message] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    fetched: dict[str, str] = field(default_factory=dict)
    called: Drawing = field(default_factory=list)
    drawn: list[tuple[int, bool, Glyphs]] = field(default_factory=list)


@dataclass
class Paper:
    """What is on a page around its content: ``before`` the background, ``after`` the margins.

    ``width``, ``height`` and ``bleed`` (by side) are in px; ``turn`` is the matrix from the
    logical space of the content to the paper. ``ground`` is ``before`` without the marks of a
    printer that its own sheet asks for (CSS Paged Media §8.2).
    """

    width: float
    height: float
    bleed: dict[str, float]
    turn: Matrix
    before: Drawing
    after: Drawing
    ground: Drawing


@dataclass
class Papers:
    """The ``Paper`` of every page of a segment, and the ``fonts`` they call by number.

    ``fetched`` is as of a ``Segment``.
    """

    papers: list[Paper]
    fonts: list[FontUse]
    fetched: dict[str, str] = field(default_factory=dict)


@dataclass
class PlacedFrame:
    """A frame in its place in the book: on ``side`` (``left``, ``right``), of ``segment``.

    ``number`` is that of the segment.
    """

    frame: Frame
    side: str
    segment: Segment
    number: int


@dataclass
class BookPage(PlacedFrame):
    """A page of the book: a frame in its place, and its paper, whose texts are of ``fonts``."""

    paper: Paper
    fonts: list[FontUse]
