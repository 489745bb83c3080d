"""Measures the prose in each block of a page, and finds the block of the text."""

from collections import defaultdict
from collections.abc import Callable, Container, Sequence

from .boxes import box_of, is_hidden
from .piece import Element, Piece
from .prose import ends_a_sentence, is_prose

#: A box that holds more of the page's prose is none, whatever it is called.
_MOST_OF_BOX = 1 / 3
#: What readers say may be longer than what they speak of, if that is as long as this.
_SPOKEN_OF = 300
#: Who has fewer characters of prose outside boxes is all in boxes.
_LEAST = 100
#: Tools hold fewer characters of prose than this, or less than half of what they say is prose.
_MOST_OF_TOOLS = 100
#: The text is the smallest block that holds so much of the prose outside boxes.
_SHARE = 0.85
#: What the page itself marks as its text is, if it holds more of the prose, and no other so much.
_MARKED, _OTHER = 0.5, 0.1
# Within them is text alone.
_INNERMOST = frozenset('p h1 h2 h3 h4 h5 h6 figure blockquote dl pre'.split())
#: Parts of the flow of a text, not blocks of the page.
_INNER = _INNERMOST | frozenset(
    'li ul ol dt dd figcaption caption center details summary address hgroup'.split()
    + 'table thead tbody tfoot tr th'.split()
)
_QUOTED = frozenset(('blockquote', 'figure'))
_MAIN_ROLES = frozenset(('main', 'article'))
_MAIN_PROPERTIES = frozenset(('articlebody', 'maincontentofpage', 'text'))


