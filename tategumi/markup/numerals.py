"""Numbers written in kanji 漢数字."""

DIGITS = '〇一二三四五六七八九'
_SMALL = ('', '十', '百', '千')
_LARGE = ('', '万', '億', '兆', '京')
LARGE_UNITS = ''.join(_LARGE)


def by_position(digits: str) -> str:
    """Figure for figure: ``'2015'`` → ``'二〇一五'``."""
    return ''.join(DIGITS[int(digit)] for digit in digits)


def by_unit(digits: str, unit_follows: bool = False) -> str:
    """With 十, 百, 千, 万 …: ``'5000'`` → ``'五千'``, ``'12345'`` → ``'一万二千三百四十五'``.

    一 is left out before 十, 百 and 千, but not before a 千 that itself counts
    万 or more (千円, but 一千万円), which is so too when ``unit_follows`` says
    that the text goes on with such a unit. A number beyond 千京 comes out
    ``by_position``.
    """
    digits = digits.lstrip('0')
    if not digits:
        return DIGITS[0]
    if len(digits) > 4 * len(_LARGE):
        return by_position(digits)
    groups = []
    for power, unit in enumerate(_LARGE):
        group = digits[-4:]
        digits = digits[:-4]
        if group.strip('0'):
            groups.append(_up_to_thousands(group, bool(unit) or unit_follows) + unit)
        if not digits:
            break
    return ''.join(reversed(groups))


def by_large_unit(digits: str, unit_follows: bool = False) -> str:
    """Figure for figure between 万, 億 …: ``'25'`` → ``'二五'``, ``'12345'`` → ``'一万二三四五'``.

    Arguments and numbers beyond 千京 as in ``by_unit``.
    """
    digits = digits.lstrip('0') or '0'
    if len(digits) > 4 * len(_LARGE):
        return by_position(digits)
    groups = [digits[max(0, end - 4) : end] for end in range(len(digits), 0, -4)]
    written = [
        by_position(group.lstrip('0') or '0') + unit
        for group, unit in zip(groups, _LARGE)
        if group.strip('0') or len(groups) == 1
    ]
    return ''.join(reversed(written))


def _up_to_thousands(group: str, counts_large_unit: bool) -> str:
    written = ''
    for digit, unit in zip(group, reversed(_SMALL[: len(group)])):
        if digit == '0':
            continue
        bare = digit == '1' and unit and not (unit == '千' and counts_large_unit)
        written += unit if bare else DIGITS[int(digit)] + unit
    return written
