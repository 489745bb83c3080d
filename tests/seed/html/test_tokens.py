"""Character references of a page."""

import pytest

from tategumi.seed.html.tokens import unescape


@pytest.mark.parametrize(
    'text, characters',
    [
        ('&amp;&#12354;&#x3042;', '&ああ'),
        ('&#00000000012354;', 'あ'),
        ('&#1114112;', '\ufffd'),
        ('&#' + '9' * 5000 + ';', '\ufffd'),
        ('&#' + '0' * 5000 + '65;', 'A'),
        ('&#;&#x;', '&#;&#x;'),
    ],
)
def test_references_are_the_characters_they_name(text, characters):
    assert unescape(text) == characters
