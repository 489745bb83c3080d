"""Checks what goes to the printer: what PDF/X wants, and boxes, inks and fonts of every page."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf

from ..errors import BadFile
from ..files import bytes_of
from ..messages import Message
from ..settings import Settings
from .fault import (
    PRINT_ANNOTATION,
    PRINT_BOX,
    PRINT_CLAIM,
    PRINT_FONT,
    PRINT_INK,
    PRINT_OPACITY,
    Fault,
    Kind,
    page_place,
)

#: Colour spaces of inks (ISO 15930-4, 6.2.3).
_INKS = ('/DeviceGray', '/DeviceCMYK', '/Separation', '/DeviceN', '/Pattern', '/Indexed')

#: Operators that set a colour of the screen.
_SCREEN = ('rg', 'RG')

#: Points by which boxes may differ and still be the same.
_SAME = 0.01


def check_print(path: Path, settings: Settings, one_size: bool = True) -> list[Fault]:
    """The faults of the PDF for the printer at ``path``, whose pages are of ``one_size``.

    Raises ``BadInput`` when there is no such file, or it is no PDF.
    """
    try:
        pdf = pikepdf.open(BytesIO(bytes_of(path)))
    except pikepdf.PdfError as error:
        raise BadFile(path, 'is no PDF: {reason}', reason=str(error)) from error
    with pdf:
        found = _Finder(pdf, one_size)
        faults = [kind.fault(f'{path}', message) for kind, message in found.of_file()]
        for number, page in enumerate(pdf.pages, 1):
            faults += [
                kind.fault(page_place(path, number), message)
                for kind, message in dict.fromkeys(found.of_page(page))
            ]
    return faults


class _Finder:
    """Looks at a PDF and its pages; what pages share is looked at once."""

    def __init__(self, pdf: pikepdf.Pdf, one_size: bool) -> None:
        self._pdf, self._one_size = pdf, one_size
        info = pdf.docinfo
        self._claim = str(info.get('/GTS_PDFXVersion', ''))
        if not self._claim:
            with pdf.open_metadata() as metadata:
                self._claim = str(metadata.get('pdfxid:GTS_PDFXVersion', ''))
        self._is_opaque = self._claim.startswith('PDF/X-1a')
        self._known: dict[Any, list[tuple[Kind, str]]] = {}
        self._size: list[float] | None = None

    def of_file(self) -> Iterator[tuple[Kind, str]]:
        """What is wrong with the file as a whole."""
        if self._claim not in ('PDF/X-1a:2003', 'PDF/X-4'):
            yield PRINT_CLAIM, Message('it does not say of which PDF/X it is')
        info = self._pdf.docinfo
        for key in ('/Title', '/CreationDate', '/ModDate', '/Trapped'):
            if key not in info:
                yield PRINT_CLAIM, Message('it does not say its {key}', key=key[1:])
        if '/ID' not in self._pdf.trailer:
            yield PRINT_CLAIM, Message('it has no ID')
        if self._pdf.is_encrypted:
            yield PRINT_CLAIM, Message('it is encrypted')
        intents = [
            intent
            for intent in self._pdf.Root.get('/OutputIntents', [])
            if intent.get('/S') == '/GTS_PDFX'
        ]
        if len(intents) != 1 or not intents[0].get('/OutputConditionIdentifier'):
            yield PRINT_CLAIM, Message('it does not say for which printing condition it is')
        elif '/DestOutputProfile' not in intents[0] and (
            not self._is_opaque or '/RegistryName' not in intents[0]
        ):
            yield PRINT_CLAIM, Message('it has no profile of its printing condition')

    def of_page(self, page: pikepdf.Page) -> Iterator[tuple[Kind, str]]:
        """What is wrong with ``page``."""
        yield from self._boxes(page)
        if page.obj.get('/Annots'):
            yield PRINT_ANNOTATION, Message('it has links or notes')
        if self._is_opaque and '/Group' in page.obj:
            yield PRINT_OPACITY, Message('its page is a transparency group')
        yield from self._content(page.obj, page.resources)

    def _boxes(self, page: pikepdf.Page) -> Iterator[tuple[Kind, str]]:
        if '/TrimBox' not in page.obj:
            yield PRINT_BOX, Message('it has no TrimBox')
            return
        media, bleed, trim = (
            [*map(float, box)] for box in (page.mediabox, page.bleedbox, page.trimbox)
        )
        for outer, inner, name in ((media, bleed, 'BleedBox'), (bleed, trim, 'TrimBox')):
            if any(one > other + _SAME for one, other in zip(outer[:2], inner[:2])) or any(
                one < other - _SAME for one, other in zip(outer[2:], inner[2:])
            ):
                yield PRINT_BOX, Message('its {name} reaches beyond the box around it', name=name)
        size = [trim[2] - trim[0], trim[3] - trim[1]]
        self._size = self._size or size
        if self._one_size and any(
            abs(one - other) > _SAME for one, other in zip(size, self._size)
        ):
            yield PRINT_BOX, Message('it is trimmed to another size than the first')

    def _content(self, stream: Any, resources: Any) -> list[tuple[Kind, str]]:
        """What is wrong in a content ``stream`` and in what it calls by name."""
        found = [*self._resources(resources)]
        for instruction in pikepdf.parse_content_stream(stream):
            operands, name = instruction.operands, str(instruction.operator)
            if name in _SCREEN:
                shown = ' '.join(str(operand) for operand in operands)
                found.append(
                    (PRINT_INK, Message('the colour {colour} is of a screen', colour=shown))
                )
            elif name in ('cs', 'CS') and str(operands[0]) in ('/DeviceRGB', '/Lab'):
                found.append(
                    (PRINT_INK, Message('a colour is of {space}', space=str(operands[0])))
                )
            elif name == 'INLINE IMAGE':
                found.append((PRINT_INK, Message('a picture stands in the text of the page')))
        return found

    def _resources(self, resources: Any) -> list[tuple[Kind, str]]:
        key = resources.objgen if resources.is_indirect else id(resources)
        if key not in self._known:
            self._known[key] = []
            self._known[key] = [*self._named(resources)]
        return self._known[key]

    def _named(self, resources: Any) -> Iterator[tuple[Kind, str]]:
        for font in resources.get('/Font', {}).values():
            yield from _font(font, self._is_opaque)
        for space in resources.get('/ColorSpace', {}).values():
            yield from _space(space)
        for state in resources.get('/ExtGState', {}).values():
            if self._is_opaque and not _opaque(state):
                yield PRINT_OPACITY, Message('something is not opaque')
        for shading in resources.get('/Shading', {}).values():
            yield from _space(shading.ColorSpace)
        for pattern in resources.get('/Pattern', {}).values():
            if '/Resources' in pattern:
                yield from self._content(pattern, pattern.Resources)
        for drawn in resources.get('/XObject', {}).values():
            if drawn.Subtype == '/Form':
                if self._is_opaque and '/Group' in drawn:
                    yield PRINT_OPACITY, Message('a drawing is a transparency group')
                yield from self._content(drawn, drawn.get('/Resources', resources))
            else:
                yield from _space(drawn.get('/ColorSpace', pikepdf.Name.DeviceGray))
                if self._is_opaque and '/SMask' in drawn:
                    yield PRINT_OPACITY, Message('a picture is not opaque')


def _font(font: Any, is_old: bool) -> Iterator[tuple[Kind, str]]:
    whole = font.DescendantFonts[0] if '/DescendantFonts' in font else font
    name = str(font.BaseFont)[1:]
    descriptor = whole.get('/FontDescriptor', {})
    if not any(key in descriptor for key in ('/FontFile', '/FontFile2', '/FontFile3')):
        yield PRINT_FONT, Message('the font {name} is not in the file', name=name)
    elif is_old and descriptor.get('/FontFile3', {}).get('/Subtype') == '/OpenType':
        told = Message('the font {name} is in a form that came with PDF 1.6', name=name)
        yield PRINT_FONT, told


def _space(space: Any) -> Iterator[tuple[Kind, str]]:
    name = str(space[0] if isinstance(space, pikepdf.Array) else space)
    if name not in _INKS:
        yield PRINT_INK, Message('a colour is of {space}', space=name)
    elif name == '/Indexed':
        yield from _space(space[1])


def _opaque(state: Any) -> bool:
    return (
        state.get('/ca', 1) == 1
        and state.get('/CA', 1) == 1
        and state.get('/SMask', '/None') == '/None'
        and state.get('/BM', '/Normal') in ('/Normal', '/Compatible')
    )
