"""Words of the index 索引: where chapters mark them, and the index that comes of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..lazy import lazy_pattern
from ..notation import KANJI
from .gojuon import in_hiragana, order_of, row_of
from .xhtml import Element, has_class, local_name

_KANJI = lazy_pattern(KANJI)


@dataclass(frozen=True)
class IndexMark:
    """A place that the index names.

    ``id`` of the element there, ``term`` as the index calls it, its ``reading`` (empty: nobody
    says), and the ``line`` of the chapter's file.
    """

    id: str
    term: str
    reading: str
    line: int | None


@dataclass(frozen=True)
class IndexEntry:
    """``term`` and the ids of its ``places``, each with the number of its chapter, in order."""

    term: str
    places: tuple[tuple[int, str], ...]


def take_marks(section: Element, name: str) -> Iterator[tuple[Element, str, str, str]]:
    """Take what is said of the index from the spans below ``section``, in place.

    Yields of each the element, which has an id now that begins with ``name``, term, reading and
    how its mark is written.
    """
    marked = [node for node in section.iter('{*}span') if has_class(node, 'index')]
    for number, node in enumerate(marked, 1):
        if not node.get('id'):
            node.set('id', f'{name}-index-{number}')
        said = {key: node.attrib.pop(key, '') for key in ('term', 'reading', 'written')}
        for key in ('term', 'reading'):
            if said[key]:
                # Who makes a manuscript of the book again finds it there.
                node.set(f'data-{key}', said[key])
        yield node, term_of(node), reading_of(node), said['written']


def term_of(node: Element) -> str:
    """What the index calls the word of ``node``, a ``span.index``."""
    return node.get('data-term') or ' '.join(_text(node, is_reading=False).split())


def reading_of(node: Element) -> str:
    """How the word of ``node``, a ``span.index``, is read; '' where that is not said there."""
    text = node.get('data-term') or _text(node, is_reading=True)
    reading = node.get('data-reading') or text.strip()
    return '' if _KANJI.search(reading) else reading


def _text(node: Element, is_reading: bool) -> str:
    """What is in ``node``: of ruby on the right what it is read like, or the base."""
    is_left = has_class(node, 'ruby-left')
    parts = [] if local_name(node) in ('rt', 'ruby') else [node.text or '']
    if local_name(node) == 'ruby':
        return _ruby(node, is_reading)
    for child in node:
        if local_name(child) == 'ruby' and is_left:
            # The reading on the left is what the word means.
            parts.append(_base(child, is_reading))
        elif child.get('role') != 'doc-noteref':
            parts.append(_text(child, is_reading))
        parts.append(child.tail or '')
    return ''.join(parts)


def _ruby(ruby: Element, is_reading: bool) -> str:
    """The readings of ``ruby``, and what of its base has none."""
    if not is_reading:
        return _base(ruby, False)
    said, base = '', ruby.text or ''
    for child in ruby:
        if local_name(child) == 'rt':
            said += ''.join(child.itertext()).strip() or base
            base = child.tail or ''
        else:
            base += _text(child, is_reading) + (child.tail or '')
    return said + base


def _base(ruby: Element, is_reading: bool) -> str:
    parts = [ruby.text or '']
    for child in ruby:
        parts.append('' if local_name(child) == 'rt' else _text(child, is_reading))
        parts.append(child.tail or '')
    return ''.join(parts)


def readings_of(marks: Iterable[IndexMark]) -> dict[str, str]:
    """``{term: its first reading}`` of those that one of ``marks`` says how to read."""
    readings: dict[str, str] = {}
    for mark in marks:
        if mark.reading:
            readings.setdefault(mark.term, mark.reading)
    return readings


def index_of(chapters: Sequence[Sequence[IndexMark]]) -> list[tuple[str, list[IndexEntry]]]:
    """``(head, entries)`` of each row of the index of ``chapters``, the marks of each.

    Words are sorted by their readings; a word is read in one place as in another where it is
    said in one alone.
    """
    readings = readings_of(mark for marks in chapters for mark in marks)
    found: dict[tuple[str, str], list[tuple[int, str]]] = {}
    for number, marks in enumerate(chapters):
        for mark in marks:
            reading = in_hiragana(mark.reading or readings.get(mark.term, ''))
            found.setdefault((reading, mark.term), []).append((number, mark.id))
    rows: dict[str, list[IndexEntry]] = {}
    for reading, term in sorted(found, key=lambda each: order_of(*each)):
        entry = IndexEntry(term, tuple(found[reading, term]))
        rows.setdefault(row_of(reading), []).append(entry)
    return [*rows.items()]
