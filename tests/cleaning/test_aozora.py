"""A text in 青空文庫 notation: nothing of the notation is left, nothing of the text is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tategumi.cleaning import clean_seed
from tategumi.seed import seed_text
from tategumi.seed.aozora import Indent
from tategumi.settings import Creator, Credit

RULE = '-' * 55
TEXT = f"""港の灯
ジョン・スミス
山田太郎訳

{RULE}
【テキスト中に現れる記号について】

《》：ルビ
（例）港《みなと》
{RULE}

［＃２字下げ］第一篇［＃「第一篇」は大見出し］

［＃７字下げ］一［＃「一」は中見出し］

　港《みなと》の灯は〔cafe'〕から※［＃「目＋爭」、第3水準1-88-85］えた（［＃割り注］注［＃割り注終わり］）。
　湊［＃「湊」は底本では「奏」］の端［＃「端」に傍点］。

［＃改ページ］
［＃ここから２字下げ］
手紙の文。
［＃ここで字下げ終わり］
［＃地から２字上げ］著者。
［＃地付き］山田。

底本：「港の灯」海文庫、海書房
　　　1954（昭和29）年9月30日発行
※誤植をあらためました。
入力：佐藤花子
2001年3月4日作成
青空文庫作成ファイル：
このファイルは、青空文庫で作られました。
"""


def clean(text):
    return clean_seed(seed_text('seeds/a.txt', text))


def test_heads_text_and_indented_lines():
    article, _ = clean(TEXT)
    assert [(block.kind, block.level, block.text) for block in article.blocks] == [
        ('head', 1, '第一篇'),
        ('head', 2, '一'),
        ('paragraph', 0, '港《みなと》の灯はcaféから睜えた（［＃割り注］注［＃割り注終わり］）。'),
        ('paragraph', 0, '湊の端［＃「端」に傍点］。'),
        ('indent', 0, '手紙の文。'),
        ('line-end', 2, '著者。'),
        ('line-end', 0, '山田。'),
    ]


def test_lines_keep_how_far_they_are_set_in():
    article, record = clean(
        TEXT.replace(
            '手紙の文。',
            """\
手紙の文。
　　　三字分の空きは文の前に残る。
［＃ここから５字下げ、折り返して７字下げ］
　深い文。

