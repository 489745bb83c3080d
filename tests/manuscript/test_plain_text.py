"""What is not looked at, as nothing of another notation is there, is what it would be if read."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tategumi.manuscript import dialect_blocks, dialects, typed

ALWAYS = re.compile('')
#: Notation of other tools, whole or begun, and their marks.
NOTATION = (
    '[[rb:漢>かん]] [[ ]] [jump:2] <i123> ｜《魔法》 強《・・》 ｜強《・》 ｛漢｜かん｝ '
    '{漢|かん｝ {漢｜かん} {漢|かん} <a@a.jp> ![絵](a.png =250x) ![絵](a.png =250) =10% '
    '![[a.png]] $`x`$ `code` ｜青 《 》 { } ｛ ｝ ^[ ] ` \\ <ruby> </ruby> <b> & &amp; '
    '［＃改丁］ ／＼ ／″＼ 〔a`〕 <!-- --> @ > ( ) | : $ あ 漢 。 a # % 1'
).split()
LINES = (
    '[newpage] \\newpage [chapter:章] [//]:#(x) [toc] >[!NOTE] ::: :::verse :::{.center} ``` '
    '```math ~~~math > >\u3000- 1. [^1]： # ## ##章 #章 ##\u3000章 {-} |　歌 \\begin{align} '
    '\\end{align} $$ --- +++ title:題 %題'
).split(' ')
TEXT = st.lists(
    st.one_of(
        st.sampled_from([*NOTATION, ' ', '\u3000', '\n', '\n\n', '\n\n\n']),
        st.sampled_from(LINES).map('\n{}'.format),
    ),
    max_size=25,
).map(''.join)


@given(TEXT)
def test_a_chapter_is_the_same_whether_it_is_looked_at_or_not(text):
    read = typed.as_notation(text)
    with pytest.MonkeyPatch.context() as patch:
        for module, names in (
            (dialects, ['MARKS']),
            (dialect_blocks, ['_MARKS']),
            (typed, ['_OVER_LINES', '_OF_TAGS', '_OF_AOZORA']),
        ):
            for name in names:
                patch.setattr(module, name, ALWAYS)
        assert typed.as_notation(text) == read
