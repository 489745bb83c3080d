"""Sentences, told from names, labels and heads of other texts."""

import re

_END = re.compile(r'[。．！？…」』）.!?:：;；]["”\'’*)\]]*$')
_SENTENCE = re.compile(r'[。！？]|[.!?]["”\'’)]*(?:\s|$)')
#: Western words of a sentence.
_WORDS = 5
#: Characters of a sentence that is no label.
_LONG = 12


def is_prose(plain, linked):
    """Whether ``plain``, of which ``linked`` characters are in links, is made of sentences."""
    text = plain.strip()
    return (
        2 * linked < len(text)
        and len(text) >= _LONG
        and bool(_SENTENCE.search(text))
        and (not text.isascii() or len(text.split()) >= _WORDS)
    )


def ends_a_sentence(plain):
    """Whether ``plain`` ends as a sentence or speech does."""
    return bool(_END.search(plain.strip()))
