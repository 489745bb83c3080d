"""Tags of HTML as editors type them: without ends, within one another, over line ends."""

import pytest

from tategumi.manuscript.typed import as_notation


@pytest.mark.parametrize(
    'typed, said',
    [
        ('文^[注が\n次の行]続く', '文^[注が次の行]続く'),
        ('{漢字|かん\nじ}と', '{漢字|かんじ}と'),
        ('{漢\n字|かんじ}と', '{漢字|かんじ}と'),
        ('{Western\nword|ことば}', '{Western word|ことば}'),
        ('｜青空《あお\nぞら》', '｜青空《あおぞら》'),
        ('｜青い\n空《あおぞら》', '｜青い空《あおぞら》'),
        ('｜青空\n《あおぞら》', '｜青空《あおぞら》'),
        ('<ruby>青空<rt>あお\nぞら</rt></ruby>', '{青空|あおぞら}'),
        ('<ruby>\n青空\n<rt>あおぞら</rt>\n</ruby>', '{青空|あおぞら}'),
        ('> {漢字|かん\n> じ}', '> {漢字|かんじ}'),
        ('`a\nb`と', '`a b`と'),
        ('<b>太\n字</b>と', '**太**\n**字**と'),
        ('<b>甲\n\n乙</b>', '**甲**\n\n**乙**'),
        ('<i>- 甲\n- 乙</i>', '- *甲*\n- *乙*'),
        ('> <u>甲\n> 乙</u>', '> [甲]{.side-line}\n> [乙]{.side-line}'),
        (
            '<a href="https://e.example/">甲\n乙</a>',
            '[甲](https://e.example/)\n[乙](https://e.example/)',
        ),
    ],
)
def test_notation_goes_on_over_line_ends(typed, said):
    assert as_notation(typed)[0] == said


@pytest.mark.parametrize(
    'typed',
    [
        '文^[注が\n\n次の段落]',
        '{漢字|かん\n\nじ}',
        '文{と\n文',
        '```\n{漢字|かん\nじ}\n```',
        '`a\n\nb`',
        '<b>甲\n乙',
    ],
)
def test_what_does_not_end_stays_on_its_lines(typed):
    assert as_notation(typed)[0].count('\n') == typed.count('\n')


def test_lines_keep_their_numbers_where_some_are_joined():
    text, numbers, _ = as_notation('甲\n{漢字|かん\nじ}\n乙')
    assert text == '甲\n{漢字|かんじ}\n乙' and numbers == (1, 2, 4)


@pytest.mark.parametrize(
    'typed, said',
    [
        ('<pre>\na  <b>b</b>\n  &lt;c&gt;\n</pre>', '```\na  b\n  <c>\n```'),
        (
            '<pre><code class="language-python">\ndef f():\n    pass\n</code></pre>',
            '```python\ndef f():\n    pass\n```',
        ),
        ('文<pre>a</pre>文', '文\n\n```\na\n```\n\n文'),
        ('<pre>```</pre>', '````\n```\n````'),
        ('<ul>\n<li>甲\n<li>乙\n</ul>', '- 甲\n- 乙'),
        ('<ol><li>甲<li>乙</ol>', '1. 甲\n1. 乙'),
        ('<dl><dt>甲<dd>一<dt>乙<dd>二</dl>', '甲\n: 一\n\n乙\n: 二'),
        ('<p>甲\n<p>乙', '甲\n\n乙'),
        ('<a href="https://e.example/"><b>太</b></a>', '[**太**](https://e.example/)'),
        ('<b><a href="https://e.example/">太</a></b>', '**[太](https://e.example/)**'),
        (
            '<a href="https://e.example/"><u>線</u></a>',
            '[[線]{.side-line}](https://e.example/)',
        ),
        ('<b>甲<b>乙</b>丙</b>', '**甲乙丙**'),
        ('<b>甲<strong>乙</strong>丙</b>', '**甲乙丙**'),
        ('<i>甲<em>乙</em></i>', '*甲乙*'),
        ('<small>甲<small>乙</small></small>', '[甲[乙]{.small}]{.small}'),
        ('<em><strong>甲</strong></em>', '***甲***'),
        ('<form><label>名</label><button>送る</button></form>', '名送る'),
    ],
)
def test_what_html_leaves_to_its_readers_is_read(typed, said):
    assert as_notation(typed)[0] == said


