"""What several profiles do to a publication."""

import posixpath
import re

from lxml import etree

from ...markup import EPUB_TYPE, XHTML, element
from ...pictures import as_jpeg, as_png
from .publication import Declarations, Publication

_NEGATIVE = re.compile(r'(?<![\w.)])-\s*\.?\d')
_EM = re.compile(r'-?[\d.]+em')
_AT_LINE_HEAD = ('padding-top', 'padding-left', 'padding-inline', 'padding-inline-start')


def jpeg_cover(publication: Publication) -> None:
    """Have the cover picture be a JPEG."""
    _converted(publication, publication.item('cover-image'), 'image/jpeg')


def without_webp(publication: Publication) -> None:
    """Have no picture be WebP: those become PNG, which loses nothing."""
    for item in publication.items():
        if item.get('media-type') == 'image/webp':
            _converted(publication, item, 'image/png')


def _converted(publication: Publication, item: etree._Element, kind: str) -> None:
    if item.get('media-type') == kind:
        return
    name = publication.name_of(item)
    suffix = {'image/jpeg': '.jpg', 'image/png': '.png'}[kind]
    content = publication.files[name]
    publication.files[name] = as_jpeg(content) if kind == 'image/jpeg' else as_png(content)
    item.set('media-type', kind)
    publication.rename({name: posixpath.splitext(name)[0] + suffix})


def without_outside_links(publication: Publication) -> None:
    """Keep the words of links that lead out of the book, and not the links."""
    for root in publication.documents.values():
        for link in [*root.iter('{*}a')]:
            if re.match('[a-z][a-z0-9+.-]*:', link.get('href', ''), re.I):
                link.tag = f'{{{XHTML}}}span'
                for name in ('href', 'rel', 'role', EPUB_TYPE):
                    link.attrib.pop(name, None)


def without_negatives(publication: Publication) -> None:
    """Have no text stand out by a negative indent or margin.

    What the lines below were set in by, so that the first stands out, goes with it where the
    rule says both.
    """
    publication.edit_rules(_without_negatives)


def _without_negatives(selector: str, declared: Declarations) -> Declarations:
    depth = 0.0
    for name, value in declared:
        if name == 'text-indent' and _EM.fullmatch(value):
            depth = max(0.0, -float(value.removesuffix('em')))
    return [
        (name, _less_deep(value, depth) if name in _AT_LINE_HEAD else value)
        for name, value in declared
        if not (name.startswith(('text-indent', 'margin')) and _NEGATIVE.search(value))
    ]


def _less_deep(value: str, depth: float) -> str:
    """``value`` of a padding whose first length is that at the line head, by ``depth`` em less."""
    first, *rest = value.split(' ')
    if depth and _EM.fullmatch(first):
        first = f'{max(0.0, float(first.removesuffix("em")) - depth):g}em'
    return ' '.join([first, *rest])


def separate_navigation(publication: Publication, name: str = 'nav.xhtml') -> None:
    """Move what a reading system reads of the contents to a document that nobody turns to.

    The page of the contents keeps the links that are shown; landmarks and list of pages,
    which are hidden there, go.
    """
    old = publication.item('nav')
    shown = publication.name_of(old)
    new = posixpath.join(posixpath.dirname(shown), name)
    page = publication.documents[shown]
    apart = etree.fromstring(etree.tostring(page))
    for link in apart.iter('{*}a'):
        if link.get('href', '').startswith('#'):
            link.set('href', f'{posixpath.basename(shown)}{link.get("href")}')
    for marker in [*apart.iter('{*}span')]:
        if marker.get('role') == 'doc-pagebreak':
            marker.getparent().remove(marker)
    for nav in [*page.iter('{*}nav')]:
        if nav.get(EPUB_TYPE) != 'toc':
            nav.getparent().remove(nav)
        else:
            # A navigation document is one, and this is no more it.
            nav.attrib.pop(EPUB_TYPE)
    old.attrib.pop('properties')
    item = publication.add(new, 'application/xhtml+xml', 'nav', 'nav')
    publication.documents[new] = apart
    publication.manifest.insert(0, item)


def guide(publication: Publication) -> None:
    """Say in the way of EPUB 2 where cover, contents and text are (OPF 2.0.1 §2.6)."""
    kinds = {'cover': 'cover', 'toc': 'toc', 'bodymatter': 'text'}
    nav = publication.documents[publication.name_of(publication.item('nav'))]
    made = etree.SubElement(
        publication.package, f'{{{etree.QName(publication.package).namespace}}}guide'
    )
    for link in nav.iter('{*}a'):
        if link.get(EPUB_TYPE) in kinds:
            reference = etree.SubElement(made, f'{{{etree.QName(made).namespace}}}reference')
            reference.set('type', kinds[link.get(EPUB_TYPE)])
            reference.set('title', ''.join(link.itertext()))
            reference.set('href', link.get('href'))


def set_meta(publication: Publication, property_: str, value: str) -> None:
    """Say ``property_`` of the book once."""
    metadata = publication.metadata
    for meta in [*metadata.iter('{*}meta')]:
        if meta.get('property') == property_:
            metadata.remove(meta)
    made = etree.SubElement(metadata, f'{{{etree.QName(metadata).namespace}}}meta')
    made.set('property', property_)
    made.text = value


def wrapped(body: etree._Element, class_: str) -> None:
    """Put all that is in ``body`` into one ``div`` of a class."""
    content = [*body]
    box = element('div', class_=class_)
    box.extend(content)
    body.text = '\n'
    body.append(box)
    box.tail = '\n'
