"""Labels with lists below them: related articles, contents."""

from ..boxes import contents, words_of
from ..record import ABOVE, BELOW
from ..rules import EDGE
from ..stretches import reads_as_prose
from .matching import ANYTHING, Named, first_match

#: A title that asks a question is no longer than this.
_QUESTION = 60


def name_lists(rules, texts, named, fenced):
    """A label such as 関連記事, and the titles listed below it."""
    end = len(texts)
    prose_after = [False] * (end + 1)
    for index in range(end)[::-1]:
        prose_after[index] = (
            prose_after[index + 1]
            or fenced[index]
            or (
                named[index] is None
                and _is_prose(texts[index])
                and not first_match(rules, texts[index], 'tail')
            )
        )
    # Above the prose the title may stand right below the words of a menu.
    again = {}
    begins = next(
        (
            index
            for index, text in enumerate(texts)
            if fenced[index] or named[index] is None and reads_as_prose(text)
        ),
        0,
    )
    for index, text in enumerate(texts):
        found = None if named[index] or fenced[index] else first_match(rules, text, 'label')
        if found is None:
            continue
        last = end if not prose_after[index + 1] else _end_of_list(rules, texts, index + 1)
        if found.rule.name == 'list-of-contents':
            again = again or {words_of(other): place for place, other in enumerate(texts)}
            last = max([last, *(place + 1 for place in contents(texts, index, again))])
        elif index < begins:
            last = index + 1
        for below in range(index, last):
            is_outside = named[below] and named[below].rule.name in (ABOVE, BELOW)
            if texts[below].strip(EDGE) and not is_outside:
                named[below] = Named(found.rule, ANYTHING.fullmatch(texts[below]))


def _end_of_list(rules, texts, start):
    """Where the list that begins at ``start`` ends: a blank line, unless prose is in it."""
    index = start
    while index < len(texts) and texts[index].strip(EDGE):
        if first_match(rules, texts[index], 'tail'):
            break
        if _is_prose(texts[index]):
            return start
        index += 1
    return index


def _is_prose(text):
    """Whether it is no title; one may ask a short question."""
    text = text.strip(EDGE)
    return reads_as_prose(text) and not (len(text) <= _QUESTION and text.endswith(('?', '？')))
