"""The fonts of the book, with the characters it uses, for reading systems that have none such."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..css import css_string
from ..errors import BadFont
from ..fonts.subset import chosen_face, may_be_embedded, subset
from ..markup import Element, local_name
from ..settings import Settings, place_of

#: What style sheets put into the text: list markers, scenes, emphasis dots.
_GENERATED = '、・＊﹅﹆〇一二三四五六七八九十' + ''.join(map(chr, range(0x20, 0x7F)))

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


def embedded_fonts(settings: Settings, bodies: Iterable[Element]) -> list[EmbeddedFont]:
    """The ``EmbeddedFont`` of every role and weight that ``bodies`` (elements) are set in.

    Each holds the characters they use, with their vertical forms (OpenType
    ``vert``, ``vrt2``), as OpenType (EPUB 3.3 §3.2, core media types). The same
    fonts and text give the same bytes. Raises ``BadInput`` naming book.yaml
    where none of its fonts is on this machine, has no vertical forms, or may
    not be embedded.
    """
    fonts = []
    for (role, weight), characters in sorted(_characters(bodies).items()):
        families = getattr(settings.fonts, role)
        face = chosen_face(families, weight, settings.language)
        family = face.family_among(families)
        if not family:
            raise BadFont(
                place_of(settings, 'fonts'),
                'none of {families} is on this machine; "embed_font" needs one of them',
                families=families,
            )
        if not may_be_embedded(face):
            raise BadFont(
                place_of(settings, 'fonts'),
                'the maker of {name} does not allow it to be embedded',
                name=face.name,
            )
        content = subset(face, characters, weight)
        kind = 'otf' if content[:4] == b'OTTO' else 'ttf'
        name = f'fonts/{role}-{weight}.{kind}'
        fonts.append(
            EmbeddedFont(
                name,
                f'font/{kind}',
                content,
                f'@font-face {{\n  font-family: {css_string(family)};\n'
                f'  font-weight: {weight};\n  src: url({name});\n}}\n',
            )
        )
    return fonts


def _characters(bodies: Iterable[Element]) -> dict[tuple[str, int], set[str]]:
    """``{(role, weight): characters}``: what the sheets set in each font."""
    characters_of = {('serif', 400): set(_GENERATED)}

    def visit(node: Element, role: str, weight: int) -> None:
        name = local_name(node)
        if name in _MONOSPACED:
            return
        role = 'sans' if name in _SANS else role
        weight = 700 if name in _BOLD else weight
        characters_of.setdefault((role, weight), set()).update(node.text or '')
        for child in node:
            visit(child, role, weight)
            characters_of[role, weight].update(child.tail or '')

    for body in bodies:
        visit(body, 'serif', 400)
    return {key: characters for key, characters in characters_of.items() if characters}
