"""Frames and what they are made of as plain values, and back.

What comes back is of the types that its fields are declared as. Its strings are text or, where
something is drawn, names: none that the PDF's syntax would be open to.
"""

import re
import sys
from array import array
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from math import isfinite
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

from .. import messages
from ..messages import Message
from .drawing import (
    OPERANDS,
    Drawing,
    Glyphs,
    Group,
    Names,
    Pattern,
    Picture,
    Shading,
    State,
    Text,
)

_Kind = TypeVar('_Kind')
_Maker = Callable[[Any, list[bytes]], Any]

_NAME = re.compile(r'/?[\w.-]+', re.A)

_SCALARS = frozenset((bool, float, int, str, NoneType))

#: Of texts there are so many that they are taken apart and put together here.
_OF_TEXT = attrgetter(*[field.name for field in fields(Text)])

#: How many numbers a matrix has.
_MATRIX = 6

#: What may stand as an operand beside numbers and names.
_DRAWN = {kind.__name__: kind for kind in (Group, Pattern, Picture, Shading, State)}

#: Operators that have such operands, or colours and dashes.
_OTHERS = ('CS', 'Do', 'SCN', 'cs', 'd', 'gs', 'scn', 'sh')


def plain(value: Any, parts: Any) -> Any:
    """``value`` as JSON knows it; byte strings go to ``parts`` (``cache.codec.Bytes``).

    Raises ``TypeError`` for what is no plain data.
    """
    kind = type(value)
    if kind in _SCALARS:
        return value
    if kind in (list, tuple):
        if _SCALARS.issuperset(map(type, value)):
            return value
        return [plain(item, parts) for item in value]
    if kind is Text:
        *before, numbers, vertical, mark, moves, cut = _OF_TEXT(value)
        return [*before, parts.add(_turned(numbers).tobytes()), vertical, mark, moves, cut]
    if kind is dict:
        values = [[key, plain(item, parts)] for key, item in value.items()]
        # JSON has no numbers as keys.
        return dict(values) if all(isinstance(key, str) for key in value) else values
    if kind is Message:
        return messages.plain(value)
    if kind is bytes:
        return parts.add(value)
    if kind is array:
        return parts.add(_turned(value).tobytes())
    if is_dataclass(kind):
        values = [plain(getattr(value, field.name), parts) for field in fields(kind)]
        return {kind.__name__: values} if kind.__name__ in _DRAWN else values
    return [plain(item, parts) for item in value]


def made(kind: type[_Kind], value: Any, parts: list[bytes]) -> _Kind:
    """The object of ``kind`` of which ``plain`` told; ``parts`` are its byte strings.

    Raises ``ValueError``, ``TypeError`` or ``LookupError`` for what is none.
    """
    return cast(_Kind, _maker(cast(Any, kind))(value, parts))


@cache
def _maker(kind: Any) -> _Maker:
    """What makes values of the type ``kind``."""
    if kind in _MAKERS:
        return _MAKERS[kind]
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is UnionType:
        makers = [_maker(argument) for argument in arguments if argument is not NoneType]
        if NoneType in arguments and len(makers) == 1:
            return lambda value, parts: None if value is None else makers[0](value, parts)
        return lambda value, parts: makers[isinstance(value, int)](value, parts)
    if origin is list:
        one = _maker(arguments[0])
        return lambda value, parts: [one(item, parts) for item in value]
    if origin is dict:
        key, item = map(_maker, arguments)
        return lambda value, parts: {
            key(name, parts): item(item_value, parts) for name, item_value in _items(value)
        }
    if origin is tuple and arguments[1:] == (...,):
        one = _maker(arguments[0])
        return lambda value, parts: tuple([one(item, parts) for item in value])
    if origin is tuple:
        every = [*map(_maker, arguments)]
        return lambda value, parts: tuple(
            [make(item, parts) for make, item in zip(every, value, strict=True)]
        )
    return _dataclass(kind)


def _dataclass(kind: Any) -> _Maker:
    return lambda value, parts: kind(
        *[make(item, parts) for make, item in zip(_fields(kind), value, strict=True)]
    )


@cache
def _fields(kind: Any) -> list[_Maker]:
    """What makes the fields of dataclass ``kind``, which may be of that kind themselves."""
    return [_maker(hint) for hint in get_type_hints(kind).values()]


def _checked(kind: type) -> _Maker:
    def check(value: Any, parts: list[bytes]) -> Any:
        if type(value) is not kind:
            raise TypeError(f'no {kind.__name__}: {value!r}')
        return value

    return check


def _number(value: Any, parts: list[bytes]) -> float:
    if not isfinite(value):
        raise ValueError(f'no number: {value}')
    return cast(float, value)


def _names(value: Any, parts: list[bytes]) -> Any:
    """Dictionaries, lists, numbers and strings that all are names."""
    if isinstance(value, str):
        if not _NAME.fullmatch(value):
            raise ValueError(f'no name: {value}')
        return value
    if isinstance(value, dict):
        return {_names(key, parts): _names(item, parts) for key, item in value.items()}
    if isinstance(value, list):
        return [_names(item, parts) for item in value]
    return _number(value, parts)


def _items(value: Any) -> Any:
    return value.items() if isinstance(value, dict) else value


def _drawn(value: Any, parts: list[bytes]) -> Any:
    ((name, values),) = value.items()
    return _dataclass(_DRAWN[name])(values, parts)


def _drawing(value: Any, parts: list[bytes]) -> Drawing:
    return [
        _operator(item, parts) if isinstance(item[0], str) else _text(item, parts)
        for item in value
    ]


def _text(value: Any, parts: list[bytes]) -> Text:
    font, size, matrix, numbers, vertical, mark, moves, cut = value
    if not (
        type(font) is type(cut) is int
        and type(vertical) is bool
        and (mark is None or type(mark) is int)
        and isfinite(size)
        and len(matrix) == _MATRIX
        and all(map(isfinite, matrix))
        and all([type(index) is int and isfinite(move) for index, move in moves])
    ):
        raise ValueError(f'no text: {value}')
    shown = _turned(array('I', parts[numbers]))
    moves = tuple(map(tuple, moves))
    return Text(font, size, tuple(matrix), shown, vertical, mark, moves, cut)


def _operator(item: Any, parts: list[bytes]) -> tuple[Any, ...]:
    operator, *operands = item
    if OPERANDS.get(operator) == len(operands):
        return (operator, *[_number(operand, parts) for operand in operands])
    if operator not in _OTHERS:
        raise ValueError(f'no operator: {item}')
    return (
        operator,
        *[
            (_drawn if isinstance(operand, dict) else _names)(operand, parts)
            for operand in operands
        ],
    )


def _turned(numbers: Glyphs) -> Glyphs:
    """``numbers`` with the lowest byte first, whatever this machine has; and back."""
    if sys.byteorder == 'big':
        numbers = numbers[:]
        numbers.byteswap()
    return numbers


_MAKERS: dict[Any, _Maker] = {
    bool: _checked(bool),
    bytes: lambda value, parts: parts[value],
    float: _number,
    int: _checked(int),
    str: _checked(str),
    Drawing: _drawing,
    Glyphs: lambda value, parts: _turned(array('I', parts[value])),
    Message: lambda value, parts: messages.from_plain(value),
    Names: _names,
    **dict.fromkeys(_DRAWN.values(), _drawn),
}
