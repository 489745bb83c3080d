"""Fonts as vertical text needs them: the glyph of a character and its vertical metrics."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeAlias

import uharfbuzz
from weasyprint.text.ffi import ffi, harfbuzz, pango
from weasyprint.text.fonts import get_pango_font_hb_face, get_pango_font_key
from weasyprint.text.line_break import create_layout

from ..errors import BadFont, Unavailable
from .pattern import bare, families_of, font_blob

_Point: TypeAlias = tuple[float, float]


@dataclass(eq=False)
class Face:
    """One font file, opened by HarfBuzz, as a document uses it.

    ``layout`` keeps ``pango_font`` alive; ``ascent`` is the height of the top of
    the em square above the baseline. Metrics are in thousandths of an em.
    """

    pango_font: Any
    layout: Any
    hb_font: uharfbuzz.Font
    name: str
    ascent: float
    _upright: dict[str, int | None] = field(default_factory=dict)

    def family_among(self, families: Iterable[str]) -> str | None:
        """The first of ``families`` that is a name of the font's own, in any language."""
        own = set(map(bare, families_of(self.pango_font)))
        return next((name for name in families if bare(name) in own), None)

    def upright(self, text: str) -> int | None:
        """The glyph of ``text`` in vertical writing: its ``vert`` form if it has one.

        ``text`` is a character, or a pair that the font may draw as one, such
        as a dash two ems long; ``None`` for a pair that it does not.
        """
        if text not in self._upright:
            buffer = uharfbuzz.Buffer()
            buffer.add_str(text)
            buffer.guess_segment_properties()
            buffer.direction = 'ttb'
            uharfbuzz.shape(self.hb_font, buffer, {'vert': True, 'vrt2': True})
            glyphs = [info.codepoint for info in buffer.glyph_infos]
            self._upright[text] = glyphs[0] if len(glyphs) == 1 or len(text) == 1 else None
        return self._upright[text]

    def has_vertical_form(self, character: str) -> bool:
        """Has the font another glyph for ``character`` in vertical writing?"""
        return self.upright(character) != self.hb_font.get_nominal_glyph(ord(character))

    def ink_middle(self, character: str) -> float:
        """How high the middle of the ink of ``character`` is, in thousandths."""
        glyph = self.hb_font.get_nominal_glyph(ord(character))
        extents = glyph and self.hb_font.get_glyph_extents(glyph)
        return (extents.y_bearing + extents.height / 2) * self.scale if extents else 0

    def row(self, text: str, features: dict[str, bool]) -> list[tuple[int, float]]:
        """Shape ``text`` horizontally; a list of (glyph, advance) in thousandths."""
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = 'ltr'
        uharfbuzz.shape(self.hb_font, buffer, features)
        return [
            (info.codepoint, position.x_advance * self.scale)
            for info, position in zip(buffer.glyph_infos, buffer.glyph_positions)
        ]

    def has(self, character: str) -> bool:
        """Whether the font has a glyph for ``character``."""
        return bool(self.hb_font.get_nominal_glyph(ord(character)))

    def outline(self, glyph: int) -> list[tuple[str, list[_Point]]]:
        """The outline of ``glyph`` as path segments ``(operator, points)`` in thousandths."""
        pen = _OutlinePen(self.scale)
        self.hb_font.draw_glyph_with_pen(glyph, pen)
        return pen.segments

    @property
    def scale(self) -> float:
        return 1000 / self.hb_font.face.upem

    @cached_property
    def is_italic(self) -> bool:
        """Whether the font is italic (OpenType ``post``, italicAngle)."""
        return any(self.hb_font.face.reference_table('post').data[4:8])

    def width(self, glyph: int) -> float:
        """The horizontal advance of ``glyph``."""
        return self.hb_font.get_glyph_h_advance(glyph) * self.scale

    @cached_property
    def vertical_advances(self) -> '_Found':
        """How far the pen moves down over a glyph, a whole number: a mapping."""
        return _Found(lambda glyph: round(self.vertical_metrics(glyph)[0]))

    def vertical_metrics(self, glyph: int) -> tuple[float, float, float]:
        """``(advance, origin x, origin y)`` of ``glyph`` in vertical writing.

        The advance is positive; the origin is where the vertical pen stands,
        from the horizontal one (PDF 32000-1, 9.7.4.3).
        """
        font = self.hb_font
        origin = font.get_glyph_v_origin(glyph)
        return (
            -font.get_glyph_v_advance(glyph) * self.scale,
            origin[0] * self.scale,
            origin[1] * self.scale,
        )


