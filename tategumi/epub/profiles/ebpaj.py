"""電書連 EPUB 3 制作ガイド 1.1.4 (2025-10-24; before it 電書協): its names and its layout.

KADOKAWA, BOOK☆WALKER and most Japanese distributors ask their makers for it.
"""

import posixpath
import re
from collections.abc import Iterable

from lxml import etree

from ...markup import EPUB_TYPE, element
from ...settings import Settings
from .publication import Publication
from .rule import Profile, Rule
from .steps import jpeg_cover, separate_navigation, set_meta, wrapped

_GUIDE = '電書連 EPUB 3 制作ガイド 1.1.4'
_VERSION = '1.1.4'
_PREFIXES = 'ebpaj: http://www.ebpaj.jp/ dpfj: https://www.dpfj.or.jp/'
_NAVIGATION = 'navigation-documents'
#: What documents of every book are called.
_STEMS = {'cover': 'p-cover', 'titlepage': 'p-titlepage', 'contents': 'p-toc'} | {
    'colophon': 'p-colophon',
    'nav': _NAVIGATION,
}
_CLASS = {name: name for name in ('p-cover', 'p-titlepage', 'p-toc', 'p-colophon')}
_SHEET = 'item/style/book-style.css'
_PREFIXED = ('-epub-', '-webkit-', '')
_WRITING = ''.join(
    f'.{name} {{ {"; ".join(f"{prefix}writing-mode: {mode}" for prefix in _PREFIXED)} }}\n\n'
    for name, mode in (('vrtl', 'vertical-rl'), ('hltr', 'horizontal-tb'))
)
_FIT = """.fit {
  max-width: 100%;
  max-height: 100%;
  max-height: 100vh;
}

.p-cover .fit {
  height: 100vh;
  object-fit: contain;
}

.p-cover .main { text-align: center }

.p-cover p { text-indent: 0 }
"""


def _apply(publication: Publication, settings: Settings) -> None:
    jpeg_cover(publication)
    separate_navigation(publication)
    _without_ncx(publication)
    names = _names(publication)
    publication.rename(names)
    _one_sheet(publication)
    writing = 'vrtl' if settings.writing == 'vertical' else 'hltr'
    for name, root in publication.documents.items():
        _lay_out(name, root, writing, _title(settings))
    _ids(publication)
    _metadata(publication)


def _without_ncx(publication: Publication) -> None:
    for item in publication.items():
        if item.get('media-type') == 'application/x-dtbncx+xml':
            del publication.files[publication.name_of(item)]
            publication.manifest.remove(item)
    publication.spine.attrib.pop('toc', None)


def _names(publication: Publication) -> dict[str, str]:
    """``{name: name by the guide}`` of all files but those of META-INF."""
    names = {publication.package_name: 'item/standard.opf'}
    cover = publication.name_of(publication.item('cover-image'))
    chapters = (name for name in publication.spine_names() if _stem(name) not in _STEMS)
    numbers = {name: f'p-{number:03d}' for number, name in enumerate(chapters, 1)}
    pictures = 0
    for item in publication.items():
        name = publication.name_of(item)
        suffix = posixpath.splitext(name)[1]
        kind = item.get('media-type')
        if name in publication.documents:
            stem = numbers.get(name) or _STEMS[_stem(name)]
            folder = '' if stem == _NAVIGATION else 'xhtml/'
            names[name] = f'item/{folder}{stem}.xhtml'
        elif name == cover:
            names[name] = f'item/image/cover{suffix}'
        elif kind.startswith('image/'):
            pictures += 1
            names[name] = f'item/image/img-{pictures:03d}{suffix}'
        else:
            names[name] = f'item/style/{posixpath.basename(name)}'
    return names


def _stem(name: str) -> str:
    return posixpath.splitext(posixpath.basename(name))[0]


def _one_sheet(publication: Publication) -> None:
    """All that is linked from a document is book-style.css."""
    order = _linked(publication.documents.values())
    texts = [
        re.sub(r'@charset\s+"[^"]*";\s*', '', publication.sheets[name])
        for name in sorted(publication.sheets, key=order.index)
    ]
    for item in publication.items():
        if publication.name_of(item) in publication.sheets:
            publication.manifest.remove(item)
    for name in publication.sheets:
        del publication.files[name]
    publication.sheets.clear()
    publication.sheets[_SHEET] = '@charset "UTF-8";\n' + '\n'.join([*texts, _WRITING, _FIT])
    publication.files[_SHEET] = b''
    publication.add(_SHEET, 'text/css', 'book-style')


def _linked(documents: Iterable[etree._Element]) -> list[str]:
    """The names of the sheets in the order in which documents link them."""
    for root in documents:
        links = root.findall('.//{*}link')
        if links:
            return [f'item/style/{posixpath.basename(link.get("href"))}' for link in links]
    return []


