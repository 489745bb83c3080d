"""What an editor types, and what a reader gets of it."""

import unicodedata

import pytest

from tategumi.markup.notation import ruby_pairs


@pytest.mark.parametrize(
    'typed, read',
    [
        ('{漢字|かん|じ}', '<ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby>'),
        ('{漢字|かんじ}', '<ruby>漢字<rt>かんじ</rt></ruby>'),
        ('{今日子|きょう|こ}', '<ruby>今日子<rt>きょうこ</rt></ruby>'),
        ('^12^', '<span class="tcy">12</span>'),
        ('《《傍点》》', '<em class="bouten">傍点</em>'),
        (
            '《《点と{漢字|かん|じ}》》',
            '<em class="bouten">点と<ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby></em>',
        ),
        ('これは**強調**です', 'これは<strong>強調</strong>です'),
        ('これは**「強調」**です', 'これは<strong>「強調」</strong>です'),
        ('これは*点*です', 'これは<em class="bouten">点</em>です'),
        ('題は*The Times*です', '題は<em>The Times</em>です'),
        ('**太い*点*字**', '<strong>太い<em class="bouten">点</em>字</strong>'),
        ('***両方***', '<strong><em class="bouten">両方</em></strong>'),
        ('`a<b & "c"`', '<code>a&lt;b &amp; "c"</code>'),
        ('｜青い空《あおぞら》だ', '<ruby>青い空<rt>あおぞら</rt></ruby>だ'),
        ('|青空《スカイ・ブルー》だ', '<ruby>青空<rt>スカイ・ブルー</rt></ruby>だ'),
        ('この青空《あおぞら》', 'この<ruby>青空<rt>あおぞら</rt></ruby>'),
        ('｜朝（あさ）', '<ruby>朝<rt>あさ</rt></ruby>'),
        ('《《青空《あおぞら》》》', '<em class="bouten"><ruby>青空<rt>あおぞら</rt></ruby></em>'),
        ('~~誤り~~', '<s>誤り</s>'),
        ('==印==', '<mark>印</mark>'),
        ('H~2~O', 'H<sub>2</sub>O'),
        ('10[3]{.sup}', '10<sup>3</sup>'),
        ('&nbsp;&hearts;&#x6e2f;', '\xa0♥港'),
        ('[点]{.bouten .open-circle .left}', '<em class="bouten open-circle left">点</em>'),
        ('[%12]頁の境', '頁の境'),
    ],
)
def test_notation_within_a_line(desk, typed, read):
    assert desk.inner(typed) == read


@pytest.mark.parametrize(
    'typed, read',
    [
        ('a_long_name', 'a_long_name'),
        ('** 離れた星 **', '** 離れた星 **'),
        ('集合{漢字}と{}', '集合{漢字}と{}'),
        ('雑誌《港の灯》と《灯》', '雑誌《港の灯》と《灯》'),
        ('縦｜棒と|棒', '縦｜棒と|棒'),
        ('3~5人と6~7人', '3〜5人と6〜7人'),
        ('a == b、c === d、ｱ=ｲ', 'a == b、c === d、ｱ=ｲ'),
        ('Q&A;とAT&T', 'Q&A;とAT&T'),
        ('^長すぎる文字列^', '^長すぎる文字列^'),
        ('#見出しではない', '#見出しではない'),
        ('    字下げした段落', '字下げした段落'),
        ('[名]: http://example.com/', '[名]: http://example.com/'),
    ],
)
def test_what_only_looks_like_notation_stays_text(desk, typed, read):
    assert ''.join(desk.section(typed)[0].itertext()) == read


@pytest.mark.parametrize('mark', list('\\`*_{}[]()#+-.!<>^|《｜~=&［$'))
def test_a_backslash_makes_any_mark_text(desk, mark):
    escaped = f'字\\{mark}字\\{mark}字'
    # As text, such marks are as wide as Japanese ones.
    shown = unicodedata.normalize('NFKC', ''.join(desk.section(escaped)[0].itertext()))
    expected = unicodedata.normalize('NFKC', f'字{mark}字{mark}字')
    assert shown.replace('〜', '~') == expected
    assert len(desk.section(escaped)[0]) == 0


@pytest.mark.parametrize(
    'typed',
    [
        '\\# 題',
        '\\- 項',
        '\\> 引用',
        '一\\. 項',
        '\\{漢字|かんじ}',
        '\\^字^',
        '\\《《字》》',
        '\\[字](http://example.com/)',
        '\\*字\\*',
        '\\`字`',
    ],
)
def test_escaped_notation_is_plain_text(desk, typed):
    (block,) = desk.section(typed)
    assert ''.join(block.itertext()) == typed.replace('\\', '')
    assert block.tag.endswith('}p') and not block.findall('*')


