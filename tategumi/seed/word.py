"""Documents of Word (.docx) as Markdown: headings, emphasis, ruby, dots, notes, lists, tables.

mammoth reads the document, but for what Japanese needs of it: ruby (ECMA-376 §17.3.3.25) and
emphasis marks (§17.3.2.12), which it would leave out with their text.
"""

import re
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

from lxml import etree, html

from ..errors import BadSeed
from ..lazy import lazy
from ..notation import bouten, escape_head_mark, escape_marks, fits_ruby, ruby, table
from .elements import FORMS, in_notation

mammoth = lazy('mammoth')

_W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
_PARTS = re.compile(r'word/(?:document|footnotes|endnotes)\.xml')
#: Private characters that stand around what mammoth does not know, as text of a run.
_BASE, _READING, _END, _DOTTED, _DOTS_END = '\ue100\ue101\ue102\ue103\ue104'
_MARKED = re.compile(
    f'{_BASE}([^{_READING}]*){_READING}([^{_END}]*){_END}|{_DOTTED}([^{_DOTS_END}]*){_DOTS_END}'
)
_NOTE = re.compile(r'#(footnote|endnote)-(\d+)')
#: In bytes, of a part once it is unpacked.
_LARGEST = 100_000_000
_STYLES = 'u => u\nstrike => s\n'


def text_of_word(data: bytes, path: Path) -> str:
    """The Markdown of the document with these bytes, in the file ``path``.

    Pictures become their words, tables lose spans of cells, and comments are left out. Raises
    ``BadSeed`` for what is no such document.
    """
    try:
        page = mammoth.convert_to_html(
            BytesIO(_marked(data)),
            style_map=_STYLES,
            convert_image=mammoth.images.img_element(lambda image: {'src': ''}),
        ).value
    except (KeyError, ValueError, OSError, zipfile.BadZipFile, etree.XMLSyntaxError) as error:
        raise BadSeed(path, 'is no document of Word that can be read') from error
    body = html.fromstring(f'<div>{page}</div>')
    blocks = [block for child in body for block in _blocks(child, '')]
    return '\n\n'.join(filter(None, blocks)) + '\n'


def _marked(data: bytes) -> bytes:
    """The document with ruby and emphasis marks as text between private characters."""
    made = BytesIO()
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(made, 'w') as new:
        for entry in old.infolist():
            if entry.file_size > _LARGEST:
                raise ValueError('a part is too large')
            content = old.read(entry)
            if _PARTS.fullmatch(entry.filename):
                root = etree.fromstring(content, parser)
                _mark(root)
                content = etree.tostring(root)
            new.writestr(entry.filename, content)
    return made.getvalue()


def _mark(root: Any) -> None:
    for word in list(root.iter(f'{_W}ruby')):
        base, reading = (
            ''.join(text.text or '' for part in word.iter(name) for text in part.iter(f'{_W}t'))
            for name in (f'{_W}rubyBase', f'{_W}rt')
        )
        text = etree.Element(f'{_W}t')
        text.text = f'{_BASE}{base}{_READING}{reading}{_END}' if reading else base
        word.getparent().replace(word, text)
    for mark in root.iter(f'{_W}em'):
        run = mark.getparent().getparent()
        if mark.get(f'{_W}val') != 'none' and run.tag == f'{_W}r':
            for text in run.iter(f'{_W}t'):
                text.text = f'{_DOTTED}{text.text or ""}{_DOTS_END}'


def _blocks(element: Any, indent: str) -> list[str]:
    """The blocks of an element of mammoth's HTML, as Markdown set in by ``indent``."""
    tag = element.tag
    if tag in ('ul', 'ol'):
        items = [*element.iterchildren('li')]
        if items and all(_NOTE.fullmatch(f'#{item.get("id")}') for item in items):
            return [_note(item) for item in items]
        return ['\n'.join(_items(element, indent))]
    if tag == 'table':
        return [_table(element)]
    if tag == 'blockquote':
        return [f'> {_inline(element)}']
    text = _inline(element).strip(' \t\n')
    if re.fullmatch('h[1-6]', tag):
        return [f'{"#" * int(tag[1])} {text}'] if text else []
    return [escape_head_mark(text)]


def _items(element: Any, indent: str) -> list[str]:
    lines = []
    for number, item in enumerate(element.iterchildren('li'), 1):
        mark = f'{number}.' if element.tag == 'ol' else '-'
        lines.append(f'{indent}{mark} {_inline(item, ("ul", "ol")).strip()}')
        for inner in item.iterchildren('ul', 'ol'):
            lines += _items(inner, f'{indent}    ')
    return lines


def _note(item: Any) -> str:
    kind, _, number = item.get('id').partition('-')
    text = _inline(item).replace('↑', '').strip()
    return f'[^{_label(kind, number)}]: {text}'


def _label(kind: str, number: str) -> str:
    return number if kind == 'footnote' else f'e{number}'


def _table(element: Any) -> str:
    rows = [
        [_inline(cell).strip().replace('\\\n', '　') for cell in row.iterchildren('td', 'th')]
        for row in element.iter('tr')
    ]
    return '\n'.join(table(rows))


def _inline(element: Any, without: tuple[str, ...] = ()) -> str:
    parts = [_text(element.text)]
    for child in element:
        if child.tag not in without:
            parts.append(_child(child))
        parts.append(_text(child.tail))
    return ''.join(parts)


def _child(child: Any) -> str:
    tag, text = child.tag, _inline(child)
    call = _NOTE.fullmatch(child.get('href') or '')
    if tag == 'br':
        return '\\\n'
    if tag == 'img':
        return _text(child.get('alt'))
    if call:
        return f'[^{_label(call[1], call[2])}]'
    if not text.strip() or tag == 'sup' and '[^' in text:
        return text
    if tag in FORMS:
        return in_notation(tag, text)
    href = child.get('href') or ''
    is_link = tag == 'a' and re.match('https?://[^()\\s]+$', href)
    if is_link:
        return f'[{text}]({href})'
    following = child.getnext()
    is_parted = tag == 'p' and following is not None and following.tag == 'p'
    return f'{text}\\\n' if is_parted else text


def _text(text: str | None) -> str:
    """``text`` of the document, with ruby and dots as notation."""
    parts, done, text = [], 0, text or ''
    for match in _MARKED.finditer(text):
        parts.append(escape_marks(text[done : match.start()]))
        base, reading, dotted = match.groups()
        done = match.end()
        if dotted is not None:
            parts.append(bouten(escape_marks(dotted)) if dotted.strip() else dotted)
        elif fits_ruby(base, reading):
            parts.append(ruby(base, reading))
        else:
            parts.append(escape_marks(f'{base}（{reading}）'))
    return ''.join(parts) + escape_marks(text[done:])
