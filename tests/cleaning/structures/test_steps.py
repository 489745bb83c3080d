"""Steps whose numbers stand alone above them are a list that counts."""

import pytest

from tategumi.cleaning import clean_seed
from tategumi.seed import seed_text

STEPS = ['鍋に湯を沸かす。', '麦茶の袋を入れて五分待つ', '袋を出して、冷ましておく。']


def clean(lines, name='a.txt'):
    article, record = clean_seed(seed_text(f'seeds/{name}', '\n'.join(lines)))
    return [(block.kind, block.text) for block in article.blocks], record


def below(numbers, apart=()):
    return [
        line for number, step in zip(numbers, STEPS) for line in (number, *apart, step, *apart)
    ]


@pytest.mark.parametrize('head', ['作り方', '■つくり方（2人分）', '手順：', 'Directions', '步骤'])
@pytest.mark.parametrize(
    'numbers', ['123', '１２３', ['1.', '2.', '3.'], ['STEP 1', 'STEP 2', 'STEP 3']]
)
@pytest.mark.parametrize('apart', [(), ('',)])
def test_they_are_one_list_and_the_numbers_are_its_own(head, numbers, apart):
    lines = ['麦茶は濃くいれて、氷で割るのがよい。', '', head, *apart, *below(numbers, apart)]
    blocks, record = clean([*lines, '', '飲むときに、砂糖を一さじ入れる。'])
    assert ('list', '\n'.join(STEPS)) in blocks
    assert blocks[-1] == ('paragraph', '飲むときに、砂糖を一さじ入れる。')
    found = [line for line in record.lines if line.text in [*numbers]]
    assert [line.changes[0].rule for line in found] == ['number-of-a-step'] * 3
    assert {line.fate for line in found} == {'changed'}


def test_on_a_page_it_is_the_same():
    steps = ''.join(
        f'<div><span>{number}</span><p>{step}</p></div>' for number, step in enumerate(STEPS, 1)
    )
    prose = '<p>麦茶は濃くいれて、氷で割るのがよい。冷たいうちに飲みます。</p>' * 3
    blocks, _ = clean([f'<article><h1>麦茶</h1>{prose}<h2>作り方</h2>{steps}</article>'], 'a.html')
    assert ('list', '\n'.join(STEPS)) in blocks


def test_a_hint_below_a_step_stays_between_the_parts_of_the_list():
    lines = [
        '麦茶は濃くいれる。',
        '作り方',
        '1',
        STEPS[0],
        '2',
        STEPS[1],
        '夏は十分待つ。',
        '3',
        STEPS[2],
    ]
    blocks, _ = clean(lines)
    kinds = [
        block for block in blocks if block[1] in (*STEPS, '\n'.join(STEPS[:2]), '夏は十分待つ。')
    ]
    assert kinds == [
        ('list', '\n'.join(STEPS[:2])),
        ('paragraph', '夏は十分待つ。'),
        ('list', STEPS[2]),
    ]


def test_they_are_no_pages_and_their_head_stays_where_a_site_is_around():
    lines = ['ログイン', 'レシピ一覧', '会員登録', '麦茶の水羊羹', '作り方', *below('123')]
    blocks, _ = clean([*lines, '飲むときに、砂糖を入れる。', 'シェア', '利用規約', '© 台所'])
    texts = [text for _, text in blocks]
    assert texts[texts.index('作り方') + 1] == '\n'.join(STEPS)


@pytest.mark.parametrize('head', ['港の灯', '作り方を母に教わった。'])
def test_numbers_below_another_line_head_what_is_below_them(head):
    blocks, record = clean([head, '', *below('123', ('',))])
    changes = {change.rule for line in record.lines for change in line.changes}
    assert 'number-of-a-step' not in changes
