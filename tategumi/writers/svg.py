"""A page as an SVG drawing, which needs no font: glyphs are drawn by their outlines."""

from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any

from fontTools.misc.transform import Identity, Transform
from fontTools.pens.svgPathPen import SVGPathPen
from uharfbuzz import Face, Font

from ..frames.drawing import MISSING, Drawing, Group, Pattern, Picture, Shading, State, Text
from ..frames.frame import BookPage, FontUse
from .fonts import Load
from .outlines import location_of
from .svg_paint import data_address, gradient, lab, numbers, transform

_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'width="{w:g}" height="{h:g}" viewBox="{x:g} {y:g} {w:g} {h:g}">\n{parts}\n</svg>\n'
)

#: What a page begins with (ISO 32000-1, tables 52 and 53), as SVG has it.
_BEGINNING: dict[str, Any] = {
    'matrix': Identity,
    'fill': 'black',
    'stroke': 'black',
    'cs': '',
    'CS': '',
    'ca': 1,
    'CA': 1,
    'w': 1,
    'J': 0,
    'j': 0,
    'M': 10,
    'd': ((), 0),
    'clip': '',
    'mask': '',
    'blend': '',
}

_CAPS, _JOINS = ('butt', 'round', 'square'), ('miter', 'round', 'bevel')

#: Operators of paths, as SVG writes them, and those that paint one: fill and stroke, and how.
_PATH = {'m': 'M', 'l': 'L', 'c': 'C', 'h': 'Z'}
_PAINT = {'f': 'f', 'f*': 'f*', 'S': 'S', 's': 'S', 'B': 'fS', 'B*': 'f*S', 'b': 'fS', 'b*': 'f*S'}


def page_svg(page: BookPage, load: Load) -> str:
    """``page`` (``BookPage``) as the text of an SVG file; lengths are in px.

    ``load`` is as in ``write_book``. The same page gives the same text.
    """
    paper, bleed = page.paper, page.paper.bleed
    writer = _Writer(load)
    writer.draw(paper.before, page.fonts, Identity)
    writer.draw(page.frame.drawn(), page.segment.fonts, Transform(*paper.turn))
    writer.draw(paper.after, page.fonts, Identity)
    return _SVG.format(
        x=-bleed['left'],
        y=-bleed['top'],
        w=paper.width + bleed['left'] + bleed['right'],
        h=paper.height + bleed['top'] + bleed['bottom'],
        parts='\n'.join(writer.parts),
    )


