"""Blocks of fields, 所在地：… below 名称：…, which are the text's or the site's as a whole."""

import re

from ..repeats import is_sentence
from ..rules import EDGE

#: So many fields in a row are a block of their own.
_LEAST = 3
_FIELD = re.compile(r'[^\s:：。、][^:：。、]{0,11}[:：]\s*[^/／].*')


def give_back_fields(texts, named):
    """Below the first sentence no field is taken out of a block that is not the site's."""
    begun = next(
        (index for index, text in enumerate(texts) if named[index] is None and is_sentence(text)),
        len(texts),
    )
    taken = [
        index > begun and bool(found) and found.rule.does == 'drop'
        for index, found in enumerate(named)
    ]
    for index in _torn_fields(texts, taken):
        named[index] = None


def _torn_fields(texts, taken):
    """Indexes of fields that were ``taken`` out of a block of which others were not."""
    block = []
    for index in range(len(texts) + 1):
        if index < len(texts) and _FIELD.fullmatch(texts[index].strip(EDGE)):
            block.append(index)
            continue
        out = [each for each in block if taken[each]]
        if len(block) >= _LEAST and len(out) < len(block):
            yield from out
        block = []
