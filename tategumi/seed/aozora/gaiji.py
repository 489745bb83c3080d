"""外字: characters described because the file's character set lacks them."""

import re

_GAIJI = re.compile(
    r'※［＃(?:「[^［］]*」|[^［］「」、]*)、'
    r'(?:第[34３４]水準(?P<plane>[12])-(?P<row>\d{1,2})-(?P<cell>\d{1,2})'
    r'|U\+(?P<code>[0-9A-Fa-f]{4,6}))[^［］]*］'
)


def resolve_gaiji(text: str) -> str:
    """``text`` with each ※［＃…］ that gives a code as the character it names.

    The code is plane, row and cell of JIS X 0213, or of Unicode. One that
    names no character stays as it is.
    """
    return _GAIJI.sub(_named, text)


def _named(match: re.Match[str]) -> str:
    character = _character(match)
    return character if character and character.isprintable() else match[0]


def _character(match: re.Match[str]) -> str:
    if match['code']:
        code = int(match['code'], 16)
        return chr(code) if code <= 0x10FFFF else ''
    row, cell = int(match['row']), int(match['cell'])
    if not (1 <= row <= 94 and 1 <= cell <= 94):
        return ''
    pair = bytes((row + 0xA0, cell + 0xA0))
    try:
        return (b'\x8f' + pair if match['plane'] == '2' else pair).decode('euc_jis_2004')
    except UnicodeDecodeError:
        return ''
