"""What editors type in other notations is taken for what it says."""

import pytest

from tategumi.manuscript.typed import as_notation


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
        ('前\n<!--\n\n消した段落である。\n\n-->\n後', '前\n\n\n\n\n\n後'),
        ('<div class="center">\n中央\n</div>', '\n中央\n'),
        ('`<b>`と\\<b>と<ステータス>と1 < 2', '`<b>`と\\<b>と<ステータス>と1 < 2'),
        ('```\n<b>太</b>\n<!-- 注 -->\n```', '```\n<b>太</b>\n<!-- 注 -->\n```'),
    ],
)
def test_tags_are_what_they_say(typed, said):
    assert as_notation(typed) == said


@pytest.mark.parametrize(
    'typed, said',
    [
        ('---\ntitle: 港の灯\nauthor: 山田\n---\n\n文', '\n\n\n# 港の灯\n\n文'),
        ('---\ntitle: "港"\nclass: a\n---\n# 第一章\n', '\n\n\n\n# 第一章\n'),
        ('---\nlang: ja\ntags:\n  - a\n---\n文', '\n\n\n\n\n文'),
        ('---\n\n文：これは\n\n---\n', '---\n\n文：これは\n\n---\n'),
        ('---\n文\n', '---\n文\n'),
    ],
)
def test_front_matter_gives_a_title_and_is_not_printed(typed, said):
    assert as_notation(typed) == said
