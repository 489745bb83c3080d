"""Every key of ``book.yaml``: its type, its default, what it decides.

The dataclasses are the schema. ``load`` walks their fields, so a key that is not here is an
error, and a key left out has the default written here; the first ``book.yaml`` of a book
and the table of docs/settings.md (``listing``) are made of them too. For another setting, add a
field here, or to ``records``, which has the keys that stand below others.
"""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from ..messages import Message
from ..page.papers import PAPERS
from .keys import setting
from .printing import Print, Sample, Wrap
from .records import (
    PROFILES,
    Colophon,
    Creator,
    Credit,
    Epub,
    Fonts,
    HouseStyle,
    KihonHanmen,
    Replacement,
    Series,
)

#: What a book is called until somebody says otherwise.
UNTITLED = '無題'


@dataclass(frozen=True)
class Settings:
    """One book. ``root`` is its folder; every other field is a key of ``book.yaml``.

    ``identifier``, ``title``, ``source`` and ``credits`` default to what cleaning found in the
    seeds, ``slug`` to the title.
    """

    root: Path
    title: str = setting(UNTITLED, 'What the book is called.')
    title_reading: str = setting('', 'The title in kana, for catalogues to sort by.')
    title_romanized: str = setting('', 'The title in Latin letters, for catalogues abroad.')
    subtitle: str = setting('', 'What stands below the title.')
    creators: tuple[Creator, ...] = setting(
        (),
        'Who made the text:\n'
        '  - name: 山田太郎\n'
        '    role: aut   (MARC relator: aut author, trl translator, edt editor)\n'
        '    reading: やまだたろう\n'
        '    romanized: Yamada Tarō',
    )
    series: Series = setting(
        Series, 'The series the book is of, its title in kana, and which of the series it is.'
    )
    publisher: str = setting('', 'Who publishes it.')
    publisher_reading: str = setting('', 'The publisher in kana.')
    date: str = setting('', 'Day of publication: 2024, 2024-05 or 2024-05-01.')
    modified: str = setting(
        '',
        'When the EPUB was last changed, as 2024-05-01 or 2024-05-01T12:00:00Z: a new moment for\n'
        'every new release; empty: its date, else when a book of this content was first made.',
    )
    rights: str = setting('', 'Whose the rights are, as: © 2024 山田太郎')
    description: str = setting('', 'A few sentences for a catalogue.')
    subjects: tuple[str, ...] = setting((), 'Keywords for a catalogue.')
    certified_by: str = setting(
        '', 'Who has checked that the EPUB meets WCAG 2.1 AA; empty: no such claim.'
    )
    cover: str = setting(
        '', 'A JPEG or PNG of your own below book/, best 1600 × 2560; empty: one is typeset.'
    )
    source: str = setting('', 'Where the text is from.')
    credits: tuple[Credit, ...] = setting(
        (), 'Lines of the colophon: label and text; of: the title of the part it is of.'
    )
    colophon: Colophon = setting(
        Colophon,
        'What the colophon 奥付 says beside what is above; what is empty is left out.',
    )
    language: str = setting('ja', 'BCP 47.')
    identifier: str = setting('', 'Names this book for good; made from the seeds.')
    slug: str = setting('', 'Name of the files in dist/; empty: from the title.')
    seeds: tuple[str, ...] = setting(
        (), 'Seeds in reading order, such as seeds/b.txt; others follow by name.'
    )
    each_seed: Literal['part', 'chapter'] = setting(
        'part',
        'Of several seeds each is a part, its topmost heads chapters, or a chapter, its heads\n'
        'sections. Where no seed has heads, each is a chapter.',
    )
    line_ends: Literal['auto', 'paragraph', 'break', 'join'] = setting(
        'auto',
        'A single line end in the manuscript. auto: a line that begins with 　 or 「, or stands\n'
        'behind a sentence, is a paragraph, another a line break; paragraph, break: always;\n'
        'join: none, as in Markdown.',
        'Between Western words it is a space, and in text wrapped to a width none, by auto too.',
    )
    code_highlighting: bool = setting(
        False,
        'true: keywords, names, strings and comments of code look different, in both books.',
        'By Pygments, for the languages it knows.',
    )
    chapters: tuple[str, ...] = setting(
        (),
        'Files in reading order, such as chapters/00-序.md; empty: all of chapters/*.md by name.',
    )
    writing: Literal['vertical', 'horizontal'] = setting(
        'vertical',
        'vertical or horizontal: the lines of the EPUB. Those of the PDF are vertical.',
    )
    epub: Epub = setting(Epub, 'The EPUB alone:')
    store: tuple[str, ...] = setting(
        (),
        'Stores the book is for: ebpaj (Japanese distributors), kindle, kobo, apple, google.\n'
        'What they want to know of it and is not written here is told whenever it is made.',
        'docs/stores.md says which wants what.',
        choices=PROFILES[1:],
    )
    print: Print = setting(Print, 'The PDF for a printer 入稿:')
    sample: Sample = setting(Sample, 'The sample 見本: the first chapters, and a note.')
    wrap: Wrap = setting(Wrap, 'The cover as one sheet 表紙 for a printer: back, spine and front.')
    page: str = setting(
        'bunko',
        Message(
            'Paper: {papers}.',
            papers=[
                Message('{name} ({size})', name=name, size=paper.label)
                for name, paper in PAPERS.items()
            ],
        ),
        choices=[*PAPERS],
    )
    kihon_hanmen: KihonHanmen = setting(
        KihonHanmen,
        'The frame of the text. 0 takes what suits the paper.\n'
        'character_size and line_gap in pt, characters a line, lines a page,\n'
        'head and gutter (the margins above and at the binding) in mm,\n'
        'columns one below the other, column_gap between them in characters',
    )
    chapter_start: Literal['page', 'recto'] = setting(
        'page',
        'A chapter opens on the next page, or the next recto (a left page).',
        'In a book bound on the right the recto is the left page (JLReq §4.1.4).',
    )
    chapter_end_lines: int = setting(
        3,
        'Lines that the last page of a chapter has at least, where paragraphs before it can be\n'
        'set in a line more or less; 0: as they fall.',
        'Of the PDF alone.',
    )
    chapter_title: Literal['heading', 'han-tobira', 'naka-tobira'] = setting(
        'heading',
        'heading: above the text; han-tobira: alone on a recto, the text on its back;\n'
        'naka-tobira: alone on a leaf.',
        'JLReq §4.1.1.',
    )
    text_start: Literal['recto', 'page'] = setting(
        'recto',
        'The text begins on a recto (a left page), or on the page after the front matter.',
    )
    half_title: Literal['auto', 'yes', 'no'] = setting(
        'auto',
        'The title alone on a recto before the text 半扉. auto: in a book of more than 100,000\n'
        'characters that opens with no title of a part.',
        'Of the PDF alone.',
    )
    contents_depth: int = setting(
        2, 'Levels of headings in the contents: 1 chapters, 2 sections too; 0: none in the PDF.'
    )
    contents_numbers: bool = setting(
        False,
        'true: the contents of the PDF list headings that are a number alone, too.',
        'Where there are no others they are always listed.',
    )
    index: str = setting(
        '索引',
        'Title of the index 索引 of words marked {.index}, before the colophon; empty: none.',
    )
    running_heads: Literal['double', 'book', 'single'] = setting(
        'double',
        'double: the chapter above right pages, its section above left; book: the title of the\n'
        'book and the chapter; single: the chapter above left pages alone.',
        'In a book of parts double is the part and the chapter; a chapter or section that is a '
        'number alone stands behind what it is of, 第二篇　五, with the title of the book above '
        'the right page. 両柱, 片柱 (JLReq §2.6.3).',
    )
    notes: Literal['chapter', 'side'] = setting(
        'chapter',
        'chapter: after the text of their chapter; side: 傍注, behind that of a spread.',
        'JLReq §4.2.4, §4.2.6. Of the PDF alone.',
    )
    two_page_view: bool = setting(
        False,
        'true: viewers show spreads, right page first. Chromium then copies punctuation\n'
        'out of its order.',
    )
    pdf_variant: Literal['', 'pdf/ua-1', 'pdf/a-3u'] = setting(
        '',
        'Empty, pdf/ua-1 (for people who cannot see) or pdf/a-3u (for the archive).',
        'ISO 14289-1, ISO 19005-3.',
    )
    captions: Literal['keep', 'drop'] = setting(
        'keep', 'keep or drop the words under pictures that are gone.'
    )
    keep: tuple[str, ...] = setting(
        (),
        'Lines of a seed that are text after all: seeds/a.txt:12, or the words of the line.',
    )
    drop: tuple[str, ...] = setting((), 'Lines of a seed to leave out, written in the same way.')
    heading: tuple[str, ...] = setting(
        (),
        'Lines of a seed that are heads, written in the same way; ## before one says how deep:\n'
        "  - '## seeds/a.txt:30'",
        'Without marks it is as one with `#`: a chapter begins with it.',
    )
    text: dict[str, str] = setting(
        dict,
        'Where the main text of a seed begins and ends, if cleaning has it wrong:\n'
        '  seeds/a.txt: 41-118',
    )
    replace: tuple[Replacement, ...] = setting(
        (),
        'Words to put right wherever they stand:\n  - find: サトスケビア\n    by: サスケヴァー',
    )
    fonts: Fonts = setting(
        Fonts,
        'Families by a name in any language, first choice first; all must have vertical '
        'forms. Where none is there another is taken, and told.',
    )
    house_style: HouseStyle = setting(HouseStyle, 'How this house sets what is left to it:')

    def for_paper(self) -> 'Settings':
        """The settings as the printed page has them: always vertical."""
        return replace(self, writing='vertical')

    @property
    def book(self) -> Path:
        """The editor's folder."""
        return self.root / 'book'

    @property
    def dist(self) -> Path:
        """Where everything the press makes goes."""
        return self.root / 'dist'
