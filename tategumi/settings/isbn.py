"""ISBNs and C-codes as books and authors write them, and whether an ISBN is one."""

import re
import unicodedata

#: What stands before the figures: ``ISBN``, ``ISBN-13:``, ``urn:isbn:``.
_NAMED = re.compile(r'(?:URN:)?ISBN(?:-1[03](?=[\s:]))?[\s:]*')

#: Hyphens of every length, and the minus.
_HYPHENS = re.compile('[\u2010-\u2015\u2212\uff0d]')


def plain_isbn(text: str) -> str:
    """``text`` in ASCII, without what stands before the figures; its hyphens and spaces stay.

    ``ISBN９７８‐４…`` → ``978-4…``.
    """
    plain = unicodedata.normalize('NFKC', _HYPHENS.sub('-', text)).strip().upper()
    return _NAMED.sub('', plain, count=1) if _NAMED.match(plain) else plain


def plain_c_code(text: str) -> str:
    """A C-code in ASCII, without spaces: ``Ｃ 0193`` → ``C0193``."""
    return re.sub(r'\s', '', unicodedata.normalize('NFKC', text)).upper()


def is_c_code(text: str) -> bool:
    """Is plain ``text`` a C-code: four figures, with or without C before them?"""
    return bool(re.fullmatch(r'C?\d{4}', text, re.ASCII))


def figures_of(isbn: str) -> str:
    """The figures of a plain ``isbn``, and the X that some of 10 end with.

    ``978-4-12-345678-4`` → ``9784123456784``; empty of an empty one.
    """
    return re.sub(r'[-\s]', '', isbn)


def is_isbn(text: str) -> bool:
    """Is ``text`` an ISBN of 13 figures by its check digit (ISO 2108, annex C), or one of 10?"""
    figures = figures_of(text)
    if re.fullmatch(r'97[89]\d{10}', figures, re.ASCII):
        return (
            sum(int(figure) * (3 if at % 2 else 1) for at, figure in enumerate(figures)) % 10 == 0
        )
    if re.fullmatch(r'\d{9}[\dX]', figures, re.ASCII):
        values = [10 if figure == 'X' else int(figure) for figure in figures]
        return sum(value * (10 - at) for at, value in enumerate(values)) % 11 == 0
    return False
