"""The title of a page by all that speaks for it, and with it the lines around it."""

from ..page_head import head_of, is_a_menu, lines_of_a_head, title_by_evidence
from ..rules import EDGE
from ..stretches import reads_as_prose
from ..titles import likely_title
from .kinds import kinds_of
from .matching import first_match, take
from .title import title_at, title_of


def name_page_head(rules, texts, named, fenced):
    """The title of a page by all that speaks for it, and with it the lines around it."""
    if title_of(named):
        return
    end = next(
        (
            index
            for index, (text, found) in enumerate(zip(texts, named))
            if found is None and reads_as_prose(text)
        ),
        len(texts),
    )
    known = [
        None if fence or found or index >= end else first_match(rules, text, 'head')
        for index, (text, found, fence) in enumerate(zip(texts, named, fenced))
    ]
    kinds = kinds_of(texts, named, known, fenced)
    lines = head_of(kinds)
    stamps = {
        index
        for index in lines
        for each in (named[index] or known[index],)
        if each and kinds[index] and (each.rule.sure or each.rule.does == 'metadata')
    }
    title = title_by_evidence(texts, kinds, lines, stamps)
    is_clear = title is not None
    if not is_clear:
        likely = likely_title(texts, [kind in ('open', 'prose') for kind in kinds])
        title = likely if likely in lines else None
    found = (
        None
        if title is None
        else title_at(rules, texts, [None] * len(named), title, lambda *_: True)
    )
    if found:
        named[title] = found
    if found or is_a_menu(kinds, lines):
        for index in lines:
            named[index] = named[index] or known[index]
    if not found:
        return
    again = [
        index
        for index in lines
        if named[index] is None and texts[index].strip(EDGE) == texts[title].strip(EDGE)
    ]
    take(rules, texts, named, again, 'title-again')
    take(rules, texts, named, lines_of_a_head(texts, kinds, lines, title, is_clear), 'amid')
