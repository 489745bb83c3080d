"""The fonts of the book, with the characters it uses, for reading systems that have none such."""

import struct
from dataclasses import dataclass

import uharfbuzz
from weasyprint.css import InitialStyle
from weasyprint.text.fonts import FontConfiguration

from ..css import css_string
from ..errors import BadInput
from ..markup import local_name
from ..pdf.drawing.faces import Faces
from ..settings import place_of

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

#: What style sheets put into the text: list markers, scenes, emphasis dots.
_GENERATED = '、・＊﹅﹆〇一二三四五六七八九十' + ''.join(map(chr, range(0x20, 0x7F)))

#: The name table's copyright, names, version, licence and its address.
_NAMES = (0, 1, 2, 3, 4, 5, 6, 13, 14)

#: Bits of OS/2 fsType: no embedding, and none of a part.
_RESTRICTED, _NO_SUBSETTING = 0x0002, 0x0100

_BOLD = frozenset({'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'strong', 'th'})
_SANS = frozenset({'strong', 'th'})
_MONOSPACED = frozenset({'pre', 'code'})


@dataclass(frozen=True)
class EmbeddedFont:
    """A font file: its ``name`` in the EPUB, media type, bytes, and the CSS that says so."""

    name: str
    media_type: str
    content: bytes
    css: str


def embedded_fonts(settings, bodies):
    """The ``EmbeddedFont`` of every role and weight that ``bodies`` (elements) are set in.

    Each holds the characters they use, with their vertical forms (OpenType
    ``vert``, ``vrt2``), as OpenType (EPUB 3.3 §3.2, core media types). The same
    fonts and text give the same bytes. Raises ``BadInput`` naming book.yaml
    where none of its fonts is on this machine, has no vertical forms, or may
    not be embedded.
    """
    faces, style, fonts = Faces(), InitialStyle(FontConfiguration()), []
    for (role, weight), characters in sorted(_characters(bodies).items()):
        families = getattr(settings.fonts, role)
        style.update(font_family=families, font_weight=weight, lang=settings.language)
        face = faces.of(style)['国']
        if face.name not in families:
            raise BadInput(
                place_of(settings, 'fonts'),
                f'none of {", ".join(families)} is on this '
                'machine; "embed_font" needs one of them',
            )
        if not may_be_embedded(face):
            raise BadInput(
                place_of(settings, 'fonts'),
                f'the maker of {face.name} does not allow it to be embedded',
            )
        content = subset(face, characters, weight)
        kind = 'otf' if content[:4] == b'OTTO' else 'ttf'
        name = f'fonts/{role}-{weight}.{kind}'
        fonts.append(
            EmbeddedFont(
                name,
                f'font/{kind}',
                content,
                f'@font-face {{\n  font-family: {css_string(face.name)};\n'
                f'  font-weight: {weight};\n  src: url({name});\n}}\n',
            )
        )
    return fonts


def may_be_embedded(face):
    """Does the font's maker allow a part of it in a book (OpenType, OS/2 ``fsType``)?"""
    (rights,) = struct.unpack('>H', face.hb_font.face.reference_table('OS/2').data[8:10])
    return not rights & (_RESTRICTED | _NO_SUBSETTING)


def subset(face, characters, weight=400):
    """The font of ``face`` with ``characters`` alone, as the bytes of an OpenType file.

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


def _characters(bodies):
    """``{(role, weight): characters}``: what the sheets set in each font."""
    found = {('serif', 400): set(_GENERATED)}

    def visit(node, role, weight):
        name = local_name(node)
        if name in _MONOSPACED:
            return
        role = 'sans' if name in _SANS else role
        weight = 700 if name in _BOLD else weight
        found.setdefault((role, weight), set()).update(node.text or '')
        for child in node:
            visit(child, role, weight)
            found[role, weight].update(child.tail or '')

    for body in bodies:
        visit(body, 'serif', 400)
    return {key: characters for key, characters in found.items() if characters}
