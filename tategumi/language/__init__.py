"""The languages in which the press speaks: English, and Japanese by the catalogue ``ja.po``.

A catalogue is a file of gettext. Its texts stand for the templates of messages
(``tategumi.messages``), so a template that it lacks is said in English.
"""

import os
from collections.abc import Mapping
from functools import cache
from importlib import resources

from ..lazy import lazy
from ..messages import ENGLISH, Language

pofile = lazy('babel.messages.pofile')

#: The tags of what there is.
TAGS = ('ja', 'en')


class _Catalogue(Language):
    """The language of the catalogue ``<tag>.po``."""

    def __init__(self, tag: str, comma: str, space: str, stop: str) -> None:
        self.tag, self.comma, self.space, self.stop = tag, comma, space, stop
        with resources.files(__package__).joinpath(f'{tag}.po').open('rb') as file:
            self._texts = {
                each.id: each.string for each in pofile.read_po(file) if each.id and each.string
            }

    def translate(self, template: str) -> str:
        return self._texts.get(template, template)


@cache
def language_of(tag: str) -> Language:
    """The language of a ``tag`` of ``TAGS``. Raises ``KeyError`` for any other."""
    makers = {'ja': lambda: _Catalogue('ja', '、', '', '。'), 'en': lambda: ENGLISH}
    try:
        return makers[tag]()
    except ModuleNotFoundError:
        # Whoever has not installed the packages is told so in English.
        return ENGLISH


def users_tag(environment: Mapping[str, str] = os.environ, system: str = '') -> str:
    """The tag of the language that the user's ``environment`` asks for, English if none does.

    As gettext looks for it: LANGUAGE, a list in order of preference, then LC_ALL, LC_MESSAGES
    and LANG, of which the first that is set counts. Without any, that of the ``system`` does
    (Windows and macOS set none).
    """
    named = environment.get('LANGUAGE', '').split(':')
    locale = ('LC_ALL', 'LC_MESSAGES', 'LANG')
    named.append(next(filter(None, map(environment.get, locale)), system))
    tags = (name.replace('-', '_').partition('_')[0].partition('.')[0].lower() for name in named)
    names = {'japanese': 'ja', 'english': 'en', 'c': 'en', 'posix': 'en'}
    return next((tag for each in tags if (tag := names.get(each, each)) in TAGS), 'en')
