"""Documents of Word (.docx) as Markdown: headings, emphasis, ruby, dots, notes, lists, tables.

mammoth reads the document, but for what Japanese needs of it: ruby (ECMA-376 §17.3.3.25) and
emphasis marks (§17.3.2.12), which it would leave out with their text.
"""

import re
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

from lxml import etree, html

from ..errors import BadSeed
from ..lazy import lazy
from ..notation import bouten, escape_head_mark, escape_marks, fits_ruby, ruby, table
from .archive import LARGEST_PICTURE, Lines, Pictures, Unpacked
from .elements import FORMS, in_notation
from .losses import Loss, picture_loss

mammoth = lazy('mammoth')

_W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
_M = '{http://schemas.openxmlformats.org/officeDocument/2006/math}'
_PARTS = re.compile(r'word/(?:document|footnotes|endnotes)\.xml')
#: Private characters that stand around what mammoth does not know, as text of a run.
_BASE, _READING, _END, _DOTTED, _DOTS_END = '\ue100\ue101\ue102\ue103\ue104'
_FORMULA_BEGINS, _FORMULA_ENDS = '\ue105\ue106'
_FORMULA_TEXT = re.compile(f'{_FORMULA_BEGINS}([^{_FORMULA_ENDS}]*){_FORMULA_ENDS}')
_FORMULA = Loss('formula', 'a formula, of which the text alone is left')
_MARKED = re.compile(
    f'{_BASE}([^{_READING}]*){_READING}([^{_END}]*){_END}|{_DOTTED}([^{_DOTS_END}]*){_DOTS_END}'
)
_RUBY_FIELD = re.compile(
    r'\\o\s*(?:\\a[dlrc]\s*)?\(\s*\\s\s*\\up\s*\d+\s*\(([^()]*)\)\s*[,;]([^()]*)\)', re.I
)
_NOTE = re.compile(r'#(footnote|endnote)-(\d+)')
#: In bytes, of a part once it is unpacked.
_LARGEST = 100_000_000
_STYLES = 'u => u\nstrike => s\n'


def unpack_word(data: bytes, path: Path) -> Unpacked:
    """The Markdown and the pictures of the document with these bytes, in the file ``path``.

    Tables lose spans of cells, and comments are left out; formulas and pictures that no book can
    show are losses. Raises ``BadSeed`` for what is no such document.
    """
    lines, pictures = Lines(), Pictures()

    def kept(image: Any) -> dict[str, str]:
        with image.open() as file:
            content = file.read(LARGEST_PICTURE)
        return {'src': pictures.name_of(f'image{len(pictures.contents) + 1}', content) or ''}

    try:
        page = mammoth.convert_to_html(
            BytesIO(_marked(data)),
            style_map=_STYLES,
            convert_image=mammoth.images.img_element(kept),
        ).value
    except (KeyError, ValueError, OSError, zipfile.BadZipFile, etree.XMLSyntaxError) as error:
        raise BadSeed(path, 'is no document of Word that can be read') from error
    body = html.fromstring(f'<div>{page}</div>')
    for child in body:
        lines.lose(*_losses(child))
        for block in filter(None, _blocks(child, '')):
            lines.add(block)
    return lines.unpacked(pictures)


def _losses(element: Any) -> list[Loss]:
    formulas = _FORMULA_TEXT.findall(''.join(element.itertext()))
    pictures = [image.get('alt') or '' for image in element.iter('img') if not image.get('src')]
    return [*(replace(_FORMULA, found=text) for text in formulas), *map(picture_loss, pictures)]


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
    _unwrap(root)
    _mark_fields(root)
    for word in list(root.iter(f'{_W}ruby')):
        base, reading = (
            ''.join(text.text or '' for part in word.iter(name) for text in part.iter(f'{_W}t'))
            for name in (f'{_W}rubyBase', f'{_W}rt')
        )
        text = etree.Element(f'{_W}t')
        text.text = f'{_BASE}{base}{_READING}{reading}{_END}' if reading else base
        word.getparent().replace(word, text)
    for formula in list(root.iter(f'{_M}oMath')):
        run = etree.Element(f'{_W}r')
        text = etree.SubElement(run, f'{_W}t')
        inside = ''.join(each.text or '' for each in formula.iter(f'{_M}t'))
        text.text = f'{_FORMULA_BEGINS}{inside}{_FORMULA_ENDS}' if inside.strip() else ''
        run.tail = formula.tail
        # Around several of them stands an element of its own.
        outer = formula.getparent()
        formula = outer if outer.tag == f'{_M}oMathPara' and len(outer) == 1 else formula
        formula.getparent().replace(formula, run)
    for mark in root.iter(f'{_W}em'):
        run = mark.getparent().getparent()
        if mark.get(f'{_W}val') != 'none' and run.tag == f'{_W}r':
            for text in run.iter(f'{_W}t'):
                text.text = f'{_DOTTED}{text.text or ""}{_DOTS_END}'


def _unwrap(root: Any) -> None:
    """Take the runs out of what mammoth passes over, and part lines where Word parts them."""
    for wrapper in list(root.iter(f'{_W}fldSimple', f'{_W}bdo', f'{_W}dir')):
        parent = wrapper.getparent()
        place = parent.index(wrapper)
        parent[place : place + 1] = list(wrapper)
    for mark in list(root.iter(f'{_W}cr')):
        mark.tag = f'{_W}br'
    for mark in root.iter(f'{_W}br'):
        if mark.get(f'{_W}type') in ('page', 'column'):
            del mark.attrib[f'{_W}type']


def _mark_fields(root: Any) -> None:
    """Ruby that a field sets over its base (EQ \\o, ECMA-376 §17.16.5.22)."""
    for paragraph in root.iter(f'{_W}p'):
        codes: list[Any] = []
        for element in list(paragraph.iter(f'{_W}fldChar', f'{_W}instrText')):
            if element.tag == f'{_W}instrText':
                codes.append(element)
            elif element.get(f'{_W}fldCharType') == 'begin':
                codes = []
            elif codes and (
                match := _RUBY_FIELD.search(''.join(each.text or '' for each in codes))
            ):
                reading, base = match.groups()
                text = etree.Element(f'{_W}t')
                text.text = f'{_BASE}{base}{_READING}{reading}{_END}'
                codes[0].getparent().replace(codes[0], text)
                codes = []


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
        words, source = _text(child.get('alt')), child.get('src')
        words = ' '.join(words.split())
        return f'![{words}]({source})' if source else words
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
    parts, done, text = [], 0, _FORMULA_TEXT.sub(r'\1', text or '')
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
