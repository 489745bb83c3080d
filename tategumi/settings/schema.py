"""Every key of ``book.yaml``, its type, its default and what it decides.

The dataclasses are the schema: ``load`` walks their fields, so a key that is
not here is an error, and a key left out has the default written here.
"""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

#: What a book is called until somebody says otherwise.
UNTITLED = '無題'


@dataclass(frozen=True)
class Creator:
    """Who made the text. ``role`` is a MARC relator code (EPUB 3.3 §5.5.3.2.3).

    ``reading``: the name in kana, for sorting; ``romanized``: in Latin letters.
    """

    name: str
    role: str = 'aut'
    reading: str = ''
    romanized: str = ''


@dataclass(frozen=True)
class Credit:
    """A line of the colophon that names a source: ``label`` 出典, ``text`` who.

    ``of``: the title of the part or chapter that it is of; '' for the whole book.
    """

    label: str
    text: str
    of: str = ''


@dataclass(frozen=True)
class Series:
    """The series the book is of; without a ``title``, none.

    ``reading``: the title in kana; ``number``: which of the series it is, 0 for
    one without numbers.
    """

    title: str = ''
    reading: str = ''
    number: int = 0


@dataclass(frozen=True)
class Replacement:
    """Words to put right wherever cleaning finds them."""

    find: str
    by: str


@dataclass(frozen=True)
class Fonts:
    """Families by role, first choice first. All must have vertical forms."""

    serif: tuple[str, ...] = ('Noto Serif CJK JP', 'Noto Serif JP', 'Hiragino Mincho ProN')
    sans: tuple[str, ...] = ('Noto Sans CJK JP', 'Noto Sans JP', 'Hiragino Kaku Gothic ProN')


@dataclass(frozen=True)
class HouseStyle:
    """How this house sets what Japanese typesetting leaves to the house.

    ``figures``
        ``upright``: one digit full-width, two digits tate-chu-yoko, three or
        more full-width one below the other, comma groups dropped.
        ``kanji``: 二〇一五年, 五千万. In horizontal writing ``upright`` is
        figures of half the width, as they were typed.
    ``acronyms``
        Words of capitals up to this many letters stand upright in vertical
        writing; 0 for none.
    ``hanging``
        Full stops and commas may hang below the line end (JLReq §3.8.2).
    ``line_start``
        ``strict``: small kana and ー may not begin a line either;
        ``relaxed``: they may, as in most printed books (JLReq §3.1.7).
    ``jukugo_ruby``
        Long readings of a word's characters (JLReq §3.3.7): as one reading over
        the word, as in ``group``-ruby; or each beside its own character, where
        an ``overhang`` over the characters beside gives them room. Of the PDF alone.
    ``line_breaks``
        Where lines end is weighed over the whole ``paragraph``, so that few
        lines are adjusted; or ``line`` by line (JLReq §3.8.2), so that a change
        to the text moves no line before the one above it. Of the PDF alone.
    ``opening_bracket``
        Where a paragraph that begins with an opening bracket starts, in em
        below the line head: ``full`` 1, ``half`` ½, ``flush`` 0 (JLReq §3.1.5).
    """

    figures: Literal['upright', 'kanji'] = 'upright'
    acronyms: int = 4
    hanging: bool = True
    line_start: Literal['strict', 'relaxed'] = 'relaxed'
    jukugo_ruby: Literal['group', 'overhang'] = 'group'
    line_breaks: Literal['paragraph', 'line'] = 'paragraph'
    opening_bracket: Literal['full', 'half', 'flush'] = 'full'


@dataclass(frozen=True)
class KihonHanmen:
    """The frame of the text as JLReq §2.4 defines it; 0 takes the paper's own figure.

    ``character_size`` and ``line_gap`` are in pt, ``characters`` a line,
    ``lines`` a page; ``head`` and ``gutter`` the margins above it and at the
    binding, in mm.
    """

    character_size: float = 0
    characters: int = 0
    lines: int = 0
    line_gap: float = 0
    head: float = 0
    gutter: float = 0


@dataclass(frozen=True)
class Epub:
    """The EPUB alone.

    ``embed_font``
        The fonts come with the book, with the characters it uses and no others.
    ``page_list``
        The EPUB says where the pages of the PDF begin, and lists them.
    """

    embed_font: bool = False
    page_list: bool = True


