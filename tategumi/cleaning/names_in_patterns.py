"""What a %name% in a pattern of a rule stands for: a class of characters, or any of some words."""

import re
from functools import cache
from importlib import resources

import yaml

from . import characters
from .protected import STAND_INS

_CLASSES = {
    '%letter%': characters.LETTER,
    '%japanese%': characters.JAPANESE,
    '%closing%': characters.CLOSING,
    '%behind-japanese%': characters.BEHIND_JAPANESE,
    '%invisible%': characters.INVISIBLE,
    '%protected%': f'[{STAND_INS}]',
    '%tracking%': (
        r'(?:utm_[a-z_]+|fbclid|gclid|yclid|mc_[ce]id|igshid|ref_src)=[A-Za-z0-9%._~:/+,;@*-]*'
    ),
}

_NAME = re.compile(r'%[a-z]+(?:-[a-z]+)*%')


def expanded(pattern: str) -> str:
    """``pattern`` with what each %name% in it stands for."""
    return _NAME.sub(lambda match: _meanings().get(match.group(), match.group()), pattern)


@cache
def _meanings() -> dict[str, str]:
    """What each %name% stands for; a word may hold names that stand above it."""
    meanings = dict(_CLASSES)
    words = yaml.safe_load((resources.files(__package__) / 'words.yaml').read_text('utf-8'))
    for name, patterns in words.items():
        any_word = re.sub(r' ?\| ', '|', patterns).replace(' ', r'\ ')
        meanings[f'%{name}%'] = _NAME.sub(lambda match: meanings[match.group()], f'(?:{any_word})')
    return meanings