class _Writer:
    """Writes drawings one after the other; ``parts`` are the elements."""

    def __init__(
        self, load: Load, names: Iterator[int] | None = None, glyphs: dict[Any, Any] | None = None
    ) -> None:
        self._load, self._names = load, names or count()
        self._glyphs = {} if glyphs is None else glyphs
        self.parts: list[str] = []

    def draw(self, drawing: Drawing, fonts: Sequence[FontUse], base: Transform) -> None:
        """Add ``drawing``, whose texts are of ``fonts``; ``base`` leads it to the page."""
        self._fonts, self._base = fonts, base
        self._state, self._saved = {**_BEGINNING, 'matrix': base}, list[dict[str, Any]]()
        self._path, self._clips = list[str](), ''
        self._point: Sequence[float] = (0, 0)
        for item in drawing:
            if type(item) is Text:
                self._text(item)
            else:
                self._operator(*item)

    def _operator(self, name: str, *operands: Any) -> None:
        state = self._state
        if name == 'q':
            self._saved.append({**state})
        elif name == 'Q':
            self._state = self._saved.pop()
        elif name == 'cm':
            state['matrix'] = state['matrix'].transform(operands)
        elif name in ('w', 'J', 'j', 'M', 'ca', 'CA', 'cs', 'CS'):
            (state[name],) = operands
        elif name == 'd':
            state['d'] = operands
        elif name in ('rg', 'RG'):
            red, green, blue = (round(255 * part) for part in operands)
            state['fill' if name == 'rg' else 'stroke'] = f'rgb({red},{green},{blue})'
        elif name in ('scn', 'SCN'):
            kind, space = ('fill', 'cs') if name == 'scn' else ('stroke', 'CS')
            self._set_colour(kind, state[space], operands)
        elif name in ('W', 'W*'):
            self._clips = 'evenodd' if name == 'W*' else 'nonzero'
        elif name in _PAINT or name == 'n':
            self._paint(_PAINT.get(name, ''), name in ('s', 'b', 'b*'))
        elif name == 're':
            x, y, width, height = operands
            self._path.append(f'M{numbers(x, y)}h{numbers(width)}v{numbers(height)}H{numbers(x)}Z')
        elif name in ('v', 'y'):
            first = self._point if name == 'v' else operands[:2]
            last = operands[2:]
            self._path.append(f'C{numbers(*first, *operands[:2] if name == "v" else last, *last)}')
        elif name in _PATH:
            self._path.append(f'{_PATH[name]}{numbers(*operands)}')
        elif name == 'sh':
            self._shade(*operands)
        elif name == 'gs':
            self._set_state(*operands)
        elif name == 'Do':
            self._draw(*operands)
        if name in ('m', 'l', 'c', 'v', 'y'):
            self._point = operands[-2:]

    def _set_colour(self, kind: str, space: str, operands: tuple[Any, ...]) -> None:
        *parts, pattern = operands
        if isinstance(pattern, Pattern):
            self._state[kind] = pattern
        elif len(operands) == 4:
            cyan, magenta, yellow, black = operands
            rgb = (round(255 * (1 - part) * (1 - black)) for part in (cyan, magenta, yellow))
            self._state[kind] = 'rgb({},{},{})'.format(*rgb)
        else:
            self._state[kind] = lab(space, *operands)

    def _paint(self, kind: str, is_closed: bool) -> None:
        path, state = ''.join(self._path) + 'Z' * is_closed, self._state
        if kind:
            fill = self._colour(state['fill'], 'fill') if 'f' in kind else 'fill="none"'
            rule = ' fill-rule="evenodd"' if '*' in kind else ''
            stroke = f' {self._stroke()}' if 'S' in kind else ''
            self._add(f'<path d="{path}" {fill}{rule}{stroke}', '/>')
        if self._clips:
            self._clip(f'<path d="{path}" clip-rule="{self._clips}"', state['matrix'])
        self._path, self._clips = [], ''

    def _stroke(self) -> str:
        state = self._state
        dashes, phase = state['d']
        dashed = f' stroke-dasharray="{numbers(*dashes)}" stroke-dashoffset="{phase:g}"'
        return (
            f'{self._colour(state["stroke"], "stroke")} stroke-width="{state["w"]:g}" '
            f'stroke-linecap="{_CAPS[state["J"]]}" stroke-linejoin="{_JOINS[state["j"]]}" '
            f'stroke-miterlimit="{state["M"]:g}"{dashed if dashes else ""}'
        )

    def _colour(self, colour: str | Pattern, kind: str) -> str:
        opacity = self._state['ca' if kind == 'fill' else 'CA']
        if isinstance(colour, Pattern):
            colour = f'url(#{self._pattern(colour)})'
        return f'{kind}="{colour}"' + (f' {kind}-opacity="{opacity:g}"' if opacity != 1 else '')

    def _clip(self, shape: str, matrix: Transform) -> None:
        """Let what comes be seen within ``shape``, the beginning of an element, alone."""
        name, outer = self._name(), self._state['clip']
        within = f' clip-path="url(#{outer})"' if outer else ''
        self.parts.append(f'<clipPath id="{name}"{within}>{shape}{transform(matrix)}/></clipPath>')
        self._state['clip'] = name

    def _add(self, begun: str, rest: str, matrix: Transform | None = None) -> None:
        """Add the element ``begun``, as all that is drawn is seen now."""
        state = self._state
        clip = f' clip-path="url(#{state["clip"]})"' if state['clip'] else ''
        mask = f' mask="url(#{state["mask"]})"' if state['mask'] else ''
        blend = f' style="mix-blend-mode:{state["blend"]}"' if state['blend'] else ''
        drawn = f'{begun}{transform(matrix or state["matrix"])}{rest}'
        # A clip and a mask are on the page, not where the element is drawn.
        self.parts.append(f'<g{clip}{mask}{blend}>{drawn}</g>' if clip or mask or blend else drawn)

    def _text(self, text: Text) -> None:
        use, state, em = self._fonts[text.font], self._state, text.size / 1000
        moves, uses = dict(text.moves), []
        across = down = 0.0
        for at, glyph in enumerate(text.glyphs):
            move = moves.get(at, 0)
            across, down = (across, down - move) if text.vertical else (across - move, down)
            left = top = 0.0
            if text.vertical:
                _, advance, left, top = use.vertical[glyph]
            place = em * (across - left), em * (down - top)
            outline = self._outline(use, 0 if glyph >= MISSING else glyph)
            uses.append(
                f'<use xlink:href="#{outline}" transform="translate({numbers(*place)}) '
                f'scale({numbers(text.size)})"/>'
            )
            if text.vertical:
                down -= round(advance)
            else:
                across += use.widths[glyph]
        matrix = state['matrix'].transform(text.matrix)
        self._add(f'<g {self._colour(state["fill"], "fill")}', f'>{"".join(uses)}</g>', matrix)

    def _outline(self, use: FontUse, glyph: int) -> str:
        """The name of the outline of ``glyph``, an em of which is 1 px."""
        key = use.name, glyph
        if key not in self._glyphs:
            if use.name not in self._glyphs:
                font = Font(Face(self._load(use), use.face.index))
                font.set_variations(location_of(font.face, use.face, use.size))
                self._glyphs[use.name] = font
            font, pen = self._glyphs[use.name], SVGPathPen(None)
            if use.face.has_outlines:
                font.draw_glyph_with_pen(glyph, pen)
            name, scale = self._name(), numbers(1 / font.face.upem)
            path = f'<path id="{name}" d="{pen.getCommands()}" transform="scale({scale})"/>'
            self.parts.append(f'<defs>{path}</defs>')
            self._glyphs[key] = name
        return self._glyphs[key]

    def _draw(self, drawn: Picture | Group) -> None:
        state = self._state
        opacity = f' opacity="{state["ca"]:g}"' if state['ca'] != 1 else ''
        if isinstance(drawn, Picture):
            self._add(
                f'<image width="1" height="1" preserveAspectRatio="none" {self._masked(drawn)}'
                f'xlink:href="{data_address(drawn)}"{opacity}',
                '/>',
                # Pictures are a px square, their first row above.
                state['matrix'].transform((1, 0, 0, -1, 0, 1)),
            )
        else:
            inner = self._inner(drawn.drawing, Identity)
            self._add(f'<g{opacity}', f'>{self._boxed(drawn.box, inner)}</g>')

    def _masked(self, picture: Picture) -> str:
        if not picture.mask:
            return ''
        name = self._name()
        self.parts.append(
            f'<mask id="{name}"><image width="1" height="1" preserveAspectRatio="none" '
            f'xlink:href="{data_address(picture.mask)}"/></mask>'
        )
        return f'mask="url(#{name})" '

    def _boxed(self, box: Sequence[float], inner: str) -> str:
        """``inner``, elements, of which what is outside of ``box`` is not seen."""
        name, (left, top, right, bottom) = self._name(), box
        path = f'M{numbers(left, top)}H{numbers(right)}V{numbers(bottom)}H{numbers(left)}Z'
        return (
            f'<clipPath id="{name}"><path d="{path}"/></clipPath>'
            f'<g clip-path="url(#{name})">{inner}</g>'
        )

    def _inner(self, drawing: Drawing, base: Transform) -> str:
        writer = _Writer(self._load, self._names, self._glyphs)
        writer.draw(drawing, self._fonts, base)
        return ''.join(writer.parts)

    def _pattern(self, pattern: Pattern) -> str:
        name, (left, top, *_), (width, height) = self._name(), pattern.box, pattern.steps
        # It is laid from the page, and so is taken back from where it is used.
        on_page = self._base.transform(pattern.matrix)
        matrix = self._state['matrix'].inverse().transform(on_page)
        inner = self._boxed(pattern.box, self._inner(pattern.drawing, Identity))
        self.parts.append(
            f'<pattern id="{name}" patternUnits="userSpaceOnUse" x="{left:g}" y="{top:g}" '
            f'width="{width:g}" height="{height:g}" viewBox="{numbers(left, top, width, height)}" '
            f'{transform(matrix, "patternTransform").strip()}>{inner}</pattern>'
        )
        return name

    def _shade(self, shading: Shading) -> None:
        name = self._name()
        self.parts.append(gradient(name, shading.entries))
        fill = self._colour(f'url(#{name})', 'fill')
        self._add(f'<path d="M-9999-9999H9999V9999H-9999Z" {fill}', '/>')

    def _set_state(self, state: State) -> None:
        if state.mask:
            name = self._name()
            inner = self._boxed(state.mask.box, self._inner(state.mask.drawing, Identity))
            self.parts.append(
                f'<mask id="{name}" maskUnits="userSpaceOnUse" x="-9999" y="-9999" width="19998" '
                f'height="19998"><g{transform(self._state["matrix"])}>{inner}</g></mask>'
            )
            self._state['mask'] = name
        if mode := state.entries.get('BM'):
            self._state['blend'] = ''.join(
                f'-{letter.lower()}' if letter.isupper() else letter for letter in mode[1:]
            ).strip('-')

    def _name(self) -> str:
        return f'a{next(self._names)}'
