"""Makes subsets of fonts."""

import struct
from collections.abc import Iterable, Sequence

import uharfbuzz
from weasyprint.css import InitialStyle
from weasyprint.text.fonts import FontConfiguration

from .faces import Face, Faces

#: OpenType features that CSS for Japanese text asks for: vertical forms, forms that
#: share a line's width, trimmed marks, and what scripts need of themselves.
_FEATURES = (
    'vert',
    'vrt2',
    'fwid',
    'hwid',
    'twid',
    'qwid',
    'halt',
    'vhal',
    'chws',
    'vchw',
    'ccmp',
    'locl',
    'kern',
    'vkrn',
    'mark',
    'mkmk',
    'rlig',
)

#: The name table's copyright, names, version, licence and its address.
_NAMES = (0, 1, 2, 3, 4, 5, 6, 13, 14)

#: Bits of OS/2 fsType: no embedding, and none of a part.
_RESTRICTED, _NO_SUBSETTING = 0x0002, 0x0100


def chosen_face(families: Sequence[str], weight: int, language: str) -> Face:
    """The face of 国: of the first of ``families`` that is there, or of another font if none is.

    Raises ``BadInput`` for a font without vertical forms.
    """
    style = InitialStyle(FontConfiguration())
    style.update(font_family=families, font_weight=weight, lang=language)
    return Faces().of(style)['国']


def may_be_embedded(face: Face) -> bool:
    """Whether the font's licence bits allow embedding a subset (OpenType, OS/2 ``fsType``)."""
    (rights,) = struct.unpack('>H', face.hb_font.face.reference_table('OS/2').data[8:10])
    return not rights & (_RESTRICTED | _NO_SUBSETTING)


def subset(face: Face, characters: Iterable[str], weight: int = 400) -> bytes:
    """Subset the font of ``face`` to ``characters``: the bytes of an OpenType file.

    A variable font is fixed at ``weight``.
    """
    whole = face.hb_font.face
    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.update(map(ord, characters))
    wanted.layout_feature_tag_set.clear()
    wanted.layout_feature_tag_set.update(int.from_bytes(tag.encode(), 'big') for tag in _FEATURES)
    wanted.name_id_set.clear()
    wanted.name_id_set.update(_NAMES)
    for axis in whole.axis_infos:
        wanted.pin_axis_to_default(whole, axis.tag)
        if axis.tag == 'wght':
            wanted.pin_axis_location(whole, axis.tag, weight)
    return bytes(uharfbuzz.subset(whole, wanted).blob.data)
