"""The paragraph seam: WeasyPrint asks for lines, kumihan composes them.

``iter_line_boxes`` stands in for WeasyPrint's function of that name. Lines run
along x and follow one another along y, as WeasyPrint lays out; the page is
turned when it is drawn.
"""

from bisect import bisect_right
from itertools import groupby

from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.layout.inline import split_text_box
from weasyprint.layout.percent import resolve_one_percentage, resolve_percentages
from weasyprint.text.line_break import strut

from ..kumihan import CompositionStyle, balanced, compose
from ..kumihan.paragraph import joins
from .boxes import TateChuYoko, UprightText, place
from .items import Itemizer
from .properties import keywords

#: Forms of two, three and four characters that fit one em square, best first.
_ROW_FEATURES = {2: ('hwid',), 3: ('twid',), 4: ('qwid',)}
_FULL_WIDTH = 0xfee0

#: px; Pango's lengths are whole numbers of these.
_PANGO_UNIT = 1 / 1024

#: What a hyphen at the line end is copied as (PDF 32000-1, 14.8.2.2.3).
_SOFT_HYPHEN = '\u00ad'

#: A pair of these is one stroke, where the font has one (JLReq §3.1.10 b).
_DASHES = '―—'


class LineComposer:
    """Composes the line boxes of one document.

    ``count(items)`` is told of every paragraph composed; ``overfull`` gathers
    the texts of lines that could not keep the measure.
    """

    def __init__(self, faces, count=None):
        self.faces = faces
        self.count = count or (lambda characters: None)
        self.overfull = []

    def iter_line_boxes(self, context, box, position_y, bottom_space, skip_stack,
                        containing_block, absolute_boxes, fixed_boxes,
                        first_letter_style, first_line_style):
        """Yield ``(line, resume_at)`` as WeasyPrint's own function does.

        A paragraph is composed once, whole; when it goes on over a page break,
        ``skip_stack`` finds the line to go on with.
        """
        resolve_percentages(box, containing_block)
        composed = self._composed(context, box, containing_block)
        if skip_stack is None:
            number = 0
        else:
            number = composed.number_of(skip_stack)
        for line in composed.lines[number:]:
            linebox = composed.line_box(line, position_y, context, absolute_boxes, fixed_boxes)
            resume_at = composed.resume_at(line)
            yield linebox, resume_at
            position_y = linebox.position_y + linebox.height

    def _composed(self, context, box, containing_block):
        measure = containing_block.width
        composed = box.__dict__.get('composed')
        if composed is None or composed.measure != measure or composed.changes:
            resolve_one_percentage(box, 'text_indent', measure)
            composed = box.composed = _ComposedParagraph(
                self.faces, context, box, containing_block)
            self.overfull += composed.overfull()
            self.count(len(composed.paragraph))
        composed.origin = containing_block.content_box_x()
        return composed


