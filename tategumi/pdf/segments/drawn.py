"""A segment of the book as drawn: plain data, the same whichever process drew it.

Of WeasyPrint's own there are only bare boxes (``tagged``) and pydyf's objects.
"""

from dataclasses import dataclass, field, replace


@dataclass
class DrawnFont:
    """What one segment uses of a font.

    ``description`` is what Pango calls it, ``size`` (px) the first it is used in;
    ``name`` is the PDF's resource, ``digest`` that of the font's file. ``widths``,
    ``to_unicode`` and ``missing`` are WeasyPrint's; ``vertical`` the metrics of
    the upright glyphs, as ``Drawer.metrics`` gives them.
    """

    description: str
    size: float
    name: str
    digest: str
    widths: dict
    to_unicode: dict
    missing: dict
    vertical: dict


@dataclass
class Resources:
    """What content streams name: ``fonts``, graphics ``states``, ``images`` as PDF objects.

    ``shared`` is false where there is more that cannot be told apart from what
    other segments call by the same name.
    """

    fonts: list
    states: dict
    images: dict
    shared: bool


@dataclass
class DrawnPage:
    """The content area of a page, in its logical space (px), before it is turned.

    ``side``, ``blank``, ``name`` and ``groups`` are WeasyPrint's page type;
    ``size`` is the content area's on the paper, ``origin`` its corner where it was
    laid out. ``content`` are PDF operators;
    ``tagged`` the bare boxes of it and ``marks`` the marked content of each.
    ``strings`` are what the page sets for running heads: ``(name, text)`` in
    order. ``links``, ``anchors`` and ``bookmarks`` are WeasyPrint's. Where pages are
    counted alone (``counting``), ``flow`` (``page_starts.Flow``) is left of ``tagged``.
    """

    side: str
    blank: bool
    name: str
    groups: tuple
    size: tuple
    origin: tuple
    content: bytes = b''
    links: list = field(default_factory=list)
    anchors: dict = field(default_factory=dict)
    bookmarks: list = field(default_factory=list)
    tagged: list = field(default_factory=list)
    marks: dict = field(default_factory=dict)
    strings: list = field(default_factory=list)
    flow: list = field(default_factory=list)

    def without_content(self):
        """All that says how its paper is, and no more."""
        return replace(
            self,
            content=b'',
            links=[],
            anchors={},
            bookmarks=[],
            tagged=[],
            marks={},
            flow=[],
        )


@dataclass
class DrawnSegment:
    """The pages of one segment.

    ``before`` and ``after`` are the break values where it meets its neighbours,
    ``first_name`` and ``last_name`` the pages' names there. ``one_side`` is true
    where the pages would be others if the first were on the other side.
    ``missing`` are the characters that no font has, ``fetched`` the files of the
    book it took in, as ``BookFetcher`` tells of them.
    """

    pages: list
    resources: Resources
    before: list
    after: list
    first_name: str
    last_name: str
    one_side: bool
    warnings: list = field(default_factory=list)
    missing: list = field(default_factory=list)
    fetched: dict = field(default_factory=dict)

    def all_resources(self):
        """What any of its pages needs."""
        return [self.resources]


@dataclass
class FinishedPage:
    """A page of the book with its running head and folio.

    ``width``, ``height`` and ``bleed`` are the paper's, in px; ``turn`` the matrix from
    the logical space of its content to the paper. ``before`` and ``after`` are the PDF
    operators around that, ``resources`` what running head and folio need.
    """

    width: float
    height: float
    bleed: dict
    turn: tuple
    before: bytes
    after: bytes
    resources: Resources


@dataclass
class FinishedPages:
    """The ``FinishedPage`` of every page of a segment; ``fetched`` as of a ``DrawnSegment``."""

    pages: list
    fetched: dict

    def all_resources(self):
        """What any of the pages needs around its content."""
        return [page.resources for page in self.pages]