def test_a_reading_goes_with_a_character_and_its_variation_selector():
    base = '葛\U000e0100城'
    assert ruby_pairs(base, ['かつら', 'ぎ']) == [('葛\U000e0100', 'かつら'), ('城', 'ぎ')]


def test_an_escaped_number_begins_no_list(desk):
    (block,) = desk.section('1\\. 項')
    assert block.tag.endswith('}p') and ''.join(block.itertext()) == '1. 項'


@pytest.mark.parametrize(
    'typed, read',
    [
        ('**太**と*点*、***両方***', 'S太Sと.点.、S.両方.S'),
        ('*点*と**太**、***両方***だ。***両方***', '.点.とS太S、S.両方.Sだ。S.両方.S'),
        ('**太*点*太**と***両方*太**', 'S太.点.太SとS.両方.太S'),
        ('***両方**点*、*点**太**点*', '.S両方S点.、.点S太S点.'),
        ('**太*点***。*点**太***。', 'S太.点.S。.点S太S.。'),
        ('**とても*大事*な**ことと*別の**話**だ*', 'Sとても.大事.なSことと.別のS話Sだ.'),
        ('彼は「**大事**」と、**「大事」**と言った。', '彼は「S大事S」と、S「大事」Sと言った。'),
        ('2 * 3と**太**、**離れた **。', '2 * 3とS太S、**離れた **。'),
        ('これは__四つ__だ。これは_五つ_だ。', 'これはS四つSだ。これは.五つ.だ。'),
        ('snake_case_word、a_b_、5*3と4*2', 'snake_case_word、a_b_、5*3と4*2'),
        ('(*´ω｀*)(*^_^*)m(_ _)m (>_<) (^o^)', None),
        ('m(_ _)m お願い。(*´▽｀)ノ ^_^ と(^_-)', None),
    ],
)
def test_marks_of_emphasis_end_what_they_may(desk, typed, read):
    section = desk.section(typed, figures='half-width')
    for node in section.iter('{*}strong', '{*}em'):
        mark = 'S' if node.tag.endswith('strong') else '.'
        node.text = mark + (node.text or '')
        last = node[-1] if len(node) else None
        if last is None:
            node.text += mark
        else:
            last.tail = (last.tail or '') + mark
    assert ''.join(section.itertext()).strip() == (typed if read is None else read)


@pytest.mark.parametrize(
    'typed, behind',
    [
        ('[年]{.small}', '<span class="small">年</span>'),
        ('[年](https://example.com/)', '<a href="https://example.com/">年</a>'),
        ('[年|とし]{.ruby-left}', '<span class="ruby-left"><ruby>年<rt>とし</rt></ruby></span>'),
        ('[年]', '[年]'),
    ],
)
@pytest.mark.parametrize('figures', ['12', '!?', 'A4', '１２'])
def test_tate_chu_yoko_may_stand_right_before_a_bracket(desk, figures, typed, behind):
    marked = desk.chapter(f'# 題\n\n昭和^{figures}^{typed}の')
    assert f'</span>{behind}の' in marked.xhtml
    assert 'class="tcy"' in marked.xhtml and 'noteref' not in marked.xhtml
    assert not marked.warnings


@pytest.mark.parametrize('call', ['^12^[^1]', '^12^^[注。]', '^12^月^[注。]', '^[注。]^12^'])
def test_a_note_is_called_beside_tate_chu_yoko(desk, call):
    marked = desk.chapter(f'# 題\n\n昭和{call}の\n\n[^1]: 注。')
    assert marked.xhtml.count('class="noteref"') == 1 and '注。' in marked.xhtml
    assert '<span class="tcy">12</span>' in marked.xhtml and '^' not in marked.xhtml


@pytest.mark.parametrize(
    'typed, shown, note',
    [
        ('`潮`^[注。]', '潮', '注。'),
        ('文^[注の`x]`である]', '文', '注の<code>x]</code>である'),
        ('``a`b``^[注。]', 'a`b', '注。'),
        ('文`^[注。]', '文`', '注。'),
        ('- `a`^[注`b`]', 'a', '注<code>b</code>'),
    ],
)
def test_a_note_in_place_stands_beside_code_and_has_code_in_it(desk, typed, shown, note):
    marked = desk.chapter(f'# 題\n\n{typed}')
    assert marked.xhtml.count('class="noteref"') == 1 and note in marked.xhtml
    assert shown in marked.xhtml and '^[' not in marked.xhtml and not marked.warnings


@pytest.mark.parametrize('code', ['a^[b]', '^12^[^1]', 'a[^1]', 'x ^[y] z'])
@pytest.mark.parametrize('ticks', ['`', '``'])
def test_of_notes_in_code_nothing_is_read(desk, code, ticks):
    marked = desk.chapter(f'# 題\n\n`x`と{ticks}{code}{ticks}の文。')
    assert f'<code>{code}</code>' in marked.xhtml and 'footnote' not in marked.xhtml
