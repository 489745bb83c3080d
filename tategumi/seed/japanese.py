"""How much a text looks like Japanese, to tell a right decoding from a wrong one."""

import re

_KANA = re.compile('[\u3041-\u3096\u30a1-\u30fa\u30fc]')
_USUAL = re.compile('[\t\n\r\u0020-\u007e\u2010-\u2026\u3000-\u30ff\u4e00-\u9fff\uff01-\uff5e]')


def is_japanese(text: str) -> bool:
    """Whether ``text`` is kana to a fifth, and almost all of it what Japanese is written with.

    Text that was decoded wrongly is neither.
    """
    length = len(text) or 1
    return (
        len(_KANA.findall(text)) * 5 >= length and len(_USUAL.findall(text)) * 100 >= length * 98
    )
