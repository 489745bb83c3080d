"""What editors type in other notations is taken for what it says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tategumi.manuscript import chapter_of, read_chapters
from tategumi.manuscript.aozora import from_aozora
from tategumi.manuscript.typed import as_notation
from tategumi.markup import mark_up, mark_up_book
from tategumi.seed.tags import without_tags
from tategumi.settings import Settings, load_settings


@pytest.mark.parametrize(
    'typed, said',
    [
        ('<ruby>青空<rt>あおぞら</rt></ruby>', '{青空|あおぞら}'),
        ('<ruby>青<rp>(</rp><rt>あお</rt><rp>)</rp>空<rt>ぞら</rt></ruby>', '{青|あお}{空|ぞら}'),
        ('m<sup>2</sup>とH<sub>2</sub>O', 'm[2]{.sup}とH[2]{.sub}O'),
        ('<b>太字</b>と<i>斜体</i>と<s>取消</s>', '**太字**と*斜体*と~~取消~~'),
        (
            '<u>傍線</u>と<small>小</small>と<mark>印</mark>',
            '[傍線]{.side-line}と[小]{.small}と==印==',
        ),
        ('改行<br>次', '改行<br>次'),
        ('改行。<br/>', '改行。<br/>'),
        ('<q>はい</q>', '「はい」'),
        ('<a href="https://example.com/">港</a>', '[港](https://example.com/)'),
        ('前<!-- 注 -->後', '前後'),
        ('前\n\n<!-- 消した\n段落 -->\n\n後', '前\n\n後'),
        ('前<!-- 消した\n段落 -->後', '前後'),
        ('前\n<!-- 消した\n\n段落 -->\n後', '前\n後'),
        ('前\n\n\n<!-- 注 -->\n\n後', '前\n\n\n後'),
        ('前<!-- 閉じない\n後', '前<!-- 閉じない\n後'),
        ('`<!-- 甲 -->`と<!-- 乙 -->', '`<!-- 甲 -->`と'),
        ('<p>甲</p>\n<p class="x">乙</p>', '甲\n\n乙'),
        ('<p>甲</p><p>乙</p>', '甲\n\n乙'),
        ('<ul><li>甲</li><li>乙<ol><li>丙</li></ol></li></ul>', '- 甲\n- 乙\n    1. 丙'),
        ('<dl>\n<dt>語</dt>\n<dd>説明</dd>\n</dl>', '語\n: 説明'),
        ('<blockquote>\n<p>甲</p>\n乙\n</blockquote>', '> 甲\n\n> 乙'),
        ('<h2>節</h2>文', '## 節\n\n文'),
        (
            '<table>\n<tr><th>名</th><th>数</th></tr>\n<tr><td>{船|ふね}</td><td>三<br>四</td>\n'
            '</table>',
            '| 名 | 数 |\n| --- | --- |\n| {船|ふね} | 三<br>四 |',
        ),
        (
            '<figure><img src="a.png" alt="灯"><figcaption>岬の<b>灯</b></figcaption></figure>',
            '![灯](a.png)\n岬の**灯**',
        ),
        ('<p>だけ', '<p>だけ'),
        ('<div class="center">\n中央\n</div>', '中央'),
        ('`<b>`と\\<b>と<ステータス>と1 < 2', '`<b>`と\\<b>と<ステータス>と1 < 2'),
        ('```\n<b>太</b>\n<!-- 注 -->\n```', '```\n<b>太</b>\n<!-- 注 -->\n```'),
    ],
)
def test_tags_are_what_they_say(typed, said):
    assert as_notation(typed)[0].split('\n') == said.split('\n')


@pytest.mark.parametrize(
    'typed, said',
    [
        ('---\ntitle: 港の灯\nauthor: 山田\n---\n\n文', '# 港の灯\n\n文'),
        ('---\ntitle: "港"\nclass: a\n---\n# 第一章\n', '# 第一章\n'),
        ('---\ntitle: 港の灯\n---\n## 節\n', '# 港の灯\n## 節\n'),
        ('---\nlang: ja\ntags:\n  - a\n---\n文', '文'),
        ('---\n\n文：これは\n\n---\n', '---\n\n文：これは\n\n---\n'),
        ('---\n文\n', '---\n文\n'),
    ],
)
def test_front_matter_gives_a_title_and_is_not_printed(typed, said):
    assert as_notation(typed)[0].split('\n') == said.split('\n')


@pytest.mark.parametrize(
    'typed, said',
    [
        ('港［＃「港」に傍点］の灯', ['《《港》》の灯']),
        ('**港**の{灯|ひ}［＃「港」に傍点］', ['**港**の{灯|ひ}［＃「港」に傍点］']),
        ('*灯*と港［＃「港」は太字］', ['*灯*と**港**']),
        ('第一篇［＃「第一篇」は大見出し］', ['# 第一篇']),
        ('［＃３字下げ］朝［＃「朝」は中見出し］', ['## 朝']),
        ('［＃改ページ］', ['===']),
        ('［＃地付き］山田', ['山田', '{: .line-end }']),
        ('［＃３字下げ］朝', ['朝', '{: .indent-3 .tight }']),
        (
            '［＃ここから２字下げ］\n朝\n夜\n［＃ここで字下げ終わり］\n昼',
            ['朝', '夜', '{: .indent-2 .tight }', '', '昼'],
        ),
        ('［＃挿絵（fig.png、横3×縦2）入る］', ['![挿絵](fig.png)']),
        (
            '［＃「岬」のキャプション付きの図（fig.png、横3×縦2）入る］',
            ['![岬](fig.png "岬")'],
        ),
        ('岬の灯［＃「岬の灯」はキャプション］', ['岬の灯', '{: .caption }']),
        (
            '［＃ここからキャプション］\n岬の灯\n［＃ここでキャプション終わり］',
            ['岬の灯', '{: .caption }'],
        ),
        ('［＃ここから大見出し］\n港\n［＃ここで大見出し終わり］', ['# 港']),
        (
            '［＃ここから罫囲み］\n朝\n夜\n［＃ここで罫囲み終わり］',
            ['朝', '夜', '{: .frame .tight }'],
        ),
        (
            '［＃ここから２字下げ］\n第一章［＃「第一章」は中見出し］\n朝\n［＃ここで字下げ終わり］',
            ['## 第一章', '', '朝', '{: .indent-2 .tight }'],
        ),
        ("〔cafe'〕と〔港〕", ['caféと〔港〕']),
        ('湊［＃「湊」は底本では「奏」］と行く［＃「行く」はママ］', ['湊と行く']),
        ('春だ［＃地付き］山田', ['春だ', '', '山田', '{: .line-end }']),
        (
            '［＃ここから１段階小さな文字］\n朝\n［＃ここで小さな文字終わり］',
            ['[朝]{.small}'],
        ),
        ('［＃ここから横組み］\nabc\n［＃ここで横組み終わり］', ['abc']),
        ('いよ／＼と\\［＃注］', ['いよ〳〵と\\［＃注］']),
        ('```\n［＃改丁］\n```', ['```', '［＃改丁］', '```']),
    ],
)
def test_notes_of_aozora_are_what_they_say(typed, said):
    assert as_notation(typed)[0].split('\n') == said


def test_a_line_is_known_by_its_number_in_the_file(tmp_path):
    (tmp_path / 'book' / 'chapters').mkdir(parents=True)
    path = tmp_path / 'book' / 'chapters' / '01.md'
    path.write_text(
        '第一篇［＃「第一篇」は大見出し］\n\n港［＃「港」は篆書体］[^9]\n', encoding='utf-8'
    )
    settings = load_settings(tmp_path)
    (chapter,) = mark_up_book(read_chapters(settings), settings)
    assert [warning.split(' ')[0] for warning in chapter.warnings] == [f'{path}:3:'] * 2
    assert chapter.title == '第一篇' and '篆書体' not in chapter.xhtml


@given(st.text('港灯。 \n>[]()!#|*`~-_;\\"/／［〔〕］《》#｜゛', max_size=60))
def test_what_is_not_looked_at_by_other_notations_says_itself_in_them(text):
    """Neither is asked of a chapter that has nothing of it, by its characters."""
    if '](' not in text:
        assert without_tags(text.split('\n'), typed=True) == text.split('\n')
    lines = text.split('\n')
    assert [line for line, _ in from_aozora(lines)[0]] == lines


@pytest.mark.parametrize(
    'typed, line, said',
    [
        ('文\n\n［＃ここから２字下げ］\n文\n\n文', 3, 'goes on to the end'),
        ('［＃ここから太字］\n文', 1, 'goes on to the end'),
        ('［＃ここから地から２字上げ］\n文', 1, 'goes on to the end'),
        ('文\n［＃ここで字下げ終わり］', 2, 'ends what nothing began'),
        ('文\n［＃５０字下げ］文', 2, 'is set as 40'),
        ('文［＃「文」は９段階大きな文字］', 1, 'is set as 3'),
        ('文\n［＃ここから横組み］\n文\n［＃ここで横組み終わり］', 2, 'as the others'),
        ('文\n［＃ここから２段組み］\n文\n［＃ここで段組み終わり］', 2, 'in one column'),
        ('```\n［＃ここから２字下げ］\n```\n文［＃ここで字下げ終わり］', 4, 'ends what nothing'),
    ],
)
def test_what_a_note_leaves_open_is_named(typed, line, said):
    ((number, message),) = as_notation(typed).remarks
    assert number == line and said in message and '［＃' in message


@pytest.mark.parametrize('note', ['ここから謎', 'ここで謎終わり', 'ここから篆書体'])
def test_a_note_nobody_knows_is_told_of_once(tmp_path, note):
    (tmp_path / 'book' / 'chapters').mkdir(parents=True)
    path = tmp_path / 'book' / 'chapters' / '01.md'
    path.write_text(f'# 章\n\n朝\n\n［＃{note}］\n夜\n', encoding='utf-8')
    settings = load_settings(tmp_path)
    (chapter,) = mark_up_book(read_chapters(settings), settings)
    (warning,) = chapter.warnings
    assert warning == f'{path}:5: ［＃{note}］ is a note that says nothing here, and is left out'


@pytest.mark.parametrize(
    'typed',
    [
        '［＃ここから２字下げ］\n朝\n［＃ここから３字下げ］\n夜\n［＃ここで字下げ終わり］',
        '［＃ここから１字下げ、折り返して２字下げ］\n朝\n［＃ここで字下げ終わり］',
        '［＃ここから２段階小さな文字］\n朝\n［＃ここで小さな文字終わり］',
        '［＃ここから地付き］\n朝\n［＃ここで地付き終わり］',
        '［＃ここから地から３字上げ］\n朝\n［＃ここで字上げ終わり］',
        '［＃ここから斜体］\n朝\n［＃ここで斜体終わり］',
    ],
)
def test_of_what_is_begun_and_ended_nothing_is_said(typed):
    assert not as_notation(typed).remarks


@pytest.mark.parametrize(
    'typed',
    [
        '`［＃「港」に傍点］`',
        '``青空《あおぞら》［＃改ページ］``',
        '`／＼`',
        "`〔cafe'〕`",
        '> ```\n> ［＃改ページ］\n> ```',
        '- ~~~\n  港［＃「港」に傍点］\n  ~~~',
        '\\［＃改ページ］',
        '`［＃地付き］x`',
    ],
)
def test_notes_in_code_and_behind_a_backslash_are_text(typed):
    text, lines, remarks = as_notation(f'港［＃「港」に傍点］\n\n{typed}')
    assert text == f'《《港》》\n\n{typed}' and not remarks


def test_a_note_reaches_back_over_code():
    assert as_notation('`x`の港［＃「の港」に傍点］')[0] == '`x`《《の港》》'


@pytest.mark.parametrize('end', ['［＃地付き］署名', '夜［＃「夜」は中見出し］', '［＃改ページ］'])
def test_what_is_set_in_stays_so_above_a_line_that_is_not(end):
    said = as_notation(f'［＃ここから２字下げ］\n朝\n{end}\n昼\n［＃ここで字下げ終わり］')[0]
    assert said.split('\n')[:2] == ['朝', '{: .indent-2 .tight }']
    assert said.endswith('昼\n{: .indent-2 .tight }')


def test_markdown_within_what_is_set_in_is_read(tmp_path):
    chapter = mark_up(
        chapter_of(
            tmp_path / '01.md',
            0,
            '［＃ここから２字下げ］\n**朝**の\n\n- 甲\n- 乙\n\n> 引用\n\n## 節\n\n'
            '| 名 |\n| --- |\n| 船 |\n'
            '［＃ここで字下げ終わり］',
        ),
        Settings(root=tmp_path),
    )
    found = [
        node.tag.rpartition('}')[2] for node in chapter.section.iterfind('.//{*}div/{*}div/*')
    ]
    assert found == ['p', 'ul', 'blockquote', 'table'] and not chapter.warnings
    assert [heading.title for heading in chapter.headings] == ['節']


def test_what_notes_say_of_lines_they_say_not_of_marks_at_their_heads():
    said = as_notation('［＃ここから太字］\n- 甲\n> 乙\n［＃ここで太字終わり］')[0]
    assert said.split('\n') == ['- **甲**', '> **乙**']


@pytest.mark.parametrize(
    'typed, said',
    [
        ('前の文。［＃改ページ］', '前の文。\n\n==='),
        ('［＃改丁］次の文。', '===\n\n次の文。'),
        ('前［＃改ページ］後', '前\n\n===\n\n後'),
        ('［＃窓小見出し］題［＃窓小見出し終わり］本文', '**題**本文'),
    ],
)
def test_notes_amid_a_line(typed, said):
    text, _, remarks = as_notation(typed)
    assert text.strip('\n') == said and not remarks


def test_the_middle_of_a_page_is_named():
    _, _, remarks = as_notation('［＃ページの左右中央］\n献辞')
    assert [line for line, _ in remarks] == [1]
