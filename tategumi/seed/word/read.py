"""Reads a document of Word: its blocks as Markdown, its pictures, what is lost of it."""

import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

from lxml import etree

from ...errors import BadSeed
from ...lazy import lazy
from ...messages import Message
from ...settings import slug_of
from ..archive import LARGEST_PICTURE, Lines, Pictures, Unpacked
from ..links import target_of
from ..losses import Loss, picture_loss
from ..vocabulary import Inline, Writer
from .marks import body_of
from .prepare import prepare
from .styles import styles_of
from .tree import tree_of

mammoth = lazy('mammoth')

_PARTS = re.compile(r'word/(?:document|footnotes|endnotes)\.xml')
_FORMULA = Loss('formula', Message('a formula, of which the text alone is left'))
_NOTE = re.compile(r'(footnote|endnote)-(\d+)')
_BACK = re.compile(r'#(?:foot|end)note-ref-\d+')
#: In bytes, of a part once it is unpacked.
_LARGEST = 100_000_000
_STYLES = """
u => u
strike => s
highlight => mark
r[style-name='Emphasis'] => em
"""
#: What front matter calls a line of these styles at the head of the document.
_AT_HEAD = {'title': 'title', 'subtitle': 'subtitle', 'author': 'author'}
_ROLES = {'訳者': 'translator', '編者': 'editor'}


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
            BytesIO(_prepared(data)),
            style_map=_STYLES,
            convert_image=mammoth.images.img_element(kept),
        ).value
    except (KeyError, ValueError, OSError, zipfile.BadZipFile, etree.XMLSyntaxError) as error:
        raise BadSeed(path, 'is no document of Word that can be read') from error
    body = body_of(page)
    root = tree_of(_without_notes(body))
    notes = [_note(item) for item in body.iter('li') if _NOTE.fullmatch(item.get('id') or '')]
    writer = Writer(Inline(note=_label, picture=lambda source: source or None, link=_leads(root)))
    if front_matter := _front_matter(root):
        lines.add(front_matter)
    for child in (*root, *notes):
        lines.lose(*_losses(child))
        for block in writer.block(child):
            lines.add(block)
    return lines.unpacked(pictures)


def _prepared(data: bytes) -> bytes:
    """The document with marks in its text for what mammoth does not know."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(made, 'w') as new:
        if any(entry.file_size > _LARGEST for entry in old.infolist()):
            raise ValueError('a part is too large')
        names = set(old.namelist())
        styles = styles_of(
            *(
                _parsed(old.read(name)) if name in names else None
                for name in ('word/styles.xml', 'word/numbering.xml')
            )
        )
        for entry in old.infolist():
            content = old.read(entry)
            if _PARTS.fullmatch(entry.filename):
                root = _parsed(content)
                prepare(root, styles)
                content = etree.tostring(root)
            new.writestr(entry.filename, content)
    return made.getvalue()


def _parsed(content: bytes) -> Any:
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))


def _without_notes(body: Any) -> list[Any]:
    """The blocks of the document; lists it has none yet but that of its notes."""
    for call in list(body.iter('a')):
        sup = call.getparent()
        if _NOTE.fullmatch((call.get('href') or '').removeprefix('#')) and sup.tag == 'sup':
            sup.tag, href = 'a', call.get('href')
            sup.attrib.update({'class': 'noteref', 'href': href})
            sup.remove(call)
    for box in body.iter('input'):
        box.tag, box.text = 'span', '☑' if box.get('checked') else '☐'
    return [child for child in body if isinstance(child.tag, str) and child.tag != 'ol']


def _note(item: Any) -> Any:
    """The note that mammoth has as an item of a list, without its way back."""
    for back in list(item.iter('a')):
        if _BACK.fullmatch(back.get('href') or ''):
            around = back.getparent()
            around.remove(back)
            if around.tag == 'p' and not len(around) and not (around.text or '').strip():
                around.getparent().remove(around)
    note = tree_of(list(item))
    note.tag = 'aside'
    note.attrib.update({'class': 'footnote', 'id': item.get('id')})
    return note


def _label(identity: str) -> str:
    kind, _, number = identity.partition('-')
    return number if kind == 'footnote' else f'e{number}'


def _leads(root: Any) -> Callable[[str], str]:
    """What tells where a link leads: to a web page, or a heading by its words."""
    heads = {}
    for head in root.iter('h1', 'h2', 'h3', 'h4', 'h5', 'h6'):
        words = ''.join(_without_readings(head))
        heads.update({f'#{each.get("id")}': slug_of(words.strip()) for each in head.iter('a')})

    def leads(href: str) -> str:
        if href.startswith('#'):
            return f'#{heads[href]}' if href in heads else ''
        return target_of(href)

    return leads


def _without_readings(node: Any) -> Iterator[str]:
    yield node.text or ''
    for child in node:
        if child.tag not in ('rt', 'rp'):
            yield from _without_readings(child)
        yield child.tail or ''


def _front_matter(root: Any) -> str:
    """What the head of the document says of title and authors, as front matter, or ''.

    Where no heading follows, its title is that of its one chapter.
    """
    if root.find('.//h1') is None:
        for each in root.iter('p'):
            if each.get('class') == 'title' and each.tag == 'p':
                each.tag = 'h1'
    rows = []
    for block in list(root):
        key = _AT_HEAD.get(block.get('class') or '') if block.tag == 'p' else None
        if not key:
            break
        text = ' '.join(''.join(block.itertext()).split())
        if key == 'author':
            name, _, role = ''.join(block.itertext()).partition('　')
            key, text = (_ROLES[role], name) if role in _ROLES else (key, text)
        rows.append(f'{key}: {text}')
        root.remove(block)
    for each in root.iter('p'):
        if each.get('class') == 'title' and each.tag == 'p':
            each.tag = 'h1'
    return '\n'.join(['---', *rows, '---']) if rows else ''


def _losses(element: Any) -> list[Loss]:
    formulas = [
        ''.join(each.itertext()) for each in element.iter('math') if not each.get('alttext')
    ]
    pictures = [image.get('alt') or '' for image in element.iter('img') if not image.get('src')]
    return [*(replace(_FORMULA, found=text) for text in formulas), *map(picture_loss, pictures)]
