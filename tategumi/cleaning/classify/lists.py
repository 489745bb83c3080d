"""Labels such as 関連記事 with lists of titles below them."""

from collections.abc import Sequence

from ..lines import reads_as_prose
from ..record import ABOVE, BELOW
from ..rules import EDGE, Catalogue
from .matching import Names, first_match, of_whole

#: A title that asks a question is no longer than this.
_QUESTION = 60


def name_lists(
    rules: Catalogue, texts: Sequence[str], named: Names, fenced: Sequence[bool]
) -> None:
    """A label, and what is listed below it: to a blank line, or to the end if no prose follows.

    Above the first line of prose it is the label alone; there the title may stand right below
    the words of a menu. So it is in a text without prose.
    """

    def is_prose(index: int) -> bool:
        return fenced[index] or (
            named[index] is None
            and _is_prose(texts[index])
            and not first_match(rules, texts[index], 'tail')
        )

    order = range(len(texts))
    first = next(filter(is_prose, order), 0)
    last = next(filter(is_prose, order[::-1]), -1)
    # What has no sentence may be verse, or a recipe: no list takes all of it.
    end_of_all = len(texts) if last >= 0 else 0
    for index, text in enumerate(texts):
        if named[index] or fenced[index] or reads_as_prose(text):
            continue
        found = first_match(rules, text, 'label')
        if found is None:
            continue
        end = index + 1
        if index > last:
            end = max(end, end_of_all)
        elif index > first:
            end = _end_of_list(rules, texts, end)
        for below in range(index, end):
            other = named[below]
            is_outside = other and other.rule.name in (ABOVE, BELOW)
            if texts[below].strip(EDGE) and not is_outside:
                named[below] = of_whole(found.rule, texts[below])


def _end_of_list(rules: Catalogue, texts: Sequence[str], start: int) -> int:
    """Where the list that begins at ``start`` ends: a blank line, unless prose is in it."""
    index = start
    while index < len(texts) and texts[index].strip(EDGE):
        if first_match(rules, texts[index], 'tail'):
            break
        if _is_prose(texts[index]):
            return start
        index += 1
    return index


def _is_prose(text: str) -> bool:
    """Whether it is no title; one may ask a short question."""
    text = text.strip(EDGE)
    return reads_as_prose(text) and not (len(text) <= _QUESTION and text.endswith(('?', '？')))
