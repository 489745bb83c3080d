"""The files of an EPUB taken apart, so that a profile can change what its store asks for."""

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from urllib.parse import unquote

import tinycss2
from lxml import etree

from ...markup import Element, close

_CONTAINER = 'META-INF/container.xml'
_XHTML, _CSS = 'application/xhtml+xml', 'text/css'
_LINKS = ('href', 'src')
_URL = re.compile(r'url\((["\']?)([^)"\']+)\1\)')

#: What a rule of a sheet says: names and values, in order.
Declarations = Sequence[tuple[str, str]]

_OUTSIDE = re.compile(r'[a-zA-Z][a-zA-Z0-9+.-]*:')


class Publication:
    """``files`` (content by name in the archive) of an EPUB that the press made.

    ``package`` is the package document's tree; ``documents`` those of the content documents,
    ``sheets`` the texts of style sheets, both by file name. All may be changed in place.
    """

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = dict(files)
        container = etree.fromstring(self.files[_CONTAINER])
        self.package_name = container.find('.//{*}rootfile').get('full-path')
        parser = etree.XMLParser(remove_blank_text=True)
        self.package = etree.fromstring(self.files[self.package_name], parser)
        # Of two prefixes for one namespace the serializer takes what it likes.
        etree.cleanup_namespaces(self.package)
        self.documents: dict[str, Element] = {}
        self.sheets: dict[str, str] = {}
        for item in self.items():
            name = self.name_of(item)
            if item.get('media-type') == _XHTML:
                self.documents[name] = etree.fromstring(self.files[name])
            elif item.get('media-type') == _CSS:
                self.sheets[name] = self.files[name].decode()

    @property
    def metadata(self) -> Element:
        """The element of the package's metadata."""
        return self.package.find('{*}metadata')

    @property
    def manifest(self) -> Element:
        """The element of the package's list of files."""
        return self.package.find('{*}manifest')

    @property
    def spine(self) -> Element:
        """The element of the package's reading order."""
        return self.package.find('{*}spine')

    def items(self) -> list[Element]:
        """The ``item`` elements of the manifest."""
        return [*self.manifest.iter('{*}item')]

    def item(self, property_: str) -> Element:
        """The item that has this property (EPUB 3.3 §D.6)."""
        return next(
            item for item in self.items() if property_ in item.get('properties', '').split()
        )

    def name_of(self, item: Element) -> str:
        """The file name of an ``item`` in the archive."""
        return self._joined(self.package_name, item.get('href'))

    def spine_names(self) -> list[str]:
        """The file names of the content documents, as they are read."""
        names = {item.get('id'): self.name_of(item) for item in self.items()}
        return [names[ref.get('idref')] for ref in self.spine.iter('{*}itemref')]

    def add(self, name: str, media_type: str, id_: str, properties: str = '') -> Element:
        """A new item of the manifest for the file ``name``, whose content the caller adds."""
        item = etree.SubElement(self.manifest, f'{{{etree.QName(self.manifest).namespace}}}item')
        item.set('href', posixpath.relpath(name, posixpath.dirname(self.package_name)))
        item.set('id', id_)
        item.set('media-type', media_type)
        if properties:
            item.set('properties', properties)
        return item

    def rename(self, names: Mapping[str, str]) -> None:
        """Give files other names: ``{old: new}``, in the archive; all that names them follows."""

        def moved(base: str) -> Callable[[str], str]:
            here = posixpath.dirname(names.get(base, base))

            def address(old: str) -> str:
                if _OUTSIDE.match(old) or old.startswith('#'):
                    return old
                path, mark, fragment = old.partition('#')
                target = self._joined(base, path)
                return posixpath.relpath(names.get(target, target), here) + mark + fragment

            return address

        for name, root in self.documents.items():
            _map_links(root, moved(name))
        for name, css in self.sheets.items():
            to = moved(name)
            self.sheets[name] = _URL.sub(lambda match: f'url({to(match[2])})', css)
        to = moved(self.package_name)
        for node in self.package.iter('{*}item', '{*}reference'):
            node.set('href', to(node.get('href')))
        for name in [name for name in self.files if name.endswith('.ncx')]:
            root, to = etree.fromstring(self.files[name]), moved(name)
            for node in root.iter('{*}content'):
                node.set('src', to(node.get('src')))
            self.files[name] = _written(root)
        container = etree.fromstring(self.files[_CONTAINER])
        container.find('.//{*}rootfile').set(
            'full-path', names.get(self.package_name, self.package_name)
        )
        self.files[_CONTAINER] = _written(container)
        self.package_name = names.get(self.package_name, self.package_name)
        self.files = {names.get(name, name): content for name, content in self.files.items()}
        self.documents = {names.get(name, name): root for name, root in self.documents.items()}
        self.sheets = {names.get(name, name): css for name, css in self.sheets.items()}

    def edit_rules(self, edited: Callable[[str, Declarations], Declarations]) -> None:
        """Have every rule of the sheets declare what ``edited(selector, declarations)`` gives.

        Rules without declarations go, and comments within them.
        """
        for name, css in self.sheets.items():
            self.sheets[name] = ''.join(_edited_rules(css, edited))

    def written(self) -> dict[str, bytes]:
        """``{name: content}`` of all files as they are now."""
        made = dict(self.files)
        made |= {name: _written(root) for name, root in self.documents.items()}
        made |= {name: css.encode() for name, css in self.sheets.items()}
        made[self.package_name] = etree.tostring(
            self.package, pretty_print=True, encoding='utf-8', xml_declaration=True
        )
        return made

    @staticmethod
    def _joined(base: str, address: str) -> str:
        return posixpath.normpath(posixpath.join(posixpath.dirname(base), unquote(address)))


def _map_links(root: Element, address: Callable[[str], str]) -> None:
    for node in root.iter('{*}*'):
        for name in _LINKS:
            if node.get(name):
                node.set(name, address(node.get(name)))


def _written(root: Element) -> bytes:
    is_page = etree.QName(root).localname == 'html'
    if is_page:
        close(root)
    doctype = '<!DOCTYPE html>' if is_page else None
    return etree.tostring(root, encoding='utf-8', xml_declaration=True, doctype=doctype)


def _edited_rules(css: str, edited: Callable[[str, Declarations], Declarations]) -> Iterator[str]:
    for rule in tinycss2.parse_stylesheet(css):
        if rule.type != 'qualified-rule':
            yield rule.serialize()
            continue
        selector = tinycss2.serialize(rule.prelude)
        declared = [
            (each.name, tinycss2.serialize(each.value).strip() + ' !important' * each.important)
            for each in tinycss2.parse_blocks_contents(rule.content)
            if each.type == 'declaration'
        ]
        lines = [f'  {name}: {value};\n' for name, value in edited(selector.strip(), declared)]
        if lines:
            yield f'{selector}{{\n{"".join(lines)}}}'
