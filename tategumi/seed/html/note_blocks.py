"""A note of a page, block by block."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ...notation import escape_head_mark, escape_marks

#: A call in brackets of its own, which the book brings itself.
_BRACKETED = re.compile(r'(?:\\\[|[(（〔［【])(\[\^\d+\])(?:\]|[)）〕］】])')


def bare_calls(said: str) -> str:
    """Markdown ``said``, calls of notes without brackets around them."""
    return _BRACKETED.sub(r'\1', said)


@dataclass
class NoteBlocks:
    """A note while its blocks come in; it ends with the element ``container``."""

    label: str
    container: int
    is_begun: bool = False

    def block(self, said: str, marks: Mapping[str, str], in_list: bool) -> str:
        """What its next block says, without the mark that the call says, too.

        ``marks`` are those, by label; ``in_list``: its number is not in the text.
        """
        if self.is_begun:
            return f'    {escape_head_mark(said)}'
        self.is_begun = True
        mark = re.escape(escape_marks(marks[self.label].strip('[]()（）〔〕［］【】')))
        return re.sub(
            rf'^(?:(?:\\\[|[(（〔［【]){mark}(?:\]|[)）〕］】])|{mark}(?=[.．:：)）])'
            rf'|{"(?!)" if in_list else mark}(?=\s)|\\?\^)?[\s.．:：)）↑]*',
            f'[^{self.label}]: ',
            said,
            count=1,
        )
