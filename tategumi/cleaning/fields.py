"""Blocks of fields, 所在地：… below 名称：…, which are the text's or the site's as a whole."""

import re

from .rules import EDGE

#: So many fields in a row are a block of their own.
_LEAST = 3
_FIELD = re.compile(r'[^\s:：。、][^:：。、]{0,11}[:：]\s*[^/／].*')


def torn_fields(texts, taken):
    """Indexes of fields that were ``taken`` out of a block of which others were not.

    ``taken`` has for each line of ``texts`` whether it was, as the site's.
    """
    block = []
    for index in range(len(texts) + 1):
        if index < len(texts) and _FIELD.fullmatch(texts[index].strip(EDGE)):
            block.append(index)
            continue
        out = [each for each in block if taken[each]]
        if len(block) >= _LEAST and len(out) < len(block):
            yield from out
        block = []