class _OutlinePen:
    def __init__(self, scale: float) -> None:
        self.scale = scale
        self.segments: list[tuple[str, list[_Point]]] = []

    def _add(self, operator: str, *points: _Point) -> None:
        self.segments.append((operator, [(x * self.scale, y * self.scale) for x, y in points]))

    def moveTo(self, point: _Point) -> None:
        self._add('move', point)

    def lineTo(self, point: _Point) -> None:
        self._add('line', point)

    def curveTo(self, *points: _Point) -> None:
        self._add('curve', *points)

    def qCurveTo(self, control: _Point, end: _Point) -> None:
        start = self.segments[-1][1][-1]
        start = start[0] / self.scale, start[1] / self.scale
        across, down = control
        first, second = (
            (x + (across - x) * 2 / 3, y + (down - y) * 2 / 3) for x, y in (start, end)
        )
        self._add('curve', first, second, end)

    def closePath(self) -> None:
        self.segments.append(('close', []))


class Faces:
    """The faces of one document, found through Pango, so that fallback is Pango's."""

    def __init__(self) -> None:
        self._faces: dict[Any, Face] = {}
        self._by_style: dict[Any, _StyleFaces] = {}
        self.missing: set[str] = set()
        self.stand_ins: dict[tuple[str, ...], str] = {}

    def of(self, style: Any) -> '_StyleFaces':
        """The faces under ``style``: a mapping from character to ``Face``.

        A character that no font has is added to ``missing``. Where hiragana are of none of
        the families asked for, ``stand_ins`` has these with the name of the font taken. Raises
        ``BadInput`` naming the font when it has no vertical forms, and where no
        font has hiragana.
        """
        key = (
            style['font_family'],
            style['font_weight'],
            style['font_style'],
            style['font_stretch'],
            style['lang'],
        )
        if key not in self._by_style:
            # Of a layout all but the text remains, which takes less time than a new one.
            layout = create_layout('', style, None, None, 0)
            self._by_style[key] = _StyleFaces(
                lambda character: self._find(layout, style, character)
            )
        return self._by_style[key]

    def _find(self, layout: Any, style: Any, character: str) -> Face:
        layout.set_text(character)
        line, _ = layout.get_first_line()
        item = line.runs[0].data
        if item.glyphs.glyphs[0].glyph & pango.PANGO_GLYPH_UNKNOWN_FLAG:
            if 'ぁ' <= character <= 'ん':
                raise Unavailable(
                    'fonts',
                    'this machine has no Japanese font: install one (on Debian and Ubuntu '
                    'fonts-noto-cjk, on Fedora google-noto-serif-cjk-fonts); if it has one, '
                    'have fontconfig look for it again: fc-cache -f',
                )
            self.missing.add(character)
        key, description, _ = get_pango_font_key(item.item.analysis.font)
        if key not in self._faces:
            name = ffi.string(pango.pango_font_description_get_family(description)).decode()
            own = create_layout(character, style, None, None, 0)
            line, _ = own.get_first_line()
            self._faces[key] = _open(line.runs[0].data.item.analysis.font, own, name)
        face, families = self._faces[key], style['font_family']
        if 'ぁ' <= character <= 'ん' and not face.family_among(families):
            self.stand_ins[families] = face.name
        return face


class _Found(dict):
    """A dict that computes its missing values with ``find``."""

    def __init__(self, find: Callable[[Any], Any]) -> None:
        super().__init__()
        self.find = find

    def __missing__(self, key: Any) -> Any:
        value = self[key] = self.find(key)
        return value


class _StyleFaces(_Found):
    """Character → face.

    ``uprights`` is for who draws: the face and the glyph of each character
    that is never drawn as one with the character before it; ``glyphs`` has those of
    the ``main`` face alone. ``kinds`` is for who reads text: what it found out of each
    character.
    """

    def __init__(self, find: Callable[[str], Face]) -> None:
        super().__init__(find)
        self.uprights: dict[str, tuple[Face, int]] = {}
        self.glyphs: dict[str, int] = {}
        self.kinds: dict[str, str] | None = None
        self.main: Face | None = None

    def remember(self, character: str, face: Face, glyph: int) -> None:
        """Put ``character`` into ``uprights``."""
        self.uprights[character] = face, glyph
        self.main = self.main or face
        if face is self.main:
            self.glyphs[character] = glyph


def _open(pango_font: Any, layout: Any, name: str) -> Face:
    hb_face = get_pango_font_hb_face(pango_font)
    font = uharfbuzz.Font(
        uharfbuzz.Face(font_blob(pango_font, hb_face), harfbuzz.hb_face_get_index(hb_face))
    )
    face = Face(pango_font, layout, font, name, _em_top(font))
    if face.has('「') and face.upright('「') == font.get_nominal_glyph(ord('「')):
        raise BadFont(
            f'font {name}',
            'has no vertical forms (OpenType feature "vert"); '
            'choose another under "fonts" in book.yaml',
        )
    return face


def _em_top(font: uharfbuzz.Font) -> float:
    """Height of the top of the em square above the baseline, in thousandths.

    From the vertical origin of a full-width glyph, which stands at the top of
    its square; from the ascender where the font has none.
    """
    em = font.face.upem
    glyph = font.get_nominal_glyph(ord('国'))
    if glyph:
        return font.get_glyph_v_origin(glyph)[1] * 1000 / em
    return font.get_font_extents('ltr').ascender * 1000 / em
