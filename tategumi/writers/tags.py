"""The structure of a tagged PDF, from the nodes of the book's own XHTML (ISO 32000-1, 14.7)."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeAlias

from ..frames.frame import BookPage, Node
from .file import File
from .objects import Ref, text_string

#: On the paper, in pt: left, bottom, right, top.
Box: TypeAlias = tuple[float, float, float, float]

#: The dictionary of an element, or of the annotation of a link.
_Object: TypeAlias = dict[str, Any]
_Annotation: TypeAlias = tuple[_Object, Ref]

#: What the elements of XHTML are in a PDF (14.8.4); others group what is in them.
_ROLES = {
    'a': 'Link',
    'article': 'Art',
    'aside': 'Note',
    'blockquote': 'BlockQuote',
    'caption': 'Caption',
    'div': 'Div',
    'dl': 'L',
    'figcaption': 'Caption',
    'img': 'Figure',
    'li::before': 'Lbl',
    'li::marker': 'Lbl',
    'main': 'Part',
    'ol': 'L',
    'pre': 'P',
    'section': 'Sect',
    'span': 'Span',
    'table': 'Table',
    'tbody': 'TBody',
    'tfoot': 'TFoot',
    'thead': 'THead',
    'ul': 'L',
    **{tag: tag.upper() for tag in ('p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'tr', 'th', 'td')},
}

#: The items of lists: their label aside, what is in them is their body (14.8.4.3.3).
_ITEMS = ('li', 'dt', 'dd')

#: What may hold text itself (14.8.4.3, 14.8.4.4): no mere groups of elements.
_HOLD_TEXT = frozenset(
    f'/{role}'
    for role in (
        *('P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'Lbl', 'LBody', 'TH', 'TD', 'Caption'),
        *('Span', 'Code', 'Link', 'Figure'),
    )
)

#: What is one element however many pages it takes.
_GO_ON = ('Sect', 'P', 'Div', 'BlockQuote', 'L', 'LI', 'LBody')

#: What says something where nothing is in it.
_NEVER_EMPTY = ('Table', 'TR', 'TH', 'TD')


class Tags:
    """The structure tree of the book, added to ``file`` (``File``) page by page."""

    def __init__(self, file: File) -> None:
        self._file = file
        self._root: _Object = {'Type': '/StructTreeRoot'}
        self.reference = file.add(self._root)
        self._document: _Object = {
            'Type': '/StructElem',
            'S': '/Document',
            'P': self.reference,
            'K': [],
        }
        self._document_reference = file.add(self._document)
        self._root['K'] = [self._document_reference]
        # The number tree of parents: of pages and annotations, each followed by its own.
        self._numbers: list[Any] = []
        self._notes: dict[bytes, Ref] = {}
        self._annotations: list[_Annotation] = []
        # The elements that may go on on the next page, and those that did on this one.
        self._begun: dict[Any, tuple[_Object, Ref]] = {}
        self._going_on: dict[Any, tuple[_Object, Ref]] = {}

    def add_page(
        self,
        page: BookPage,
        reference: Ref,
        marks: Sequence[int],
        links: dict[int, list[_Annotation]],
        turned: Callable[[Sequence[float]], Box],
    ) -> None:
        """Add what is on ``page`` (``BookPage``), which is ``reference`` in the file.

        ``marks`` are its contents in the order of their MCIDs; ``links`` maps an element of
        its segment to the annotations of its links, ``(dictionary, Ref)``; ``turned(box)``
        leads a box of the frame to the paper.
        """
        self._begun, self._going_on = self._going_on, {}
        self._page, self._reference = page, reference
        self._links, self._turned = links, turned
        self._parents: list[Ref | None] = [None] * len(marks)
        self._contents: dict[int, list[int]] = {}
        for number, mark in enumerate(marks):
            self._contents.setdefault(mark, []).append(number)
        self._add_kids(page.frame.tree, self._document, self._document_reference)
        for annotations in links.values():
            # What leads somewhere and is no element of its own.
            element, own = self._new('Link', self._document, self._document_reference)
            self._add_annotations(annotations, element, own, '')
        self._numbers += len(self._numbers) // 2, self._parents

    def finish(self) -> None:
        """Say what else the tree has."""
        for annotation, element in self._annotations:
            annotation['StructParent'] = len(self._numbers) // 2
            self._numbers += annotation['StructParent'], element
        self._root['ParentTree'] = self._file.add({'Nums': self._numbers})
        if self._notes:
            names = [part for note in sorted(self._notes.items()) for part in note]
            self._root['IDTree'] = {'Names': names}

    def _new(self, role: str, parent: _Object, parent_reference: Ref) -> tuple[_Object, Ref]:
        element: _Object = {
            'Type': '/StructElem',
            'S': f'/{role}',
            'P': parent_reference,
            'Pg': self._reference,
            'K': [],
        }
        reference = self._file.add(element)
        parent['K'].append(reference)
        return element, reference

    def _element(
        self, role: str, key: tuple[Any, ...], parent: _Object, parent_reference: Ref
    ) -> tuple[tuple[_Object, Ref], bool]:
        """The element of ``key``, begun on the page before or new."""
        begun = self._begun.get(key) if role in _GO_ON else None
        element = begun or self._new(role, parent, parent_reference)
        self._going_on[key] = element
        return element, not begun

    def _add_kids(self, kids: Iterable[Node | int], element: _Object, reference: Ref) -> None:
        for kid in kids:
            if isinstance(kid, Node):
                self._add(kid, element, reference)
            else:
                self._add_content(self._contents.get(kid, ()), element, reference)

    def _add_content(self, numbers: Iterable[int], element: _Object, reference: Ref) -> None:
        for number in numbers:
            if element['S'] in _HOLD_TEXT:
                held, own = element, reference
            else:
                held, own = self._new('Span', element, reference)
            self._parents[number] = own
            held['K'].append(
                number
                if held['Pg'] == self._reference
                else {'Type': '/MCR', 'Pg': self._reference, 'MCID': number}
            )

    def _is_empty(self, node: Node) -> bool:
        return (
            _ROLES.get(node.name) not in _NEVER_EMPTY
            and node.element not in self._links
            and all(
                self._is_empty(kid) if isinstance(kid, Node) else kid not in self._contents
                for kid in node.kids
            )
        )

    def _add(self, node: Node, parent: _Object, parent_reference: Ref) -> None:
        if self._is_empty(node):
            return
        links = self._links.pop(node.element, ()) if node.name == 'a' else ()
        role = _ROLES.get(node.name, 'LI' if node.name in _ITEMS else 'NonStruct')
        if role == 'Link' and not links:
            role = 'Span'
        key = self._page.number, node.element, node.name
        (element, reference), is_new = self._element(role, key, parent, parent_reference)
        if is_new:
            self._describe(node, element, reference)
        self._add_annotations(links, element, reference, node.words.strip())
        if role == 'LI':
            self._add_item(node, key, element, reference)
        elif node.name == 'pre':
            (code, own), _ = self._element('Code', (*key, 'code'), element, reference)
            self._add_kids(node.kids, code, own)
        else:
            self._add_kids(node.kids, element, reference)

    def _add_item(
        self, node: Node, key: tuple[Any, ...], element: _Object, reference: Ref
    ) -> None:
        labels = [kid for kid in node.kids if isinstance(kid, Node) and '::' in kid.name]
        self._add_kids(labels, element, reference)
        if rest := [kid for kid in node.kids if kid not in labels]:
            (body, own), _ = self._element('LBody', (*key, 'body'), element, reference)
            self._add_kids(rest, body, own)

    def _add_annotations(
        self, annotations: Iterable[_Annotation], element: _Object, reference: Ref, words: str
    ) -> None:
        for annotation, own in annotations:
            element['K'].append({'Type': '/OBJR', 'Obj': own, 'Pg': self._reference})
            if words:
                annotation['Contents'] = text_string(words)
            self._annotations.append((annotation, reference))

    def _describe(self, node: Node, element: _Object, reference: Ref) -> None:
        """What a reader is told of ``node`` beside its role.

        A note has the identifier that PDF/UA wants of it (14.8.4.4.1; ISO 14289-1, 7.9); a
        head of a table says of which cells it is (7.5), text in another language, which (7.2).
        """
        attributes = self._page.segment.elements[node.element].attributes
        role = element['S']
        if '::' in node.name:
            return
        if 'lang' in attributes:
            element['Lang'] = text_string(attributes['lang'])
        if role == '/Note':
            element['ID'] = text_string(
                f'{attributes.get("id")}-page-{len(self._numbers) // 2 + 1}'
            )
            self._notes[element['ID']] = reference
        elif role == '/Figure':
            element['A'] = {'O': '/Layout', 'BBox': self._turned(node.box)}
            if attributes.get('alt'):
                element['Alt'] = text_string(attributes['alt'])
        elif role in ('/TH', '/TD'):
            element['A'] = {'O': '/Table'}
            for name, span in (('ColSpan', 'colspan'), ('RowSpan', 'rowspan')):
                if attributes.get(span, '1') != '1':
                    element['A'][name] = int(attributes[span])
            if role == '/TH':
                element['A']['Scope'] = '/Row' if attributes.get('scope') == 'row' else '/Column'