def _lay_out(name: str, root: etree._Element, writing: str, title: str) -> None:
    stem = _stem(name)
    head, body = root.find('{*}head'), root.find('{*}body')
    for link in head.findall('{*}link'):
        head.remove(link)
    head.find('{*}title').text = 'Navigation' if stem == _NAVIGATION else title
    if stem == _NAVIGATION:
        body.attrib.clear()
        for nav in body.iter('{*}nav'):
            if nav.get(EPUB_TYPE) == 'toc':
                nav.set('id', 'toc')
        return
    href = posixpath.relpath(_SHEET, posixpath.dirname(name))
    link = element('link', rel='stylesheet', type='text/css', href=href)
    link.tail = '\n'
    head.append(link)
    is_cover = stem == 'p-cover'
    root.set('class', 'hltr' if is_cover else writing)
    for node in root.iter('{*}*'):
        node.attrib.pop(EPUB_TYPE, None)
    body.set('class', ' '.join([_CLASS.get(stem, 'p-text'), *body.get('class', '').split()]))
    if is_cover:
        picture = body.find('.//{*}img')
        shown = element('img', class_='fit', src=picture.get('src'), alt=picture.get('alt'))
        body[:] = [element('p', shown)]
        body.set('class', 'p-cover')
        body.set(EPUB_TYPE, 'cover')
    wrapped(body, 'main')


def _title(settings: Settings) -> str:
    return '　'.join(filter(None, (settings.title, settings.subtitle)))


def _ids(publication: Publication) -> None:
    """Items are called as their files, as in the guide's template."""
    new = {}
    for item in publication.items():
        name = publication.name_of(item)
        new[item.get('id')] = 'toc' if 'nav' in item.get('properties', '') else _stem(name)
        item.set('id', new[item.get('id')])
    for ref in publication.spine.iter('{*}itemref'):
        ref.set('idref', new[ref.get('idref')])
        ref.set('linear', 'yes')
        if ref.get('idref') == 'p-toc' and not ref.get('properties'):
            side = (
                'left' if publication.spine.get('page-progression-direction') == 'rtl' else 'right'
            )
            ref.set('properties', f'page-spread-{side}')
    for meta in publication.metadata.iter('{*}meta'):
        if meta.get('name') == 'cover':
            meta.set('content', 'cover')


def _metadata(publication: Publication) -> None:
    package = publication.package
    package.set('prefix', f'{package.get("prefix", "")} {_PREFIXES}'.strip())
    identifier = next(
        each
        for each in publication.metadata.iter('{*}identifier')
        if each.get('id') == package.get('unique-identifier')
    )
    identifier.set('id', 'unique-id')
    creators = {
        f'#{each.get("id")}': f'creator{number:02d}'
        for number, each in enumerate(publication.metadata.iter('{*}creator'), 1)
    }
    for each in publication.metadata:
        own, of = f'#{each.get("id")}', each.get('refines')
        if own in creators:
            each.set('id', creators[own])
        if of in creators:
            each.set('refines', f'#{creators[of]}')
    package.set('unique-identifier', 'unique-id')
    for name in ('ebpaj', 'dpfj'):
        set_meta(publication, f'{name}:guide-version', _VERSION)


PROFILE = Profile(
    'ebpaj',
    (
        Rule(
            'folders and names: item/standard.opf, navigation-documents.xhtml, xhtml/, style/, '
            'image/, p-cover, p-titlepage, p-toc, p-001 …, p-colophon, cover.jpg',
            f'{_GUIDE}, 基本的なフォルダ構成とファイル名, テンプレート',
            'so; chapters are p-001 on',
        ),
        Rule('one sheet is linked, book-style.css', f'{_GUIDE}, CSS', 'all sheets are in it'),
        Rule(
            'html class vrtl or hltr, body class p-text and so on, div.main',
            f'{_GUIDE}, XHTML文書ファイル',
            'so; the cover’s page is horizontal',
        ),
        Rule(
            'ebpaj:guide-version and dpfj:guide-version 1.1.4, with their prefixes',
            f'{_GUIDE}, OPFファイル',
            'so',
        ),
        Rule(
            'epub:type on the cover’s body and in navigation alone',
            f'{_GUIDE}, ファイル仕様',
            'so; roles of ARIA stay',
        ),
        Rule('title is that of the work', f'{_GUIDE}, ファイル仕様', 'so'),
        Rule('no NCX', f'{_GUIDE}, ナビゲーション文書', 'so'),
        Rule('documents of some 240 KB', f'{_GUIDE}, ファイル仕様', 'as in every EPUB'),
        Rule(
            'page-spread-left where a part of the book opens',
            f'{_GUIDE}, OPFファイル',
            'as in every EPUB, and the contents',
        ),
        Rule('the cover is cover.jpg', f'{_GUIDE}, OPFファイル', 'PNG is converted'),
    ),
    _apply,
)
