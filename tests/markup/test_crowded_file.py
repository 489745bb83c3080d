"""A file of the manuscript is a chapter: one with several heads of the first rank is told of."""

import pytest

from tategumi.manuscript import Chapter
from tategumi.markup import mark_up
from tategumi.settings import Settings


@pytest.mark.parametrize(
    'text, line',
    [
        ('# 一\n\n本文。\n\n# 二\n\n本文。\n\n# 三\n\n本文。\n', 5),
        ('# 一 #\n\n本文。\n\n# 二 #\n\n本文。\n', 5),
    ],
)
def test_a_second_head_of_one_mark_is_told_of_with_its_line(tmp_path, text, line):
    (warning,) = mark_up(Chapter(tmp_path / '01.md', 1, text), Settings(tmp_path)).warnings
    assert f'01.md:{line}: this file has' in warning and 'write ## for a section' in warning


@pytest.mark.parametrize(
    'text', ['# 一\n\n本文。\n\n## 二\n\n## 三\n', '## 一\n\n本文。\n', '本文。\n']
)
def test_sections_below_one_head_are_as_they_should_be(tmp_path, text):
    assert not mark_up(Chapter(tmp_path / '01.md', 1, text), Settings(tmp_path)).warnings