@pytest.mark.parametrize(
    'typed, said, tags',
    [
        ('前<iframe src="x">代わり</iframe>後', '前代わり後', ['<iframe>']),
        ('前<video controls>動画</video>後', '前動画後', ['<video>']),
        ('<audio>\n音\n</audio>', '\n音\n', ['<audio>']),
        ('前<svg><text>字</text></svg>後', '前後', ['<svg>']),
        ('<script>x()</script>', '', ['<script>']),
        ('<object>甲</object>と<svg></svg>', '甲と', ['<object>', '<svg>']),
        ('`<svg>字</svg>`', '`<svg>字</svg>`', []),
        ('<video>と呼ぶ', '<video>と呼ぶ', []),
    ],
)
def test_what_only_a_screen_shows_is_named_and_what_stands_for_it_stays(typed, said, tags):
    text, _, remarks = as_notation(f'一\n{typed}')
    assert text.rstrip('\n') == f'一\n{said}'.rstrip('\n')
    assert [(number, message.split(' ')[0]) for number, message in remarks] == [
        (2, tag) for tag in tags
    ]


@pytest.mark.parametrize(
    'typed, said',
    [
        ('カタカナ《かたかな》', '{カタカナ|かたかな}'),
        ('この《こ》', '{この|こ}'),
        ('１２《じゅうに》', '{１２|じゅうに}'),
        ('café《カフェ》', '{café|カフェ}'),
        ('｜「青空」《あおぞら》', '{「青空」|あおぞら}'),
        ('《《傍点》》と`この《こ》`', '《《傍点》》と`この《こ》`'),
    ],
)
def test_in_a_chapter_written_as_aozora_is_any_script_may_have_ruby(typed, said):
    assert as_notation(f'［＃改ページ］\n\n{typed}')[0] == f'===\n\n{said}'


@pytest.mark.parametrize('other', ['［＃改ページ］\n\n{漢字|かんじ}と', '漢字《かんじ》と'])
def test_elsewhere_kana_before_such_brackets_are_text(other):
    assert as_notation(f'{other}スキル《ファイア》')[0].endswith('スキル《ファイア》')


@pytest.mark.parametrize(
    'typed, said',
    [
        ('<ol start="3"><li>甲</li><li>乙</li></ol>', '3. 甲\n1. 乙'),
        ('<p align="right">甲</p>', '甲\n{: .line-end }'),
        ('<p style="text-align: center">甲</p>\n<p>乙</p>', '甲\n{: .center }\n\n乙'),
        ('<center>甲</center>', '甲\n{: .center }'),
        ('<div align="right">\n甲\n</div>', '甲\n{: .line-end }'),
        ('<input type="text">甲<map name="x">乙</map>', '甲乙'),
    ],
)
def test_what_attributes_say_is_kept(typed, said):
    text, _, remarks = as_notation(typed)
    assert text.strip('\n') == said and not remarks


def test_cells_of_several_rows_and_columns_leave_the_others_in_their_columns():
    text, _, remarks = as_notation(
        '<table>\n<tr><th rowspan="2">甲</th><td colspan=2>乙</td></tr>\n'
        '<tr><td>丙</td><td>丁<br>戊</td></tr>\n</table>'
    )
    rows = [
        [cell.strip() for cell in line.strip('|').split('|')] for line in text.split('\n') if line
    ]
    assert [rows[0], rows[2]] == [['甲', '乙', ''], ['', '丙', '丁<br>戊']]
    assert [line for line, _ in remarks] == [2, 2]
