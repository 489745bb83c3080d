"""What Project Gutenberg sets around a text: its header, and its licence."""

import pytest

from tategumi.cleaning import clean_seed
from tategumi.seed import seed_text
from tategumi.settings import Creator

HEADER = """The Project Gutenberg eBook of The Lamp at Brae, by Ann Lee

This eBook is for the use of anyone anywhere at no cost.  You may copy it,
give it away or re-use it under the terms of the licence.

Title: The Lamp at Brae
       A Tale of the Coast

Author: Ann Lee

Translator: Bo Yi

Release Date: May 4, 2009 [EBook #317]
              Most recently updated: May 5, 2021

Language: English

"""
START = '*** START OF THE PROJECT GUTENBERG EBOOK THE LAMP AT BRAE ***\n\n'
PRODUCED = 'Produced by Cy Dunn and the\nreaders of proofs\n\n'
TEXT = """THE LAMP AT BRAE

By Ann Lee


The lamp was lit at dusk, and nobody at Brae could say who lit it, or why.

In the morning there was no oil left, and the glass was warm to the hand.
"""
END = '\nEnd of the Project Gutenberg EBook of The Lamp at Brae, by Ann Lee\n\n'
LICENCE = """*** END OF THE PROJECT GUTENBERG EBOOK THE LAMP AT BRAE ***

Updated editions will replace the previous one.

THE FULL PROJECT GUTENBERG LICENSE

1.A. By reading this work, you agree to all the terms of this license.
"""


def clean(text, name='seeds/a.txt'):
    return clean_seed(seed_text(name, text))


def prose(article):
    return [block.text.split('.')[0] for block in article.blocks]


@pytest.mark.parametrize(
    'text',
    [
        HEADER + START + PRODUCED + TEXT + END + LICENCE,
        HEADER + START + TEXT + LICENCE,
        HEADER + START.replace('AT BRAE', '\nAT BRAE') + TEXT + END,
        HEADER + '*END*THE SMALL PRINT! FOR PUBLIC DOMAIN ETEXTS*Ver.04.29.93*END*\n' + TEXT + END,
    ],
)
def test_the_text_alone_is_kept_and_its_fields_are_known(text):
    article, record = clean(text)
    assert article.title == 'The Lamp at Brae'
    assert article.subtitle == 'A Tale of the Coast'
    assert article.creators == (Creator('Ann Lee'), Creator('Bo Yi', 'trl'))
    assert 'May 4, 2009 [EBook #317]' in ' '.join(credit.text for credit in article.credits)
    assert [text[:12] for text in prose(article)] == ['The lamp was', 'In the morni']
    assert {line.fate for line in record.lines} <= {'kept', 'changed', 'metadata', 'dropped'}
    assert 'gutenberg-licence' in {line.rule for line in record.lines}


def test_who_set_the_text_is_a_credit():
    article, _ = clean(HEADER + START + PRODUCED + TEXT + LICENCE)
    assert any('Cy Dunn and the' in credit.text for credit in article.credits)


def test_on_a_page_it_is_the_same():
    fields = ''.join(
        f'<p><strong>{label}</strong>: {value}</p>'
        for label, value in (('Title', 'The Lamp at Brae'), ('Author', 'Ann Lee'))
    )
    body = ''.join(f'<p>{each}</p>' for each in TEXT.split('\n\n')[2:] * 3)
    article, record = clean(
        '<html><head><title>The Lamp at Brae | Project Gutenberg</title></head><body>'
        f'<section id="pg-header">{fields}<div>{START.strip()}</div></section>'
        f'<h1>THE LAMP AT BRAE</h1>{body}<section id="pg-footer"><div>*** END OF THE PROJECT '
        'GUTENBERG EBOOK THE LAMP AT BRAE ***</div><h2>THE FULL PROJECT GUTENBERG LICENSE</h2>'
        '<p>1.A. By reading this work, you agree to all the terms of this license.</p></section>'
        '</body></html>',
        'seeds/a.html',
    )
    assert article.title.casefold() == 'the lamp at brae'
    assert article.creators == (Creator('Ann Lee'),)
    assert len(article.blocks) == 6
    assert not any('GUTENBERG' in block.text.upper() for block in article.blocks)


@pytest.mark.parametrize(
    'text',
    [
        'She had the book from Project Gutenberg. Its first line was its title.\n\n' + TEXT,
        TEXT + '\n' + START + TEXT,
        'End of Project Gutenberg is a strange name for an essay on licences.\n\n' + TEXT + START,
    ],
)
def test_a_text_that_speaks_of_it_is_whole(text):
    _, record = clean(text)
    assert 'gutenberg-licence' not in {line.rule for line in record.lines}
