"""Pictures: ［＃港の図（fig1_01.png、横300×縦200）入る］, and its words."""

import re
from collections.abc import Container, Mapping

_NOTE = re.compile(
    r'［＃(?P<words>[^［］（）()]*)[（(](?P<source>[^［］（）()、\s]+\.(?:png|jpe?g|gif|webp|svg))'
    r'[^［］（）()]*[）)]入る］',
    re.IGNORECASE,
)
_CAPTION = re.compile('「(?P<caption>[^「」]+)」の?キャプション付きの?(?P<kind>.*)')
_MARKS = re.compile(r'[\[\]\\"`*_{}|<>]')


def sources_of(text: str) -> list[str]:
    """The names of the files that ``text`` calls."""
    return [match['source'] for match in _NOTE.finditer(text)] if '入る］' in text else []


def missing_in(line: str, pictures: Container[str]) -> str | None:
    """The name of the file that ``line``, a note of a picture alone, calls and that is not there.

    ``None`` for any other line.
    """
    match = _NOTE.fullmatch(line.strip('\ufeff 　\t'))
    return match['source'] if match and match['source'] not in pictures else None


def with_picture(line: str, pictures: Mapping[str, str]) -> str | None:
    """``line`` that is a note of a picture, in Markdown; ``None`` for any other line.

    ``pictures`` has the address of each picture that is beside the seed.
    """
    match = _NOTE.fullmatch(line.strip('\ufeff 　\t'))
    address = pictures.get(match['source']) if match else None
    if match is None or address is None:
        return None
    captioned = _CAPTION.search(match['words'])
    words = captioned['caption'] if captioned else match['words']
    words = _MARKS.sub('', words).strip()
    title = f' "{words}"' if captioned else ''
    return f'![{words}]({address}{title})'
