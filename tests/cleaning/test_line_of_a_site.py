"""How surely a line is a site's, looked at by itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tategumi.cleaning.sites import weight_of

SURE = [
    '© 2024 灯台通信',
    'いいね！ 128',
    'コメントを残す',
    '45件のコメント',
    '会員登録・ログイン',
    '無断転載を禁じます',
    'トップ　速報　ライブ　ランキング',
    'World | Business | Tech | Weather',
    'ホーム > 読みもの > 灯台の話',
    '灯野 守  2023-12-04 22:10',
    'タグ：港、灯台',
    '约3小时前发布',
    '5 min read',
    'Leave a comment',
]
PERHAPS = ['共有', 'ログイン', '― 保存 ―', '12', '2024年5月1日', 'メニュー', 'Share', '登录']
NOT = [
    '港の灯は消えなかった。',
    'ログインした夜、雨だった。',
    'コメント。',
    '「共有」',
    '海と山と川',
    '港　灯台　夜　手紙',
    '12:30',
    '1. 5 * 3。',
    'The harbour was quiet.',
    'The login of the sea',
    '老桥上的修表匠',
    '',
]


@pytest.mark.parametrize('lines, weight', [(SURE, 2), (PERHAPS, 1), (NOT, 0)])
def test_how_surely_a_line_is_a_sites(lines, weight):
    assert {line: weight_of(line) for line in lines} == dict.fromkeys(lines, weight)


@given(st.lists(st.sampled_from('港灯船波風島の町人木水朝夜が'), min_size=8, max_size=80))
def test_no_sentence_is_one_for_its_full_stop(letters):
    assert weight_of(''.join(letters) + '。') == 0


@given(st.sampled_from(SURE + PERHAPS), st.sampled_from(' \u3000\u200b\ufeff'))
def test_space_around_it_says_nothing(line, space):
    assert weight_of(f'{space}{line}{space}') == weight_of(line)
