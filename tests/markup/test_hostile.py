"""Manuscripts that mean harm, or no longer mean anything."""

import re
from urllib.parse import unquote

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from lxml import etree

from tategumi.errors import BadInput
from tategumi.markup.links import address

ELEMENTS = set(
    'a aside blockquote br code em figcaption figure h1 h2 h3 h4 h5 h6 hr img li ol p pre rt ruby '
    'section span strong table tbody td th thead tr ul dd dl dt mark s sub sup '
    'math mrow mi mn mo mtext msup msub mfrac'.split()
)
ATTRIBUTES = {
    'alt',
    'aria-label',
    'aria-labelledby',
    'class',
    'href',
    'id',
    'role',
    'src',
    'start',
    'title',
    '{http://www.idpf.org/2007/ops}type',
}

PIECES = [
    '<script>',
    '</p>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?x',
    '<b onclick="x">',
    '&lt;',
    '&',
    '&#x3c;',
    '"',
    "'",
    '*',
    '**',
    '***',
    '_',
    '`',
    '```\n',
    '\n',
    '\n\n',
    '    ',
    '\t',
    '  \n',
    '- ',
    '1. ',
    '# ',
    '> ',
    '[',
    '](',
    ')',
    '![',
    '[^1]',
    '\n\n[^1]: ',
    '\n\n[^2]: ',
    '{',
    '}',
    '|',
    '\n|-|-|\n',
    '^',
    '《《',
    '》》',
    '\\',
    'javascript:alert(1)',
    'data:text/html,',
    'http://a.example/',
    '<http://a.example>',
    '\n{: .caption }\n',
    '{: onclick=x }',
    'klzzwxh:0001',
    'wzxhzdk:0',
    '///Footnotes Go Here///',
    '\u200b',
    '\u2028',
    '\x85',
    ']{.warichu}',
    ']{.side-line .wavy}',
    ']{.furiwake}',
    ']{.large}',
    '2015年',
    '5,000',
    '!?',
    'AI',
    '—',
    '…',
    '漢字',
    '　',
]

manuscripts = st.lists(st.sampled_from(PIECES), max_size=40).map(''.join)


def marked(desk, text):
    try:
        return desk.chapter(text).section
    except BadInput as error:
        assert '\n' not in str(error)
        return None


@given(manuscripts | st.text())
@example('[字](javascript:alert(1)) [字](JaVaScRiPt:x) [字](data:text/html,x) <javascript:x>')
@example('*:**>*<http://a>')
def test_nothing_but_the_vocabulary_comes_out(bare_desk, text):
    section = marked(bare_desk, text)
    for made in section.iter() if section is not None else ():
        assert etree.QName(made).localname in ELEMENTS
        assert set(made.keys()) <= ATTRIBUTES
        href = made.get('href', '#')
        assert href.startswith(('#', 'http://', 'https://', 'mailto:'))


@given(manuscripts, st.randoms(use_true_random=False))
def test_no_word_of_the_manuscript_is_lost(bare_desk, text, random):
    words = [chr(0x5000 + number) for number in range(len(text) + 1)]
    kept = {words[0]}
    mixed = words[0]
    for number, piece in enumerate(re.split(r'(\W)', text), 1):
        mixed += piece
        if random.random() < 0.3 and number < len(words):
            mixed += words[number]
            kept.add(words[number])
    assume('`' not in mixed)
    # The label of a note is notation, not text.
    assume(not re.search(r'\[\^[^\]]*[\u5000-\u5fff]', mixed))
    section = marked(bare_desk, mixed)
    if section is None:
        return
    shown = ''.join(section.itertext()) + unquote(
        ''.join(value for made in section.iter() for value in made.values())
    )
    assert kept - set(shown) == set()


@pytest.mark.parametrize(
    'typed',
    [
        '<script>alert("x")</script>',
        '<img src=x onerror=y>',
        '&#x1;と&nosuch;と&#xd800;',
        '<!-- 注 -->',
        '[字](javascript:x)',
        '[字](file:///etc/passwd)',
        '[字](//example.com/)',
        '[字](http://user@example.com/)',
        '<ftp://example.com/>',
        '[字](vbscript:x)',
    ],
)
def test_what_a_book_must_not_hold_is_shown_as_text(desk, typed):
    section = desk.section(typed)
    assert ''.join(section.itertext()).strip() == typed
    assert section.find('.//{*}a') is None


@pytest.mark.parametrize(
    'href, written',
    [
        ('http://example.com', 'http://example.com'),
        (
            'https://example.com:8080/道?問=答#節',
            'https://example.com:8080/%E9%81%93?%E5%95%8F=%E7%AD%94#%E7%AF%80',
        ),
        ('https://日本語.example/', 'https://xn--wgv71a119e.example/'),
        ('HTTP://EXAMPLE.com/A%2fb%zz', 'http://example.com/A%2fb%25zz'),
        ('http://192.0.2.1/', 'http://192.0.2.1/'),
        ('mailto:a.b@example.com', 'mailto:a.b@example.com'),
        ('http://192.0.2.999/', None),
        ('http://example.com:99999/', None),
        ('http:///a', None),
        ('http://[::1]/', None),
        ('http://exa mple.com/', None),
        ('mailto:a@b@c', None),
        ('tel:123', None),
        ('chapter.html', None),
        ('', None),
    ],
)
def test_addresses(href, written):
    assert address(href) == written


@pytest.mark.parametrize('character', '\x00\x08\x1b\ufffe\u202a\u202e\u2066\u2069')
def test_a_character_that_works_unseen_is_named_with_its_line(desk, character):
    with pytest.raises(BadInput, match=rf'章\.md:3: holds the character U\+{ord(character):04X}'):
        desk.chapter(f'# 章\n\n港{character}灯')


def test_deep_nesting_is_one_clear_line(desk):
    for text in ('> ' * 3000, '- ' * 3000 + '項', '[' * 3000, '*' * 3000 + '字', '《《' * 3000):
        marked(desk, text)