［＃３字下げ］一行だけの三字下げ。
［＃ここから20字詰め］
狭い文。
［＃ここで字詰め終わり］
［＃ここで字下げ終わり］
［＃天から１２字下げ］十二字下げ。
［＃ここから地から３字上げ］
上がる文。
［＃ここで字上げ終わり］
［＃ここから改行天付き、折り返して１字下げ］
天付きの文。""",
        )
    )
    blocks = article.blocks[4:]
    assert [(block.kind, block.indent, block.apart, block.text) for block in blocks] == [
        ('indent', Indent(2, 2), True, '手紙の文。'),
        ('indent', Indent(2, 2), False, '　　　三字分の空きは文の前に残る。'),
        ('indent', Indent(5, 7), False, '　深い文。'),
        ('indent', Indent(3, 3), True, '一行だけの三字下げ。'),
        ('indent', Indent(5, 7, 20), False, '狭い文。'),
        ('indent', Indent(12, 12), False, '十二字下げ。'),
        ('line-end', None, False, '上がる文。'),
        ('indent', Indent(0, 1), False, '天付きの文。'),
        ('line-end', None, False, '著者。'),
        ('line-end', None, False, '山田。'),
    ]
    assert blocks[6].level == 3
    assert not any('［＃' in block.text for block in blocks)
    printed = [text for block in article.blocks for text in block.text.split('\n')]
    for line in record.lines:
        if line.fate == 'changed':
            assert all(text in printed for text in line.result.split('\n'))


@pytest.mark.parametrize(
    'note, raised', [('地付き', 0), ('地から２字上げ', 2), ('地から12字上げ', 12)]
)
def test_the_end_of_a_line_that_stands_at_the_line_end_is_a_line_of_its_own(note, raised):
    article, record = clean(
        TEXT.replace('湊［', f'手紙を終える。［＃{note}］草々《そうそう》敬白\n湊［')
    )
    assert [(block.kind, block.level, block.text) for block in article.blocks[3:5]] == [
        ('paragraph', 0, '手紙を終える。'),
        ('line-end', raised, '草々《そうそう》敬白'),
    ]


def test_title_creators_and_colophon():
    article, _ = clean(TEXT)
    assert article.title == '港の灯'
    assert article.creators == (Creator('ジョン・スミス'), Creator('山田太郎', 'trl'))
    assert article.source == '「港の灯」海文庫、海書房'
    assert article.credits == (
        Credit('底本', '「港の灯」海文庫、海書房、1954（昭和29）年9月30日発行'),
        Credit('入力', '佐藤花子'),
        Credit('作成', '2001年3月4日'),
        Credit('青空文庫', 'このファイルは、青空文庫で作られました。'),
    )


def test_the_record_gives_back_the_file_and_suspects_nothing():
    _, record = clean(TEXT)
    assert ''.join(line.text + line.end for line in record.lines) == TEXT
    assert not any(line.suspicions for line in record.lines)


def test_a_note_without_a_form_in_the_manuscript_is_kept_and_pointed_at():
    article, record = clean(TEXT.replace('手紙の文。', '港［＃「港」は篆書体］。'))
    assert '港［＃「港」は篆書体］。' in [block.text for block in article.blocks]
    assert [suspicion.rule for line in record.lines for suspicion in line.suspicions] == [
        'aozora-note'
    ]


def test_an_excerpt_without_title_and_colophon():
    article, _ = clean('「おい」\n「何だ」\n\n［＃「何」に傍点］')
    assert article.title == ''
    assert [block.text for block in article.blocks][:2] == ['「おい」', '「何だ」']


@given(st.integers(0, 31), st.text('あ漢カA「」、', min_size=1, max_size=20))
def test_prose_put_in_anywhere_below_the_legend_stays(place, prose):
    prose = f'港{prose}。'
    lines = TEXT.split('\n')
    place = max(place, 11)
    lines[place:place] = [prose]
    article, _ = clean('\n'.join(lines))
    where = [block.text for block in article.blocks] + [c.text for c in article.credits]
    assert any(prose in text for text in where)


PLAIN = '　港《みなと》の灯は消えなかった。番人は窓のそばに坐っていた。'


def heads_of(*lines):
    top = TEXT.split('［＃２字下げ］')[0]
    bottom = '底本：' + TEXT.split('底本：')[1]
    article, _ = clean('\n'.join([top.rstrip('\n'), '', *lines, '', bottom]))
    assert sum(block.text == PLAIN[1:] for block in article.blocks) == lines.count(PLAIN)
    return [(block.level, block.text) for block in article.blocks if block.kind == 'head']


@pytest.mark.parametrize(
    'form',
    [
        '{}',
        '　　　　　{}',
        '［＃５字下げ］{}',
        '［＃ここから３字下げ］\n{}\n［＃ここで字下げ終わり］',
    ],
)
@pytest.mark.parametrize(
    'names', [['一', '二', '三'], ['序', '第一章　港', '第二章　丘', '跋'], ['一　朝', '二　夜']]
)
def test_plain_heads_of_a_file_without_notes_on_heads(form, names):
    lines = [line for name in names for line in (form.format(name), '', PLAIN, PLAIN, '')]
    assert heads_of(*lines) == [(1, name) for name in names]


def test_where_a_note_says_what_a_head_is_a_number_alone_is_none():
    noted = ['［＃３字下げ］朝［＃「朝」は中見出し］', '', PLAIN]
    assert heads_of(*noted, '', '一', '', PLAIN, '', '二', '', PLAIN) == [(1, '朝')]
    assert heads_of(PLAIN, '', '一', PLAIN, '') == []


CHAPTERS = """［＃大見出し］第一章　船大工［＃大見出し終わり］

　川の口に、古い造船所があった。

［＃大見出し］第二章　客［＃大見出し終わり］

　客は船に手を置いた。
"""


@pytest.mark.parametrize(
    ('above', 'title', 'creators'),
    [
        (['帆のない船', '北野　汐'], '帆のない船', ['北野　汐']),
        (['帆のない船', '', '　　　　　北野　汐'], '帆のない船', ['北野　汐']),
        (['｜帆船《はんせん》の夜', '作・北野　汐'], '帆船の夜', ['北野　汐']),
        (['帆のない船'], '帆のない船', []),
    ],
)
def test_title_and_name_above_the_first_head_of_a_writers_own_file(above, title, creators):
    article, _ = clean_seed(seed_text('seeds/a.txt', '\n'.join([*above, '', CHAPTERS])))
    assert article.title == title
    assert [creator.name for creator in article.creators] == creators
    assert article.blocks[0].text == '第一章　船大工'


@pytest.mark.parametrize(
    'above',
    [
        ['母に捧ぐ', 'そして父に'],
        ['花は散り、鳥は啼く。'],
        ['「おい」', '「何だ」'],
        ['帆のない船', 'ある船大工の話', '北野　汐'],
        ['［＃ここから２字下げ］', '波が呼ぶ', '［＃ここで字下げ終わり］'],
    ],
)
def test_other_lines_above_the_first_head_are_text(above):
    article, _ = clean_seed(seed_text('seeds/a.txt', '\n'.join([*above, '', CHAPTERS])))
    assert not article.title and not article.creators
    words = [line for line in above if '［＃' not in line]
    assert [block.text for block in article.blocks][: len(words)] == words
