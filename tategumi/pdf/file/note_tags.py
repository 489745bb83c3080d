"""Notes in the structure of a tagged PDF, which WeasyPrint has no tag for."""

import pydyf
from weasyprint.pdf.tags import _build_box_tree as build_box_tree_alone


def build_box_tree(box, parent, pdf, page_number, *arguments):
    """Yield the structure elements of ``box``; stands for WeasyPrint's function.

    A note's is ``Note``, with the identifier that PDF/UA wants of it (ISO
    32000-1, 14.8.4.4.1; ISO 14289-1, 7.9).
    """
    for element in build_box_tree_alone(box, parent, pdf, page_number, *arguments):
        made = getattr(box, 'element', None)
        if made is not None and box.element_tag == made.tag == 'aside':
            element['S'] = '/Note'
            element['ID'] = pydyf.String(f'{made.get("id")}-page-{page_number + 1}')
        yield element


def add_note_identifiers(pdf):
    """List the identifiers of the notes in the structure root of ``pdf`` (14.7.2)."""
    notes = {
        element['ID'].string: element for element in pdf.objects
        if isinstance(element, pydyf.Dictionary) and element.get('S') == '/Note'}
    if notes:
        root, = (item for item in pdf.objects if isinstance(item, pydyf.Dictionary)
                 and item.get('Type') == '/StructTreeRoot')
        names = [part for name in sorted(notes)
                 for part in (notes[name]['ID'], notes[name].reference)]
        root['IDTree'] = pydyf.Dictionary({'Names': pydyf.Array(names)})
