"""What authors of web novels and users of other tools type is taken for what it says."""

import pytest

from tategumi.manuscript.typed import as_notation


@pytest.mark.parametrize(
    'typed, said',
    [
        ('[[rb:漢字 > かんじ]]と[[rb:鬱＞うつ]]', '{漢字|かんじ}と{鬱|うつ}'),
        ('[[jumpuri:公式 > https://example.com/a]]', '[公式](https://example.com/a)'),
        ('前\n[newpage]\n後', '前\n\n===\n\n後'),
        ('[chapter:第[[rb:一>いち]]章]\n本文', '## 第{一|いち}章\n\n本文'),
        ('前\n\\newpage\n後', '前\n\n===\n\n後'),
        ('｜《魔法》と漢字|《かんじ》', '\\《魔法》と漢字\\《かんじ》'),
        ('｜《《魔法》》', '\\《\\《魔法》》'),
        ('| 《甲》 |《乙》|', '| 《甲》 |《乙》|'),
        ('｜強《・》｜調《・》', '《《強》》《《調》》'),
        ('強調《・・》', '《《強調》》'),
        ('{漢字｜かんじ}と｛漢字｜かん｜じ｝', '{漢字|かんじ}と{漢字|かん|じ}'),
        ('{甲｜乙}と｛笑｝', '{甲｜乙}と｛笑｝'),
        ('<name@example.com>', '[name@example.com](mailto:name@example.com)'),
        ('![絵](a.png =250x)と![絵](a.png =25x30 "題")', '![絵](a.png)と![絵](a.png "題")'),
        ('![[a.png]]と![[b.jpg|300]]', '![](a.png)と![](b.jpg)'),
        ('$`x^2`$', '$x^2$'),
        ('```math\nx^2\n```', '$$\nx^2\n$$'),
        ('\\begin{align}\nx\n\\end{align}\n文', '$$\n\\begin{align}\nx\n\\end{align}\n$$\n文'),
        ('$$\n\\begin{align}\nx\n\\end{align}\n$$', '$$\n\\begin{align}\nx\n\\end{align}\n$$'),
        ('\\begin{align}\n\nx', '\\begin{align}\n\nx'),
        ('```math\nx\n\ny\n```', '```math\nx\n\ny\n```'),
        ('`[[rb:甲 > こう]]`と\\[[rb:甲 > こう]]', '`[[rb:甲 > こう]]`と\\[[rb:甲 > こう]]'),
        ('```\n[newpage]\n｜《甲》\n```', '```\n[newpage]\n｜《甲》\n```'),
        ('> [!NOTE]\n> 文。', '> **メモ**\n>\n> 文。'),
        ('> [!tip] コツ\n> 文。', '> **コツ**\n>\n> 文。'),
        ('> 文。\n> [!NOTE]', '> 文。\n> [!NOTE]'),
        ('甲\n\n[//]: # (覚え)\n\n乙', '甲\n\n乙'),
        ('[comment]: <> (覚え)\n乙', '\n乙'),
        ('[TOC]\n\n乙', '\n\n乙'),
        ('| 詩\n|   行\n| 行', '詩\n　行\n行\n{: .verse }'),
        ('| 甲 | 乙 |\n| 丙 | 丁 |', '| 甲 | 乙 |\n| 丙 | 丁 |'),
        ('|ω・) 覗く。\n\n| 一行', '|ω・) 覗く。\n\n| 一行'),
        ('文[^注]。\n\n[^注]：全角', '文[^注]。\n\n[^注]: 全角'),
        ('[^注]：全角', '[^注]：全角'),
        ('# 題 {-}', '# 題'),
        ('#題\n\n##節\n\n#タグ #タグ', '# 題\n\n## 節\n\n#タグ #タグ'),
        ('本文。\n\n#1 の件', '本文。\n\n#1 の件'),
        ('+++\ntitle = "題"\n[extra]\n+++\n本文', '\n\n\n# 題\n本文'),
        ('% 題\n% 著者\n\n本文', '\n# 題\n\n本文'),
        ('%で始まる文。\n\n本文', '%で始まる文。\n\n本文'),
    ],
)
def test_other_notation_is_read(typed, said):
    text, _, remarks = as_notation(typed)
    assert text.strip('\n') == said.strip('\n') and not remarks


@pytest.mark.parametrize(
    'typed, said',
    [
        (':::note\n甲\n:::', '甲'),
        ('::: {.column #x}\n甲\n\n- 乙\n:::', '甲\n\n- 乙'),
        (':::details 題の言葉\n甲\n:::', '**題の言葉**\n\n甲'),
        ('::::note\n:::message alert\n甲\n:::\n::::', '甲'),
        ('前\n:::note\n甲\n:::\n後', '前\n\n甲\n\n後'),
    ],
)
def test_a_box_is_its_text_and_is_named(typed, said):
    text, _, remarks = as_notation(typed)
    assert text.strip('\n') == said
    assert all(':::' in message for _, message in remarks) and remarks


@pytest.mark.parametrize(
    'typed, said',
    [
        ('::: {.verse}\n甲\n乙\n\n丙\n:::', '甲\n乙\n{: .verse }\n\n丙\n{: .verse }'),
        ('::: {.indent-2 .frame}\n甲\n:::', '甲\n{: .indent-2 .frame }'),
        ('::: frame\n甲\n\n乙\n:::\n丙', '甲\n乙\n{: .frame }\n\n丙'),
        ('::: frame\n甲\n\n- 乙\n:::', '甲\n{: .frame }\n\n- 乙\n{: .frame }'),
        ('::: center\n::: verse\n甲\n:::\n:::', '甲\n{: .verse }'),
    ],
)
def test_a_box_may_say_what_its_paragraphs_are(typed, said):
    text, _, remarks = as_notation(typed)
    assert text.strip('\n') == said and not remarks


@pytest.mark.parametrize('typed', [':::', '甲\n:::', ':::note\n甲', '```\n:::note\n:::\n```'])
def test_colons_without_a_partner_are_text(typed):
    assert as_notation(typed).text == typed


@pytest.mark.parametrize(
    'mark', ['[pixivimage:123]', '[uploadedimage:12]', '[jump:2]', '<i1234|567>', '<i12345>']
)
def test_what_only_a_site_has_is_named_and_not_printed(mark):
    text, _, remarks = as_notation(f'甲\n\n前{mark}後')
    assert text == '甲\n\n前後'
    assert [(line, mark in message) for line, message in remarks] == [(3, True)]
