"""Who made a text and its pictures is known by what each did, above the text and below it."""

import pytest

from tategumi.cleaning import clean_seed
from tategumi.people import credits_of
from tategumi.seed import seed_text

TITLE = '谷の橋を積みなおす人'
TOP = ['ログイン', '会員登録', '特集', '連載', 'SHARE', 'Facebook']
FOOT = [
    'おすすめ記事',
    '運営会社',
    '会社概要',
    'お問い合わせ',
    'プライバシーポリシー',
    '© 谷の雑誌',
]
PROSE = [
    '谷の橋が大雨で落ちてから一年、石を拾い集めて積みなおす人がいると聞いて会いに出かけた。',
    '石は川下まで流されていたが、角の欠け方を見れば、どこにあった石かはすぐわかるのだという。',
    '来年の春にはまた渡れるはずだと言って、その人はまだ誰も渡らない橋の上に腰をおろした。',
]
CREDITS = [
    (['文・写真　森かなえ'], [('森かなえ', 'aut'), ('森かなえ', 'pht')]),
    (['文・写真 森かなえ'], [('森かなえ', 'aut'), ('森かなえ', 'pht')]),
    (['取材・文＝森かなえ', '撮影：谷本航'], [('森かなえ', 'aut'), ('谷本航', 'pht')]),
    (['写真：谷本航', '文：森かなえ'], [('森かなえ', 'aut'), ('谷本航', 'pht')]),
    (['文／森かなえ　写真／谷本航'], [('森かなえ', 'aut'), ('谷本航', 'pht')]),
    (['取材・文＝森かなえ 撮影＝谷本航'], [('森かなえ', 'aut'), ('谷本航', 'pht')]),
    (
        ['インタビュー・文／森かなえ　写真／谷本航'],
        [('森かなえ', 'aut'), ('森かなえ', 'ivr'), ('谷本航', 'pht')],
    ),
    (['聞き手：森かなえ'], [('森かなえ', 'ivr')]),
    (['イラスト　森かなえ'], [('森かなえ', 'ill')]),
    (['采访/森叶 摄影/谷航'], [('森叶', 'ivr'), ('谷航', 'pht')]),
    (['Words and pictures by Ada Fenn'], [('Ada Fenn', 'aut'), ('Ada Fenn', 'pht')]),
]


def makers(text, name):
    article, _ = clean_seed(seed_text(f'seeds/{name}', text))
    assert article.title == TITLE
    assert [block.text for block in article.blocks] == PROSE
    return [(creator.name, creator.role) for creator in article.creators]


@pytest.mark.parametrize('is_above', [True, False])
@pytest.mark.parametrize('lines, expected', CREDITS)
def test_of_a_text(lines, expected, is_above):
    beside = [[*lines, ''], []] if is_above else [[], ['', *lines]]
    text = [*TOP, '', TITLE, '', '2024年5月1日', '', *beside[0], *PROSE, *beside[1], '', *FOOT]
    assert makers('\n'.join(text), 'a.txt') == expected


@pytest.mark.parametrize('form', ['<p>{}</p>', '<p class="meta">{}</p>', '<div>{}</div>'])
@pytest.mark.parametrize('is_above', [True, False])
@pytest.mark.parametrize('lines, expected', CREDITS)
def test_of_a_page(lines, expected, is_above, form):
    beside = ''.join(map(form.format, lines))
    prose = ''.join(f'<p>{text}</p>' for text in PROSE)
    menu, foot = (
        f'<ul>{"".join(f"""<li><a href="/{text}">{text}</a></li>""" for text in texts)}</ul>'
        for texts in (TOP, FOOT)
    )
    body = f'{beside}{prose}' if is_above else f'{prose}{beside}'
    page = f'<title>{TITLE}</title></head><body>{menu}<div><h1>{TITLE}</h1>{body}</div>{foot}'
    assert makers(f'<html><head>{page}</body></html>', 'a.html') == expected


@pytest.mark.parametrize(
    'line',
    [
        '写真：港の朝',
        '文：',
        '文・写真',
        '構成について',
        '撮影：夜の港で、三脚を使った',
        '写真 港',
        '絵　本',
    ],
)
def test_what_names_nobody(line):
    assert credits_of(line) == []


def test_of_whose_part_no_role_is_known_the_credit_stays():
    text = [*TOP, '', TITLE, '', '構成：谷本航', '', *PROSE, '', *FOOT]
    article, _ = clean_seed(seed_text('seeds/a.txt', '\n'.join(text)))
    assert ('構成', '谷本航') in [(credit.label, credit.text) for credit in article.credits]
