"""The keys of ``book.yaml`` that stand below another: creators, house style, and others.

As in ``schema``, a field is a key with its type, its default and what it decides.
"""

from dataclasses import dataclass
from typing import Literal

from .families import SANS, SERIF
from .keys import setting


@dataclass(frozen=True)
class Creator:
    """Who made the text. ``role`` is a MARC relator code (EPUB 3.3 §5.5.3.2.3)."""

    name: str
    role: str = setting('aut', more='A MARC relator code, or a word such as 監修.')
    reading: str = setting('', more='The name in kana, for catalogues to sort by.')
    romanized: str = setting('', more='The name in Latin letters.')


@dataclass(frozen=True)
class Credit:
    """A line of the colophon that names a source: ``label`` 出典, ``text`` who."""

    label: str
    text: str
    of: str = setting('', more='The title of the part or chapter it is of; empty: the book.')


@dataclass(frozen=True)
class Series:
    """The series the book is of; without a ``title``, none."""

    title: str = ''
    reading: str = setting('', more='The title in kana.')
    number: int = setting(0, more='Which of the series it is; 0: of one without numbers.')


@dataclass(frozen=True)
class Replacement:
    """Words to put right wherever cleaning finds them."""

    find: str = setting(is_filled=True)
    by: str = setting()


@dataclass(frozen=True)
class Fonts:
    """Families by role, first choice first. All must have vertical forms."""

    serif: tuple[str, ...] = SERIF
    sans: tuple[str, ...] = SANS


@dataclass(frozen=True)
class HouseStyle:
    """How this house sets what Japanese typesetting leaves to the house."""

    figures: Literal['upright', 'kanji', 'kanji-digits'] = setting(
        'upright',
        'upright (2015 one below the other), kanji (二〇一五年の二十五人) or kanji-digits '
        '(二五人)',
        'Upright, one digit is full-width, two are tate-chu-yoko, three or more full-width one '
        'below the other, comma groups dropped; in horizontal writing all are of half the '
        'width, as they were typed. By kanji-digits, as in newspapers, there is no 十, 百 or 千, '
        'and 万 where a number is longer than four figures.',
    )
    acronyms: int = setting(
        4, 'words of capitals and figures up to so many stand upright, A4 and G20 too; 0: none'
    )
    hanging: bool = setting(True, 'full stops and commas may hang below the line', 'JLReq §3.8.2.')
    line_start: Literal['strict', 'relaxed'] = setting(
        'strict',
        'strict: small kana and ー may not begin a line; relaxed: they may',
        'JLReq §3.1.7.',
    )
    line_head_bracket: Literal['flush', 'half'] = setting(
        'flush',
        'an opening bracket that begins a line amid a paragraph stands at its head, or half an em '
        'below',
        'JLReq §3.1.5.',
    )
    line_end_stop: Literal['given', 'kept'] = setting(
        'given',
        'the half em after a full stop at a line end is given up where a line needs it, or kept',
        'JLReq §3.8.3, tables 3 and 4. Of the PDF alone.',
    )
    last_line: int = setting(
        0,
        'characters that the last line of a paragraph has at least; 0: one alone is avoided where '
        'that is easy',
        'Up to 10. JLReq §3.5.4. The EPUB asks reading systems to avoid short ones.',
    )
    jukugo_ruby: Literal['group', 'overhang'] = setting(
        'overhang',
        'readings longer than their characters as a group, or with overhang',
        'As one reading over the word, or each beside its own character, where overhang over '
        'the characters beside gives them room (JLReq §3.3.7). Of the PDF alone.',
    )
    group_ruby: Literal['parted', 'whole'] = setting(
        'parted',
        'a reading over several kanji is parted between them where it is certain, or stays whole',
        'Parted, as ちょう and ちゃく of 打擲《ちょうちゃく》, it is jukugo-ruby: a line may end '
        'in it (JLReq §3.3.7). Certain is what readings of the kanji allow in one way alone.',
    )
    mono_ruby: Literal['middle', 'head'] = setting(
        'middle',
        'one ruby character stands in the middle of its kanji 中付き or at its head 肩付き',
        'JLReq §3.3.5. Horizontal writing has the middle.',
    )
    group_ruby_ends: Literal['spaced', 'flush'] = setting(
        'spaced',
        'a reading over several kanji has space at its ends, too, or is flush with the word',
        'The shorter of the two is spaced: JLReq §3.3.6.',
    )
    ruby_overhang: Literal['kana', 'hiragana', 'half', 'none'] = setting(
        'kana',
        'long readings lie over kana beside the word; over hiragana alone; over kana and kanji by '
        'half a ruby character; over neither',
        'JLReq §3.3.8. Of the PDF alone: reading systems know no such choice.',
    )
    line_breaks: Literal['paragraph', 'line'] = setting(
        'paragraph',
        'where lines end is weighed over the whole paragraph, or line by line',
        'Over the paragraph few lines are adjusted; line by line (JLReq §3.8.2) a change to '
        'the text moves no line before the one above it. Of the PDF alone.',
    )
    opening_bracket: Literal['full', 'half', 'flush'] = setting(
        'half',
        'a paragraph that begins with 「 is indented full, half or flush',
        'It starts an em, half an em (as in the bunko of most houses) or none below the line head '
        '(JLReq §3.1.5).',
    )
    dividing_space: Literal['typed', 'em'] = setting(
        'typed',
        'the em after ！ and ？ amid a paragraph as it was typed, or wherever text follows them',
        'JLReq §3.1.6.',
    )


@dataclass(frozen=True)
class KihonHanmen:
    """The frame of the text as JLReq §2.4 defines it; 0 takes the paper's own figure."""

    character_size: float = setting(0, more='In pt.')
    characters: int = setting(0, more='Characters a line.')
    lines: int = setting(0, more='Lines a page.')
    line_gap: float = setting(0, more='In pt.')
    head: float = setting(0, more='The margin above the frame, in mm.')
    gutter: float = setting(0, more='The margin at the binding, in mm.')
    columns: int = setting(0, more='Columns 段 of the text, one below the other (JLReq §2.4.1).')
    column_gap: float = setting(0, more='Between columns, in characters.')


#: The EPUB that is of no store.
PLAIN = 'plain'
#: Stores, and a guide that stores go by, of which the EPUB can have the shape.
PROFILES = (PLAIN, 'ebpaj', 'kindle', 'kobo', 'apple', 'google')


@dataclass(frozen=True)
class Epub:
    """The EPUB alone."""

    embed_font: bool = setting(
        False, 'true puts the fonts into the EPUB, with the characters it uses'
    )
    page_list: bool = setting(
        True,
        'the EPUB says where the pages of the PDF begin',
        'It lists them too (EPUB 3.3 §7.4.3).',
    )
    jpeg_cover: bool = setting(False, 'true: a cover that is typeset is a JPEG, no PNG')
    profile: tuple[str, ...] = setting(
        (PLAIN,),
        'plain, or a store, or several: ebpaj, kindle, kobo, apple, google. Each has an EPUB more',
        'dist/<name>.<profile>.epub, beside that of every book. docs/stores.md says what each '
        'changes.',
        choices=PROFILES,
    )


@dataclass(frozen=True)
class Colophon:
    """What the colophon says beside title, makers, sources, publisher, date and rights."""

    heading: str = setting('', 'a heading above it, such as 奥付; empty: none')
    edition: str = setting('', 'such as 初版第一刷', 'It stands behind the date.')
    printer: str = setting('', 'who printed and bound it')
    isbn: str = setting('', 'with or without hyphens', 'It is an identifier of the EPUB too.')
