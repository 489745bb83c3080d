"""What the structure of a tagged PDF needs and WeasyPrint has no tags for."""

import pydyf
from weasyprint.formatting_structure.boxes import TextBox
from weasyprint.pdf.tags import _build_box_tree as build_box_tree_alone


def build_box_tree(box, parent, pdf, page_number, *arguments):
    """Yield the structure elements of ``box``; stands for WeasyPrint's function.

    A note's is ``Note``, with the identifier that PDF/UA wants of it (ISO
    32000-1, 14.8.4.4.1; ISO 14289-1, 7.9). A ``Link`` has an annotation, which says
    where it leads in the words of the link (7.18.5); a head of a table says of
    which cells it is (7.5), and text in another language, which (7.2).
    """
    for element in build_box_tree_alone(box, parent, pdf, page_number, *arguments):
        made = getattr(box, 'element', None)
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


def _words(box):
    """The text of ``box`` but for what a sheet adds before and behind it."""
    if isinstance(box, TextBox):
        return box.text
    return ''.join(
        _words(child) for child in getattr(box, 'children', ())
        if '::' not in (child.element_tag or ''))
