"""A paragraph in a given number of lines, where its lines allow that and stay good."""

from collections.abc import Sequence
from dataclasses import dataclass

from .adjustment import Gaps
from .compose import Composer
from .filling import Line
from .paragraph import CompositionStyle, Paragraph

#: What a line may cost: its characters are a thirteenth of an em apart, at most.
_MOST = 79

#: So many places at which a line of each number may end are weighed.
_MOST_NODES = 40


@dataclass(frozen=True)
class Recounted:
    """``lines`` of a paragraph, and how much more they cost than those that cost least."""

    lines: list[Line]
    cost: float


def recounted(
    paragraph: Paragraph,
    measure: float,
    style: CompositionStyle,
    indent: float,
    lines: Sequence[Line],
    count: int,
) -> Recounted | None:
    """``paragraph`` in ``count`` lines, whose costs add up to the least; ``None`` without any.

    ``lines`` are those of ``compose``. No line is adjusted by more than an editor would pass, and
    a paragraph of which a line ends by force is left as it is.
    """
    if paragraph.forced or count < 1 or any(line.overfull or line.broken for line in lines):
        return None
    composer = Composer(paragraph, Gaps(paragraph), measure, style)
    found = _ends(composer, len(paragraph), indent, count)
    if found is None:
        return None
    cost, ends = found
    made, start, head = [], 0, indent
    for end in ends:
        made.append(composer.line(start, end, end == len(paragraph), head))
        start, head = end, 0
    return Recounted(made, cost - _cost(composer, lines, indent))


def _cost(composer: Composer, lines: Sequence[Line], indent: float) -> float:
    end = len(composer.paragraph)
    fits = (
        composer.fit(line.start, line.end, line.end == end, 0 if line.start else indent)
        for line in lines
    )
    return sum(fit[0] for fit in fits if fit)


def _ends(
    composer: Composer, end: int, indent: float, count: int
) -> tuple[float, list[int]] | None:
    """The sum of costs, and where each of ``count`` lines ends."""
    layers: list[dict[int, tuple[float, int]]] = [{0: (0.0, -1)}]
    for number in range(count):
        layer: dict[int, tuple[float, int]] = {}
        nodes = sorted(layers[-1].items(), key=lambda item: item[1][0])[:_MOST_NODES]
        for node, (cost, _) in nodes:
            for line_end, own in composer.candidates(node, end, 0 if node else indent):
                is_last = number == count - 1
                if own > _MOST or (line_end == end) != is_last:
                    continue
                if line_end not in layer or cost + own < layer[line_end][0]:
                    layer[line_end] = cost + own, node
        layers.append(layer)
    if end not in layers[-1]:
        return None
    ends, node = [], end
    for layer in reversed(layers[1:]):
        ends.append(node)
        node = layer[node][1]
    return layers[-1][end][0], ends[::-1]