class _ComposedParagraph:
    def __init__(self, faces, context, linebox, containing_block):
        self.faces = faces
        self.linebox = linebox
        self.measure = containing_block.width
        self.origin = 0
        style = linebox.style
        contents = Itemizer(context, containing_block).read(linebox)
        self.paragraph, self.pieces = contents.paragraph, contents.pieces
        self.outside = contents.outside
        self.firsts = [piece.first for piece in self.pieces]
        # Generated contents (a page number) may change from one layout to the next.
        self.changes = any(box.missing_link for box in linebox.descendants())
        self.align = style['text_align_all']
        align_last = style['text_align_last']
        self.align_last = self.align if align_last == 'auto' else align_last
        composition = CompositionStyle(
            justify=self.align == 'justify',
            hanging='none' not in keywords(style, 'hanging-punctuation'),
            strict_line_start=keywords(style, 'line-break') == ('strict',))
        set_lines = balanced if 'balance' in keywords(style, 'text-wrap') else compose
        # A box as wide as its text is measured by Pango, which rounds each character down.
        slack = 0 if composition.justify else len(self.paragraph) * _PANGO_UNIT
        self.lines = set_lines(
            self.paragraph, self.measure + slack, composition, linebox.text_indent)
        self._numbers = {
            _key(self._skip_to(line.start)): number for number, line in enumerate(self.lines)}

    def overfull(self):
        """The texts of the lines that could not keep the measure."""
        return [
            ''.join(piece.text for piece in self._pieces(line))
            for line in self.lines if line.overfull]

    def number_of(self, skip_stack):
        return self._numbers[_key(skip_stack)]

    def resume_at(self, line):
        return self._skip_to(line.end) if line.end < len(self.paragraph) else None

    def _skip_to(self, item):
        """WeasyPrint's skip stack to ``item``: nested child indices, then bytes."""
        piece = next(
            piece for piece in self.pieces[self._at(item):]
            if piece.end > item and piece.first <= item)
        position = piece.offset + (item - piece.first if piece.kind == 'upright' else 0)
        skip = {len(piece.box.text[:position].encode()): None} if piece.text else None
        for index in reversed(piece.path):
            skip = {index: skip}
        return skip

    def _at(self, item):
        """Index of the first piece that may hold ``item``."""
        index = bisect_right(self.firsts, item) - 1
        while index > 0 and self.pieces[index - 1].end > item:
            index -= 1
        return max(0, index)

    def _pieces(self, line):
        """The pieces with something on ``line``."""
        last = line.end == len(self.paragraph)
        index = self._at(line.start)
        while index > 0 and self.pieces[index - 1].kind == 'empty' and (
                self.pieces[index - 1].first == line.start):
            index -= 1
        found = []
        for piece in self.pieces[index:]:
            if piece.first >= line.end and not (last and piece.kind == 'empty'):
                break
            if piece.end > line.start or piece.kind == 'empty' and piece.first >= line.start:
                found.append(piece)
        return found

    def line_box(self, line, position_y, context, absolute_boxes, fixed_boxes):
        """``line`` as a ``LineBox`` whose top is at ``position_y``."""
        style = self.linebox.style
        height, _ = strut(style)
        pieces = self._pieces(line)
        height = max([height, *(
            piece.box.margin_height() for piece in pieces if piece.kind == 'atomic')])
        shift = self._shift(line)
        leader = next((piece for piece in pieces if piece.kind == 'leader'), None)
        self.room = self.measure - line.length if leader else 0
        self.leader_item = leader.first if leader else len(self.paragraph)
        self.x = self.origin + shift
        self.middle = position_y + height / 2
        children = self._build(self.linebox, pieces, 0, line, context)
        box = self.linebox.copy_with_children(children)
        place(box, self.origin + shift, position_y, line.length, height, height / 2)
        for item, _, child in self.outside:
            if line.start <= item < line.end or item == line.end == len(self.paragraph):
                self._lay_outside(box, child, item, line, context, absolute_boxes, fixed_boxes)
        return box

    def _shift(self, line):
        last = line.end == len(self.paragraph) or line.end - 1 in self.paragraph.forced
        align = self.align_last if last else self.align
        room = max(0, self.measure - line.length)
        return {'center': room / 2, 'end': room, 'right': room}.get(align, 0)

    def _lay_outside(self, box, child, item, line, context, absolute_boxes, fixed_boxes):
        if child.is_running() or child.is_note():
            context.add_running_element(child)
        elif child.is_absolutely_positioned():
            child.position_x = self._position(line, item) if item < line.end else self.x
            child.position_y = box.position_y
            placeholder = AbsolutePlaceholder(child)
            (absolute_boxes if child.style['position'] == 'absolute' else fixed_boxes).append(
                placeholder)
            box.children = [*box.children, placeholder]

    def _position(self, line, item):
        """Where the body of ``item`` begins, on the page (px)."""
        position = self.x + line.positions[item - line.start]
        return position + self.room if item > self.leader_item else position

    def _build(self, parent, pieces, depth, line, context):
        children = []
        for index, group in groupby(pieces, key=lambda piece: piece.path[depth]):
            group = list(group)
            if len(group[0].path) == depth + 1:
                children += self._leaves(group, line, context)
            else:
                children.append(self._inline_box(
                    parent.children[index],
                    self._build(parent.children[index], group, depth + 1, line, context)))
        return children

    def _inline_box(self, inline, children):
        size = inline.style['font_size']
        x = children[0].position_x if children else self.x
        end = max((child.position_x + child.width for child in children), default=x)
        return place(
            inline.copy_with_children(children), x, self.middle - size / 2, end - x, size)

    def _leaves(self, pieces, line, context):
        children = []
        while pieces:
            piece = pieces.pop(0)
            if piece.kind == 'upright':
                children.append(self._upright_text(piece, line))
            elif piece.kind == 'sideways':
                run = [piece]
                while pieces and pieces[0].kind in ('sideways', 'space') and (
                        pieces[0].first < line.visible):
                    if pieces[0].kind == 'space':
                        run.append(pieces.pop(0))
                        break
                    run.append(pieces.pop(0))
                children += self._sideways_texts(run, line, context)
            elif piece.kind == 'tate-chu-yoko':
                children.append(self._tate_chu_yoko(piece, line))
            elif piece.kind == 'leader':
                children.append(self._leader(piece, line))
            elif piece.kind == 'atomic':
                x = self._position(line, piece.first)
                y = self.middle - piece.box.margin_height() / 2
                piece.box.translate(x - piece.box.position_x, y - piece.box.position_y)
                children.append(piece.box)
            elif piece.kind == 'empty':
                item = min(max(piece.first, line.start), line.visible - 1)
                place(piece.box, self._position(line, item), self.middle, 0, 0)
                children.append(piece.box)
            if piece.reading and piece.first >= line.start:
                children += self._reading(piece, line)
        return children

    def _upright_text(self, piece, line):
        first, end = max(piece.first, line.start), min(piece.end, line.visible)
        text = piece.text[first - piece.first:end - piece.first]
        box = piece.box
        size = box.style['font_size']
        starts, base = self.paragraph.starts, line.start
        x = self._position(line, first)
        shift = x - line.positions[first - base]
        squares = [
            line.positions[item - base] - starts[item] + shift - x for item in range(first, end)]
        upright = _as(UprightText, box, text)
        upright.glyphs = self._glyphs(box.style, text, squares)
        upright.emphasis = _emphasis_mark(box.style)
        upright.alone = first == line.start and end == line.visible
        width = squares[-1] + size if squares else 0
        return place(upright, x, self.middle - size / 2, width, size)

    def _glyphs(self, style, text, squares):
        faces, glyphs = self.faces.of(style), []
        for index, (character, position) in enumerate(zip(text, squares)):
            if glyphs and self._is_pair(text[index - 1:index + 1]):
                face, _, before, place_before = glyphs[-1]
                pair = face.upright(before + character) if len(before) == 1 else None
                if pair is not None:
                    glyphs[-1] = face, pair, before + character, place_before
                    continue
            shown = character
            if '!' <= character <= '~':
                shown = chr(ord(character) + _FULL_WIDTH)
            face = faces[shown]
            if shown != character and not face.has(shown):
                shown, face = character, faces[character]
            glyphs.append((face, face.upright(shown), character, position))
        return glyphs

    @staticmethod
    def _is_pair(text):
        """May the font draw the two characters of ``text`` as one?"""
        return text[0] == text[1] in _DASHES or joins(text[1])

    def _sideways_texts(self, run, line, context):
        """The text box of ``run``, and that of the hyphen a line ends with."""
        x = self._position(line, run[0].first)
        end = self._position(line, run[-1].first) + run[-1].width
        text = ''.join(piece.text for piece in run)
        children = [self._sideways_text(run[0].box, text, x, end - x, context)]
        if line.hyphenated and run[-1].end == line.end:
            width = self.paragraph.hyphens[line.end - 1]
            hyphen = self._sideways_text(run[0].box, run[-1].hyphen, end, width, context)
            hyphen.spoken = _SOFT_HYPHEN
            children.append(hyphen)
        return children

    def _sideways_text(self, box, text, x, width, context):
        sideways, _, _ = split_text_box(context, box.copy_with_text(text), None, 0)
        ascent = self.faces.of(box.style)[text[0]].ascent / 1000
        size = box.style['font_size']
        return place(sideways, x, self.middle - size / 2, width, size, ascent * size)

    def _tate_chu_yoko(self, piece, line):
        style = piece.box.style
        size = style['font_size']
        face = self.faces.of(style)[piece.text[0]]
        features = dict.fromkeys(_ROW_FEATURES.get(len(piece.text), ()), True)
        row = face.row(piece.text, features)
        length = sum(advance for _, advance in row)
        box = _as(TateChuYoko, piece.box, piece.text)
        box.squeeze = min(1, 1000 / length) if length else 1
        position, box.row = -length / 2 * box.squeeze, []
        one_to_one = len(row) == len(piece.text)
        for index, (glyph, advance) in enumerate(row):
            text = piece.text[index] if one_to_one else piece.text if not index else ''
            box.row.append((face, glyph, text, position / 1000 * size))
            position += advance * box.squeeze
        x = self._position(line, piece.first)
        return place(box, x, self.middle - size / 2, size, size, face.ascent / 1000 * size)

    def _reading(self, piece, line):
        reading, texts = piece.reading
        base = piece.box.style['font_size']
        start = self._position(line, reading.first) - self.paragraph.starts[reading.first]
        position = start + reading.lead
        children = []
        for text in texts:
            size = text.style['font_size']
            step = size + reading.gap
            squares = [index * step for index in range(len(text.text))]
            box = _as(UprightText, text, text.text)
            box.glyphs = self._glyphs(text.style, text.text, squares)
            box.spoken = f'（{text.text}）'
            place(box, position, self.middle - base / 2 - size, squares[-1] + size, size)
            children.append(box)
            position += len(text.text) * step
        return children

    def _leader(self, piece, line):
        text, = piece.box.children
        size = text.style['font_size']
        count = max(0, int(self.room / size + 1e-6) - 1)
        x = self._position(line, piece.first)
        # Leaders stand on one grid, counted from the line end, on every line.
        first = self.room - (count + .5) * size
        leader = _as(UprightText, text, '…' * max(1, count))
        leader.glyphs = self._glyphs(
            text.style, text.text * count, [first + index * size for index in range(count)])
        place(leader, x, self.middle - size / 2, self.room, size)
        return self._inline_box(piece.box, [leader])


def _as(kind, box, text):
    """A copy of text box ``box`` of another kind, with ``text``."""
    new = kind.__new__(kind)
    new.__dict__.update(box.__dict__)
    new.text = text
    return new


def _emphasis_mark(style):
    emphasis = keywords(style, 'text-emphasis-style')
    if not emphasis or emphasis == ('none',):
        return ''
    shape = next((word for word in emphasis if word not in ('filled', 'open')), 'sesame')
    marks = {'sesame': '﹅﹆', 'dot': '•◦', 'circle': '●○', 'triangle': '▲△'}
    return marks[shape]['open' in emphasis] if shape in marks else shape[:1]


def _key(skip_stack):
    """A skip stack as a hashable tuple."""
    key = []
    while skip_stack:
        (index, skip_stack), = skip_stack.items()
        key.append(index)
    return tuple(key)
