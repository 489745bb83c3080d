"""``[words](address)``, read in a time that grows with the text.

Python-Markdown looks for the end of each bracket through all the text that follows.
"""

import re

#: Words in brackets nested deeper are text.
_DEEPEST = 8
#: An address and its title are no longer, and not so deep in brackets.
_LONGEST = 2_000
_TOO_DEEP = re.compile(r'(?:[^()]*\(){9}')

#: ``{.name width=40}`` behind a link or picture, which other tools read.
_ATTRIBUTES = re.compile(r'\{:?[ ]*(?:[.#][A-Za-z0-9_-]+|[a-z-]+=[!-z|~]+)[ -z|~]*\}')


def after_attributes(data: str, end: int | None) -> int | None:
    """The place in ``data`` after the attributes that stand at ``end``; without any, ``end``."""
    match = _ATTRIBUTES.match(data, end) if end is not None else None
    return match.end() if match else end


class Brackets:
    """To be put before ``LinkInlineProcessor`` or a class of its kind among the bases."""

    def getText(self, data: str, index: int) -> tuple[str, int, bool]:
        """The words from ``index`` on, the place after them, and whether they end."""
        depth = 1
        for place in range(index, len(data)):
            depth += (data[place] == '[') - (data[place] == ']')
            if depth == 0:
                return data[index:place], place + 1, True
            if depth > _DEEPEST:
                break
        return '', index, False

    def getLink(self, data: str, index: int) -> tuple[str, str | None, int, bool]:
        """The address at ``index``, its title, the place after them, and whether there is one."""
        nearby = data[index : index + _LONGEST]
        if _TOO_DEEP.match(nearby):
            return '', None, index, False
        href, title, after, is_link = super().getLink(nearby, 0)  # type: ignore[misc]
        return href, title, index + after, is_link
