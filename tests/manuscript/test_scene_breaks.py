"""Blank lines that part scenes come through as a line left empty; those between all do not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tategumi.cleaning import clean_seed
from tategumi.cleaning.decisions import Decisions
from tategumi.manuscript.chapters import compose
from tategumi.seed import seed_text

SENTENCES = [
    '港に夜が来た。彼は岬に立っていた。',
    '「寒いな」と彼は言った。',
    '船の灯が一つ、遠くに見えた。',
    '二人は黙って歩きだした。',
    '道は暗く、足もとが見えない。',
    '「まだ遠いのか」',
    '波の音が、ゆっくりと近づいてくる。',
    '翌朝、船が出た。汽笛が鳴る。',
]
SETTINGS = {
    'plain': ('a.txt', '{}'),
    'indented': ('a.txt', '　{}'),
    'novel': ('a.txt', '　{}'),
    'markdown': ('a.md', '{}'),
}


def manuscript(name, text):
    article, _ = clean_seed(seed_text(f'seeds/{name}', text))
    return '\n'.join(chapter.text for chapter in compose([article]))


def laid(gaps, setting):
    """A text with so many blank lines after each paragraph but the last."""
    name, form = SETTINGS[setting]
    lines = ['港の灯', '']
    for number in range(len(gaps) + 1):
        text = SENTENCES[number % len(SENTENCES)]
        if setting == 'novel' and not number:
            text = f'｜岬《みさき》へ。{text}'
        lines += [form.format(text), *[''] * (gaps[number] if number < len(gaps) else 0)]
    return name, '\n'.join(lines)


def apart(text):
    """Which paragraphs, counted from 0, stand apart."""
    paragraphs = [part for part in text.split('\n\n') if not part.startswith('#')]
    return [
        number for number, part in enumerate(paragraphs) if part.rstrip().endswith('{: .apart }')
    ]


@pytest.mark.parametrize('setting', SETTINGS)
@settings(max_examples=20)
@given(
    usual=st.integers(0, 2),
    scenes=st.lists(st.integers(4, 9), min_size=2, max_size=5),
    more=st.integers(1, 3),
)
def test_more_blank_lines_than_usual_part_two_scenes(setting, usual, scenes, more):
    if setting == 'markdown':
        usual = max(usual, 1)
    gaps, begins = [], []
    for length in scenes:
        if gaps:
            gaps[-1] = usual + more
            begins.append(len(gaps))
        gaps += [usual] * length
    assert apart(manuscript(*laid(gaps, setting))) == begins


@pytest.mark.parametrize(
    'name, line',
    [
        *(('a.md', each) for each in ('<br>', '<br />', '&nbsp;', '<p>&nbsp;</p>', '<p><br></p>')),
        *(('a.txt', each) for each in ('&nbsp;', '&#160;', '　', '&emsp;')),
    ],
)
def test_a_line_that_html_leaves_empty_is_one(name, line):
    between = '\n\n' if name == 'a.md' else '\n'
    scene = between.join(SENTENCES)
    text = f'港の灯\n\n{scene}{between}{line}{between}{scene}'
    assert apart(manuscript(name, f'# {text}' if name == 'a.md' else text)) == [8]


@pytest.mark.parametrize('usual', [1, 2])
def test_where_blank_lines_part_all_paragraphs_they_say_nothing(usual):
    assert apart(manuscript(*laid([usual] * 12, 'plain'))) == []


def test_where_many_paragraphs_have_a_blank_line_before_them_only_more_lines_count():
    gaps = [0, 1, 0, 1, 1, 3, 0, 1, 0, 1, 0, 1, 1, 0]
    assert apart(manuscript(*laid(gaps, 'indented'))) == [6]


@pytest.mark.parametrize('blank', [1, 2])
def test_the_place_of_a_line_that_was_left_out_is_no_scene_break(blank):
    rows = ['港の灯', '', *SENTENCES, *[''] * blank, '広告です。', *[''] * blank, *SENTENCES]
    left_out = Decisions(drop=frozenset([rows.index('広告です。') + 1]))
    seed = seed_text('seeds/a.txt', '\n'.join(rows))
    article, _ = clean_seed(seed, decisions=left_out)
    assert apart(compose([article])[0].text) == []
    article, _ = clean_seed(seed)
    assert apart(compose([article])[0].text) == [8, 9]


def test_a_label_between_blank_lines_is_none():
    lines = [*SENTENCES, '', '発行　海の週報', '', *SENTENCES]
    assert apart(manuscript('a.txt', '港の灯\n\n' + '\n'.join(lines))) == []
