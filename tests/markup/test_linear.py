"""Text without a mark of notation is left alone, and says what it would say if read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tategumi.markup import linear

TEXT = st.text('あ漢A1 。!?…\n\\`*_{}|^[]()<>《》:.-#&~"傍', min_size=1, max_size=40)


@given(TEXT)
def test_the_page_is_the_same_whether_it_is_read_or_not(bare_desk, text):
    made = bare_desk.chapter('本' + text).xhtml
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(linear._Plain, 'run', lambda processor, root: None)
        assert bare_desk.chapter('本' + text).xhtml == made
