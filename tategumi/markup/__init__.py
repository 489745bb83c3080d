"""The manuscript as XHTML, once, for both outputs.

What a chapter may hold (the vocabulary every style sheet and the PDF rely on;
nothing else ever comes out):

``section.chapter``
    One chapter, id ``chapter-00``; ``epub:type`` and ``role`` say whether it
    is a chapter, preface, prologue, epilogue, afterword, appendix or
    acknowledgments.
``section.part``
    What opens a part 部: its title, and what stands before its first chapter.
``h1`` … ``h6``
    Headings, id ``chapter-00-heading-1``; the chapter's own is the first.
``p``, ``p.caption``, ``p.bracket-full``, ``p.bracket-half``, ``p.bracket-flush``
    Paragraphs; a caption whose picture is gone; a paragraph that begins with
    an opening bracket, by how the house indents it (JLReq §3.1.5).
``p.subtitle``
    What a heading above it says further 副題; no part of its title.
``div.with-run-in``
    A heading of the class ``run-in`` 同行見出し, and the ``p`` whose line it begins.
``p.apart``
    A paragraph before which a line is left empty 一行アキ.
``p.line-end``, with ``raised-2`` or another figure up to 40
    A paragraph at the line end 地付き, or so many characters before it 字上げ.
``p.center``, ``p.evenly``
    A paragraph in the middle of the line, or spaced over all of it 均等割り.
``div.indented``, with ``tight`` where it stands no line apart from what is around it
    Lines set in 字下げ: in it a ``div`` or several, each with ``indent-2`` (set in
    by so many characters), ``first-1`` or ``hanging-1`` (the first line of each
    ``p`` is set in by so much more, or so much less), ``line-length-20``, ``frame`` (in a frame).
``div.verse``
    A stanza; each ``p`` in it a line of verse.
``span.tcy``
    Tate-chu-yoko: two figures, ``!?``, what the manuscript has between ``^``.
``span.upright``
    Figures and acronyms upright, one character below the other.
``span.sideways``
    A wavy dash, and quotation marks of Latin text, turned as the line is; in horizontal writing
    they are as wide as the letters beside them.
``span.number-comma``, ``span.number-point``
    、 and ・ within a number, half an em long (JLReq §3.1.3).
``span.jidori`` with ``jidori-5`` or another figure up to 20
    A word set to a length of so many characters 字取り (JLReq §3.7.3).
``em.bouten``, ``em``, ``strong``
    Emphasis with dots; emphasis of Latin text; strong emphasis. Beside ``bouten``, which dots:
    ``open``, ``circle``, ``open-circle``, ``triangle``, ``open-triangle``, ``double-circle``,
    ``fisheye``, ``cross``; and ``left``.
``sup``, ``sub``
    Small characters on the right of the line and on its left.
``span.kaeriten``, ``span.okurigana``
    Marks and kana by which Chinese is read as Japanese 返り点, 訓点送り仮名.
``s``, ``mark``
    Struck out; marked.
``span`` with ``lang``
    Words in another language.
``abbr`` (``title``)
    An abbreviation, and what it is of.
``span.frame``, ``span.italic``
    In a frame 罫囲み; slanted.
``ruby`` with ``rt``
    Mono- and jukugo-ruby: ``rt`` after each base character; group-ruby: one ``rt``.
``span.ruby-left``
    Around ruby whose reading stands on the left of the line; with readings on both sides its base
    is the ``ruby`` of the one on the right.
``span.warichu`` with two ``span.warichu-bracket``
    A note in two small lines (JLReq §3.4), between its brackets.
``span.side-line``, with ``double``, ``dotted``, ``dashed`` or ``wavy``, and ``left``
    A line on the right of the text, or on its left.
``span.index`` (``id``), with ``data-reading`` and ``data-term`` where these are said
    A word that the index 索引 names.
``span.furiwake`` with ``span.furiwake-line``
    Lines beside one another within the line (JLReq §3.7.2).
``span.small``, ``span.large``
    Text smaller or larger than that around it, by one step; ``small-2``, ``small-3``, ``large-2``
    and ``large-3`` by more.
``math``, ``div.formula`` with ``math``
    A formula, as MathML, its ``alttext`` in TeX's notation; one by itself.
``hr.scene``, ``p.scene``
    A break between scenes; the marks that stand there.
``hr.page-break``
    What follows begins a page.
``figure`` with ``img`` and ``figcaption``
    A picture; ``src`` is relative to the book's folder (``Settings.book``).
``a``
    ``http``, ``https``, ``mailto``, or ``#id`` within the book.
``a.noteref``, ``section.footnotes``, ``aside.footnote``, ``.footnote-number``
    ``（1）`` in the text; the notes at the chapter's end, each beginning with
    its number, which leads back.
``table`` … with ``.align-start``, ``.align-center``, ``.align-end``
    Tables; classes on cells; ``td.figures`` are those of a column of figures.
``dl``, ``dt``, ``dd``
    Terms and their definitions.
``pre`` with ``code``
    Code, whose language the class says: ``language-python``. In it, where the house says so,
    ``span.code-keyword``, ``code-name``, ``code-string``, ``code-number``, ``code-comment``.
``blockquote``, ``ul``, ``ol`` (``start``), ``li``, ``pre``, ``code``, ``br``, ``img``
    As in HTML.

``section.titlepage`` holds ``h1.title``, ``p.subtitle``, ``p.creator``,
``p.publisher``; ``section.halftitle`` ``p.title``; ``section.colophon`` holds ``h1`` where it
has a heading, ``p.title``, ``p.subtitle``,
``p.credit`` (a ``span.label``, an ideographic space, the text),
``p.credits-of`` (a part or chapter, whose credits follow) and ``p.rights``.
"""

from .chapter import MarkedChapter, by_part, mark_up
from .cross_references import mark_up_book
from .fault import Fault
from .headings import Heading, is_number
from .house_style import dress
from .index import IndexMark, index_of
from .matter import colophon, half_title, line_apart, title_page
from .pictures import locate, own_cover
from .printed import printed
from .xhtml import (
    EPUB_TYPE,
    MATHML,
    NAMESPACES,
    OPS,
    XHTML,
    Element,
    close,
    element,
    fragment,
    has_class,
    local_name,
)

__all__ = [
    'EPUB_TYPE',
    'Element',
    'Fault',
    'Heading',
    'IndexMark',
    'MATHML',
    'MarkedChapter',
    'NAMESPACES',
    'OPS',
    'XHTML',
    'by_part',
    'close',
    'colophon',
    'dress',
    'element',
    'has_class',
    'fragment',
    'half_title',
    'index_of',
    'line_apart',
    'is_number',
    'local_name',
    'locate',
    'mark_up',
    'mark_up_book',
    'own_cover',
    'printed',
    'title_page',
]