class Page:
    """The pieces of a page in its blocks; pieces are given by their index.

    ``with_text`` are those with text, ``prose`` those of sentences, ``boxed`` tells by element
    whether it is in a box of the site. ``text`` is the element that holds the text. ``shown`` are
    the ids of what a click on a link shows.
    """

    def __init__(
        self, pieces: Sequence[Piece], elements: Sequence[Element], shown: Container[str] = ()
    ) -> None:
        self.pieces, self.elements, self._shown = pieces, elements, shown
        self._chains: dict[int, list[int]] = {}
        self.with_text = [
            index for index, piece in enumerate(pieces) if piece.plain and piece.markdown
        ]
        self.prose = {
            index
            for index in self.with_text
            if not pieces[index].source and is_prose(pieces[index].plain, pieces[index].linked)
        }
        self._children = defaultdict(list)
        for number, element in enumerate(elements[1:], 1):
            self._children[element.parent].append(number)
        weights = self._weights(self._speaks())
        self.boxed = self._boxed(weights)
        if self._prose_outside_boxes() < _LEAST:
            # What readers say is all there is.
            self.boxed = self._boxed(weights, but='readers')
        outside_boxes = [not self.boxed[piece.container] for piece in pieces]
        # By element, without boxes: the characters of its prose, of all its text, of its links.
        self.weight = self._weights(lambda index: index in self.prose and outside_boxes[index])
        self.length = self._weights(lambda index: outside_boxes[index])
        self.linked = self._weights(lambda index: outside_boxes[index], 'linked')
        self.text = self._text()
        self._around_text = frozenset(self.around(self.text))

    def around(self, number: int) -> list[int]:
        """The elements around element ``number`` and itself, the innermost first."""
        if number not in self._chains:
            chain = [number]
            while chain[-1]:
                chain.append(self.elements[chain[-1]].parent)
            self._chains[number] = chain
        return self._chains[number]

    def chain(self, index: int) -> list[int]:
        """The elements around a piece, the innermost first."""
        return self.around(self.pieces[index].container)

    def has_blocks(self, number: int) -> bool:
        """Whether an element holds others."""
        return bool(self._children[number])

    def flow(self, index: int) -> int:
        """The block that a piece stands in beside others: what its list or table is in."""
        number = self.pieces[index].container
        while number not in self._around_text and (
            self.elements[number].tag in _INNER or not self._children[number]
        ):
            number = self.elements[number].parent
        return number

    def is_linked(self, number: int) -> bool:
        """Whether most of what an element says is in links."""
        return 2 * self.linked[number] > self.length[number]

    def alike(self) -> list[int]:
        """The elements that go on with the text: beside it or what is around it, named alike.

        What a click shows beside it goes on with it, too.
        """
        elements = [self.text]
        elements += [
            number
            for number, element in enumerate(self.elements)
            if is_hidden(element)
            and element.attributes.get('id') in self._shown
            and element.parent in self._around_text
            and self.weight[number]
            and not self.is_linked(number)
        ]
        for number in self._around_text - {0}:
            element = self.elements[number]
            names = element.attributes.get('class', '')
            elements += [
                other
                for other in self._children[element.parent]
                if names
                and other != number
                and self.elements[other].tag == element.tag
                and self.elements[other].attributes.get('class') == names
                and self.weight[other]
                and not self.boxed[other]
                and not self.is_linked(other)
            ]
        return elements

    def _speaks(self) -> Callable[[int], bool]:
        """Whether a piece is prose; of a page that has hardly any, whether it is a sentence."""
        if sum(len(self.pieces[index].plain) for index in self.prose) >= _LEAST:
            return self.prose.__contains__
        return lambda index: (
            index in self.prose
            or (not self.pieces[index].linked and ends_a_sentence(self.pieces[index].plain))
        )

    def _weights(self, counts: Callable[[int], bool], what: str = '') -> list[int]:
        weights = [0] * len(self.elements)
        for index in self.with_text:
            if counts(index):
                piece = self.pieces[index]
                weights[piece.container] += piece.linked if what else len(piece.plain)
        for number in range(len(self.elements) - 1, 0, -1):
            weights[self.elements[number].parent] += weights[number]
        return weights

    def _prose_outside_boxes(self) -> int:
        return sum(
            len(self.pieces[index].plain)
            for index in self.prose
            if not self.boxed[self.pieces[index].container]
        )

    def _boxed(self, weights: Sequence[int], but: str = '') -> list[bool]:
        boxed = [False] * len(self.elements)
        most = dict.fromkeys(('', 'tools', 'others'), weights[0] * _MOST_OF_BOX)
        most['readers'] = max(most['others'], weights[0] - _SPOKEN_OF)
        lengths, heads = self._weights(lambda index: True), self._heads()
        linked = self._weights(lambda index: True, 'linked')
        for number, element in enumerate(self.elements[1:], 1):
            kind = box_of(element, heads.get(number, ''), linked[number] > 0, self._shown)
            boxed[number] = boxed[element.parent] or (
                kind not in ('', but)
                and not self._says_where_from(number)
                and weights[number] <= most[kind]
                and not (
                    kind == 'tools'
                    and weights[number] > _MOST_OF_TOOLS
                    and 2 * weights[number] > lengths[number]
                )
            )
        return boxed

    def _says_where_from(self, number: int) -> bool:
        """Whether it is the foot of a quotation or figure (HTML Standard §4.4.4)."""
        return self.elements[number].tag == 'footer' and any(
            self.elements[around].tag in _QUOTED for around in self.around(number)[1:]
        )

    def _heads(self) -> dict[int, str]:
        """The text of the first head in each element that has one."""
        heads: dict[int, str] = {}
        for index in self.with_text:
            if self.pieces[index].markdown.startswith('#'):
                for number in self.chain(index):
                    heads.setdefault(number, self.pieces[index].plain)
        return heads

    def _text(self) -> int:
        number = self._marked()
        enough = self.weight[number] * _SHARE
        while True:
            best = max(self._children[number], key=self.weight.__getitem__, default=0)
            if (
                not best
                or not self.weight[best]
                or self.weight[best] < enough
                or self.elements[best].tag in _INNERMOST
            ):
                return number
            number = best

    def _marked(self) -> int:
        """The element that the page marks as its text, or the page."""
        marked = [
            number
            for number, element in enumerate(self.elements)
            if _is_main(element) and not self.boxed[number] and self.weight[number]
        ]
        best = max(marked, key=lambda number: (self.weight[number], number), default=0)
        around, total = set(self.around(best)), self.weight[0]
        others = [
            number for number in marked if number not in around and best not in self.around(number)
        ]
        is_alone = all(self.weight[number] < total * _OTHER for number in others)
        return best if is_alone and self.weight[best] > total * _MARKED else 0


def _is_main(element: Element) -> bool:
    attributes = element.attributes
    return (
        element.tag in _MAIN_ROLES
        or attributes.get('role', '').lower() in _MAIN_ROLES
        or attributes.get('itemprop', '').lower() in _MAIN_PROPERTIES
    )
