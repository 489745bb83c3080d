"""The front matter of a Markdown seed: what it says of itself between two lines of --- or +++."""

import re
from collections.abc import Sequence

from ...seed import SeedText
from ..rules import EDGE, Catalogue
from .matching import Names, first_match

#: By the first line: the lines that end it, and the form of those between (YAML, TOML).
_FORMS = {
    '---': (('---', '...'), re.compile(r'[A-Za-z][\w-]*\s*:(?:\s|$)|\s+\S|-\s|#|\s*$')),
    '+++': (('+++',), re.compile(r'[A-Za-z"][\w."-]*\s*=\s*\S|\s+\S|[\[\]]|["\']|#|\s*$')),
}
_KEY = re.compile(r'(?:\[{1,2}(?P<table>[\w.-]+)\]{1,2}\s*|(?P<key>[\w.-]+)\s*[:=](?P<value>.*))')
_PEOPLE = re.compile('(?:author|creator|translator)s?')
_WITHIN = re.compile(r'(?:-\s+)?(?:(?P<key>\w+)\s*[:=]\s*)?(?P<value>.*)')
_NAME = re.compile(r'\bname\s*[:=]\s*([^,}]+)')
_QUOTED = re.compile(r'"([^"]*)"|\'([^\']*)\'')


def lines_of_front_matter(seed: SeedText, texts: Sequence[str]) -> int:
    """How many lines at the top are between --- and ---, or +++: keys and values."""
    opening = texts[0].strip(EDGE) if texts else ''
    if seed.notation != 'markdown' or opening not in _FORMS:
        return 0
    closing, form = _FORMS[opening]
    for number, text in enumerate(texts[1:], 2):
        if text.rstrip() in closing:
            return number if number > 2 else 0
        if not form.match(text):
            break
    return 0


def names_of_front_matter(rules: Catalogue, texts: Sequence[str]) -> Names:
    """The rule for each line of it.

    People are given in YAML and TOML as one value, as a list on the line or below it, or as
    tables that have a ``name``.
    """
    named: Names = []
    table, key = '', ''
    for text in texts:
        value = ''
        if match := _KEY.fullmatch(text):
            table = match['table'] or table
            key = table if match['key'] in (None, 'name') else match['key']
            value = match['value'] or ''
        elif (match := _WITHIN.fullmatch(text.strip(EDGE))) and match['key'] in (None, 'name'):
            value = match['value']
        people = _people(value) if _PEOPLE.fullmatch(key) else ''
        said = f'{key}: {people}' if people else text
        named.append(first_match(rules, said, 'front-matter', 'markdown'))
    return named


def _people(value: str) -> str:
    """The names in a value, with a comma between each two, or ''."""
    value = value.strip(EDGE)
    if match := _NAME.search(value) if value.startswith('{') else None:
        value = match[1].strip(EDGE)
    quoted = [one or other for one, other in _QUOTED.findall(value)]
    names = quoted or value.strip('[],').split(',')
    return '、'.join(
        name.strip(EDGE) for name in names if any(map(str.isalpha, name)) and name[0] not in '#{'
    )
