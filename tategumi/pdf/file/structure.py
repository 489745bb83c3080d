"""What the structure of a tagged PDF needs and WeasyPrint has no tags for."""

import pydyf
from weasyprint.formatting_structure.boxes import PageBox, TextBox
from weasyprint.pdf.tags import _build_box_tree as build_box_tree_alone

#: What may hold text itself (ISO 32000-1, 14.8.4.3, 14.8.4.4): no mere groups of elements.
_HOLD_TEXT = frozenset(
    f'/{role}'
    for role in (
        'P',
        'H1',
        'H2',
        'H3',
        'H4',
        'H5',
        'H6',
        'Lbl',
        'LBody',
        'TH',
        'TD',
        'Caption',
        'Span',
    )
)

#: What is one element however many pages it takes.
_GO_ON = ('section', 'p')

#: What WeasyPrint makes no element of, but those of what is in it.
_TRANSPARENT = ('html', 'body')


def build_box_tree(box, parent, pdf, page_number, nums, *arguments):
    """Yield the structure elements of ``box``; stands for WeasyPrint's function.

    A note's is ``Note``, with the identifier that PDF/UA wants of it (ISO
    32000-1, 14.8.4.4.1; ISO 14289-1, 7.9). A ``Link`` has an annotation, which says
    where it leads in the words of the link (7.18.5); a head of a table says of
    which cells it is (7.5), and text in another language, which (7.2). Text has no
    element of its own where what it stands in may hold text itself, and what goes on over the
    page is one element.
    """
    elements = pdf if isinstance(pdf, _Elements) else _Elements(pdf, page_number)
    begun = elements.begin(box, parent)
    made = build_box_tree_alone(box, parent, elements, page_number, nums, *arguments)
    if isinstance(box, PageBox) or box.element_tag in _TRANSPARENT:
        yield from made
        return
    for element in made:
        elements.place_text(element, nums)
        if begun:
            elements.go_on(begun, element)
            continue
        _describe(element, box, page_number)
        elements.keep(box, parent, element)
        yield element


def _describe(element, box, page_number):
    made = box.element
    # Not what a sheet adds before or behind an element.
    is_own = made is not None and box.element_tag == made.tag
    if is_own and made.tag == 'aside':
        element['S'] = '/Note'
        element['ID'] = pydyf.String(f'{made.get("id")}-page-{page_number + 1}')
    if is_own and made.get('lang'):
        element['Lang'] = pydyf.String(made.get('lang'))
    if element['S'] == '/Link' and not box.link_annotation:
        element['S'] = '/Span'
    elif element['S'] == '/Link' and (words := _words(box).strip()):
        box.link_annotation['Contents'] = pydyf.String(words)
    elif element['S'] == '/TH':
        element['A']['Scope'] = '/Column'


class _Elements:
    """Stands for ``pdf`` where the elements of one page are made, and adds those it needs.

    The elements of text wait until it is known what holds them.
    """

    def __init__(self, pdf, page_number):
        self._pdf, self._page_number = pdf, page_number
        self._waiting, self._begun = {}, None
        self.page_references = pdf.page_references

    def add_object(self, item):
        """Add ``item`` to the PDF if it is neither of a text nor of what goes on."""
        if self._begun:
            item.number, self._begun = self._begun.number, None
        elif item.get('S') == '/Span' and item['K']:
            item.number = f'text {len(self._waiting)}'
            self._waiting[item.reference] = item
        else:
            self._pdf.add_object(item)

    def begin(self, box, parent):
        """The element that ``box`` goes on with from the page before; ``None`` for others."""
        number, element = self._pdf.last_elements.get(_place(box, parent), (None, None))
        if number is None or number != self._page_number - 1:
            return None
        self._begun = element
        self._pdf.last_elements[_place(box, parent)] = self._page_number, element
        return element

    def keep(self, box, parent, element):
        """Remember that ``box`` may go on on the next page."""
        if box.element_tag in _GO_ON:
            self._pdf.last_elements[_place(box, parent)] = self._page_number, element

    def place_text(self, element, nums):
        """Give ``element`` the texts that stand in it, or add theirs to the PDF."""
        kids = element['K']
        for at, kid in enumerate(kids):
            text = self._waiting.get(kid)
            if text is None:
                continue
            (mark,) = text['K']
            if element['S'] in _HOLD_TEXT:
                kids[at], nums[mark] = mark, element.reference
            else:
                self._pdf.add_object(text)
                kids[at] = nums[mark] = text.reference

    @staticmethod
    def go_on(begun, element):
        """Let what is in ``element``, on another page, follow what is in ``begun``."""
        begun['K'] += (
            pydyf.Dictionary({'Type': '/MCR', 'Pg': element['Pg'], 'MCID': kid})
            if isinstance(kid, int)
            else kid
            for kid in element['K']
        )


def _place(box, parent):
    """What tells ``box`` below ``parent`` from others, page after page."""
    return box.element, box.element_tag, parent.number


def add_note_identifiers(pdf):
    """List the identifiers of the notes in the structure root of ``pdf`` (14.7.2)."""
    notes = {
        element['ID'].string: element
        for element in pdf.objects
        if isinstance(element, pydyf.Dictionary) and element.get('S') == '/Note'
    }
    if notes:
        (root,) = (
            item
            for item in pdf.objects
            if isinstance(item, pydyf.Dictionary) and item.get('Type') == '/StructTreeRoot'
        )
        names = [
            part for name in sorted(notes) for part in (notes[name]['ID'], notes[name].reference)
        ]
        root['IDTree'] = pydyf.Dictionary({'Names': pydyf.Array(names)})


def _words(box):
    """The text of ``box`` but for what a sheet adds before and behind it."""
    if isinstance(box, TextBox):
        return '' if box.element_tag == 'rt' else box.text
    return ''.join(
        _words(child)
        for child in getattr(box, 'children', ())
        if '::' not in (child.element_tag or '')
    )
