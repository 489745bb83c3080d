"""What the page of the cleaning marks as taken out and put in."""

from hypothesis import given
from hypothesis import strategies as st

from tategumi.cleaning.differences import differences

TEXT = st.text('港の灯(（)） A', max_size=30)


@given(TEXT, TEXT)
def test_the_parts_give_back_both_texts(before, after):
    parts = list(differences(before, after))
    assert ''.join(old for old, _ in parts) == before
    assert ''.join(new for _, new in parts) == after
    assert all(old or new for old, new in parts)
    assert (before == after) == all(old == new for old, new in parts)


def changed(before, after):
    return [(old, new) for old, new in differences(before, after) if old != new]


def test_only_what_changed_is_marked():
    assert changed('DeepMind と OpenAI の(汎用)', 'DeepMindとOpenAIの（汎用）') == [
        (' ', ''),
        (' ', ''),
        (' ', ''),
        ('(', '（'),
        (')', '）'),
    ]
    assert changed('サム・アルトマン（サム・アルトマン）は言う。', 'サム・アルトマンは言う。') == [
        ('（サム・アルトマン）', '')
    ]
    assert changed('港の灯', '港の灯。') == [('', '。')]
