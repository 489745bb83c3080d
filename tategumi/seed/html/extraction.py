"""The article as trafilatura extracts it, and as the page declares it."""

import json
import logging
import re
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any

from ...lazy import lazy
from .prose import without_space
from .tokens import tokens_of

trafilatura = lazy('trafilatura')

#: Words as long as these are found by themselves; fewer need a neighbour.
_LONG = 10
_READING = re.compile(
    r'(?i)<(?:rt|rp)\b[^<>]*>[^<]*(?:</?(?:a|b|em|font|i|small|span|strong)\b[^<>]*>[^<]*)*'
    r'|</?(?:ruby|rb|rt|rp|rtc)\b[^<>]*>'
)
_ADDED = re.compile('[「」『』"]')
#: What a page declares has no end; a deeper part of it is not the page's.
_DEEPEST = 6


def article_text(text: str) -> tuple[str, set[str]]:
    """``(text, sources)``: of the article, without readings and space, and of its pictures.

    Nothing is fetched.
    """
    # What it warns of, an article it finds hard, is nothing a user can mend.
    logging.getLogger('trafilatura').setLevel(logging.CRITICAL)
    # As a tree: what it writes of one, it cannot always read again.
    document = trafilatura.bare_extraction(
        _READING.sub('', text),
        output_format='xml',
        favor_recall=True,
        include_comments=False,
        include_tables=True,
        include_images=True,
        include_formatting=True,
        with_metadata=False,
        # Its other ways to find an article take quadratic time, and find nothing more here.
        fast=True,
    )
    declared = without_space(' '.join(_declared(text)))
    if document is None:
        return declared, set()
    pictures = list(document.body.iter('graphic'))
    words = [picture.get('alt') or '' for picture in pictures]
    sources = {picture.get('src') for picture in pictures}
    return without_space(''.join((*document.body.itertext(), *words))) + declared, sources


def comparable(text: str) -> str:
    """``text`` as it is compared: without space, and without what a reading of elements adds.

    Characters above and below the line are those on it, and brackets may be those of a ``q``.
    """
    return _ADDED.sub('', unicodedata.normalize('NFKC', without_space(text)))


def pieces_in(article: str, texts: Sequence[str]) -> set[int]:
    """The indexes of ``texts``, in order, that are in the text ``article``; all ``comparable``."""
    indexes = {index for index, text in enumerate(texts) if text in article}
    return {
        index
        for index in indexes
        if len(texts[index]) >= _LONG
        or article == texts[index]
        or any(
            ''.join(texts[first : first + 2]) in article
            for first in (index - 1, index)
            if 0 <= first < len(texts) - 1
        )
    }


def _declared(text: str) -> Iterator[str]:
    """The bodies of articles in the linked data of a page (schema.org, ``articleBody``)."""
    for token in tokens_of(text):
        if token.tag != 'script' or 'ld+json' not in token.attributes.get('type', '').lower():
            continue
        end = text.find('</script', token.end)
        if end < 0:
            return
        with suppress(ValueError, RecursionError):
            yield from _bodies(json.loads(text[token.end : end]), _DEEPEST)


def _bodies(value: Any, depth: int) -> Iterator[str]:
    parts = value.values() if isinstance(value, dict) else value
    if not isinstance(value, dict | list) or not depth:
        return
    if isinstance(value, dict) and isinstance(value.get('articleBody'), str):
        yield value['articleBody']
    for part in parts:
        yield from _bodies(part, depth - 1)