@dataclass(frozen=True)
class Settings:
    """One book. ``root`` is its folder; every other field is a key of ``book.yaml``.

    ``identifier``, ``title``, ``source`` and ``credits`` default to what
    cleaning found in the seeds; ``slug`` (the name of the files in ``dist/``)
    to the title; ``chapters`` (paths below ``book/``) to all of
    ``chapters/*.md`` in the order of their names; ``seeds`` (paths below
    ``root``) to all of ``seeds/`` in the order of theirs. Of several seeds each
    is a part, as ``each_seed`` says, or a chapter.

    ``title_reading`` and ``publisher_reading`` are what catalogues sort by;
    ``title_romanized`` is for those who read no Japanese. ``modified`` is when the
    EPUB was last changed, where that is not its ``date``; ``certified_by`` who
    has found the EPUB to meet WCAG 2.1 AA; ``cover`` a picture below ``book/``,
    where there is none the EPUB has one typeset. ``contents_depth`` is how many
    levels of headings the contents list; with 0 the PDF has no contents.

    ``writing`` is how the lines of the EPUB run; those of the PDF run down
    whatever it says.

    ``keep``, ``drop`` and ``replace`` settle what cleaning cannot know:
    lines of the seeds, as ``seeds/a.txt:12`` or by their text, and words.

    Of the PDF alone:

    ``chapter_start``
        A chapter opens on the next page, or on the next recto, the left page
        of a book bound on the right (JLReq §4.1.4).
    ``chapter_title``
        ``heading``: above the text; ``han-tobira``: alone on a recto, the
        text beginning on its back; ``naka-tobira``: its back left blank
        (JLReq §4.1.1).
    ``running_heads``
        What stands above right and left pages. ``double``: 両柱, the chapter
        and its section, or in a book of parts the part and the chapter;
        ``book``: the book's title and the chapter; ``single``: 片柱, the
        chapter above left pages alone (JLReq §2.6.3).
    ``notes``
        ``chapter``: 後注, after the text of their chapter (JLReq §4.2.4);
        ``side``: 傍注, behind the text of the left page of the spread that
        calls them (§4.2.6).
    ``two_page_view``
        Viewers are told to open spreads, read from right to left. Off,
        because PDFium, the viewer of Chromium, then copies punctuation out of
        its order.
    ``pdf_variant``
        A PDF for people who cannot see (ISO 14289-1) or for the archive
        (ISO 19005-3).
    """

    root: Path
    title: str = UNTITLED
    title_reading: str = ''
    title_romanized: str = ''
    subtitle: str = ''
    creators: tuple[Creator, ...] = ()
    series: Series = field(default_factory=Series)
    publisher: str = ''
    publisher_reading: str = ''
    date: str = ''
    modified: str = ''
    rights: str = ''
    description: str = ''
    subjects: tuple[str, ...] = ()
    certified_by: str = ''
    cover: str = ''
    source: str = ''
    credits: tuple[Credit, ...] = ()
    language: str = 'ja'
    identifier: str = ''
    slug: str = ''
    seeds: tuple[str, ...] = ()
    each_seed: Literal['part', 'chapter'] = 'part'
    chapters: tuple[str, ...] = ()
    writing: Literal['vertical', 'horizontal'] = 'vertical'
    epub: Epub = field(default_factory=Epub)
    page: Literal['bunko', 'shinsho', 'shiroku', 'a5', 'reader6'] = 'bunko'
    kihon_hanmen: KihonHanmen = field(default_factory=KihonHanmen)
    chapter_start: Literal['page', 'recto'] = 'page'
    chapter_title: Literal['heading', 'han-tobira', 'naka-tobira'] = 'heading'
    contents_depth: int = 2
    running_heads: Literal['double', 'book', 'single'] = 'double'
    notes: Literal['chapter', 'side'] = 'chapter'
    two_page_view: bool = False
    pdf_variant: Literal['', 'pdf/ua-1', 'pdf/a-3u'] = ''
    captions: Literal['keep', 'drop'] = 'keep'
    keep: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    replace: tuple[Replacement, ...] = ()
    fonts: Fonts = field(default_factory=Fonts)
    house_style: HouseStyle = field(default_factory=HouseStyle)

    def for_paper(self):
        """The settings as the printed page has them: always vertical."""
        return replace(self, writing='vertical')

    @property
    def book(self):
        """The editor's folder."""
        return self.root / 'book'

    @property
    def dist(self):
        """Where everything the press makes goes."""
        return self.root / 'dist'
