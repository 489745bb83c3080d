"""Loads a book's own rules: ``book/rules/*.yaml``."""

import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from ..errors import BadRule, Place
from ..files import entries_of, is_inside
from ..messages import Message
from ..settings import parse_yaml, value_of
from .limited import LimitedPattern
from .rules import PROCEDURES, Catalogue, Rule, catalogue, rule_of

_DOES = {
    'drop',
    'metadata',
    'caption',
    'quotation',
    'indent',
    'line-end',
    'scene-break',
    'head',
    'rewrite',
    'suspect',
}
_WHERE = {
    'top',
    'head',
    'tail',
    'anywhere',
    'paragraph',
    'front-matter',
    'label',
    'page',
    'running-head',
    'doubled',
    'timecode',
    'title-again',
    'byline',
    'above-notes',
    'below-picture',
    'right-below-picture',
    'profile',
}
_OF = {
    'metadata': re.compile('title|subtitle|source|credits|creators'),
    'head': re.compile('[1-6]?|marks'),
    'indent': re.compile('[1-9]|[1-3][0-9]|40'),
}
#: Lines of a series that a rule may ask for.
_MOST = 1000
_NAME = re.compile(r'[a-z0-9]+(?:-[a-z0-9]+)*')
_NEEDED = ('name', 'where', 'does', 'why', 'examples', 'near_misses')
_KEYS = {field.name for field in dataclasses.fields(Rule)} - {'of'}
_TYPES = (
    ({'once', 'apart', 'sure', 'in_code'}, bool),
    ({'examples', 'near_misses'}, list),
)


def book_catalogue(folder: Path) -> Catalogue:
    """The ``Catalogue`` of the rules in ``folder``, by name of file, before the press's own.

    Raises ``BadInput`` with file and line for YAML that does not parse, a key
    or value that no rule has, a name given twice, and a rule that does not do
    to its examples and near misses what it should, or takes too long for it.
    """
    own = catalogue().rules
    rules: list[Rule] = []
    for file in entries_of(folder):
        if file.suffix != '.yaml' or file.name.startswith('.'):
            continue
        for place, entry in _entries(file, folder):
            rule = _rule(place, entry)
            if rule.name in {other.name for other in (*rules, *own)}:
                raise BadRule(place, 'there is a rule {name} already', name=rule.name)
            rules.append(rule)
    return Catalogue((*rules, *own)) if rules else catalogue()


def _entries(file: Path, folder: Path) -> Iterator[tuple[Place, Any]]:
    if not is_inside(file, folder):
        raise BadRule(file, "is a link to a file outside the book's folder")
    node = parse_yaml(file)
    if node is None:
        return
    if not isinstance(node, yaml.SequenceNode):
        raise BadRule(Place(file, node.start_mark.line + 1), 'must be a list of rules')
    for item in node.value:
        yield Place(file, item.start_mark.line + 1), value_of(file, item)


def _rule(place: Place, entry: Any) -> Rule:
    fault = _fault_of_form(entry)
    if fault:
        raise BadRule(place, fault)
    rule = rule_of(entry, lambda pattern: LimitedPattern(pattern, place, entry['name']))
    faults = rule.faults()
    groups = rule.line.groupindex if rule.line else {}
    for needs, group in (('page' in rule.where, 'number'), (rule.of == 'marks', 'marks')):
        if needs and group not in groups:
            faults.append(Message('"line" needs a group named {group}', group=group))
    if faults:
        raise BadRule(place, '{name}: {fault}', name=rule.name, fault=faults[0])
    return rule


def _fault_of_form(entry: Any) -> str:
    """What is wrong with the keys and values of ``entry``, or ''."""
    if not isinstance(entry, dict):
        return Message('a rule must be a list of "key: value" lines')
    for key in entry:
        if key not in _KEYS:
            return Message('unknown key "{key}"; a rule knows {keys}', key=key, keys=sorted(_KEYS))
    for key in _NEEDED:
        if not entry.get(key):
            return Message('a rule needs "{key}"', key=key)
    for key, value in entry.items():
        kind = next((kind for keys, kind in _TYPES if key in keys), str)
        if not isinstance(value, kind) and not (key == 'where' and isinstance(value, list)):
            return Message('"{key}" must be {kind}', key=key, kind=_KINDS[kind])
    if not 1 <= entry.get('least', 1) <= _MOST:
        return Message('"least" must be a whole number from 1 to {most}', most=_MOST)
    if not _NAME.fullmatch(entry['name']):
        return Message(
            '"name" must be of a-z, 0-9 and single hyphens between them, such as harbour-button'
        )
    return _fault_of_action(entry)


_KINDS = {
    int: Message('a whole number'),
    bool: Message('true or false'),
    list: Message('a list'),
    str: Message('text'),
}


def _fault_of_action(entry: dict[str, Any]) -> str:
    does, _, of = entry['does'].partition(' ')
    wheres = entry['where'] if isinstance(entry['where'], list) else [entry['where']]
    pattern = {'rewrite': ('inside', 'by'), 'suspect': ('inside', 'by')}.get(does, ('line',))
    if does not in _DOES:
        return Message('"{key}" must be one of {choices}', key='does', choices=sorted(_DOES))
    if not _OF.get(does, re.compile('')).fullmatch(of):
        return Message('"{of}" is not what {does} may be followed by', of=of, does=does)
    for where in wheres:
        if not isinstance(where, str) or where not in _WHERE:
            return Message('"{key}" must be one of {choices}', key='where', choices=sorted(_WHERE))
    if sum(key in entry for key in ('line', 'inside', 'by')) != 1 or not any(
        key in entry for key in pattern
    ):
        return Message('a rule that does {does} needs "{key}" alone', does=does, key=pattern[0])
    if entry.get('by', next(iter(PROCEDURES))) not in PROCEDURES:
        return Message('"{key}" must be one of {choices}', key='by', choices=[*PROCEDURES])
    if does == 'rewrite' and not all(
        isinstance(pair, list) and [type(text) for text in pair] == [str, str]
        for pair in entry['examples']
    ):
        return Message(
            'each of the "examples" of a rewriting rule must be a pair: [before, after]'
        )
    texts = entry['near_misses'] + (entry['examples'] if does != 'rewrite' else [])
    if not all(isinstance(text, str) for text in texts):
        return Message('"examples" and "near_misses" must be lists of text')
    return ''
