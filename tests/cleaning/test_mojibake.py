"""Text read in a wrong encoding is mended where nothing was lost, and sound text is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tategumi.cleaning import clean_seed, rewrite
from tategumi.cleaning.characters import mend_mojibake
from tategumi.seed import seed_text

SENTENCES = ['港の灯は', '港の灯は消えなかった。', '「もう一度だけ」と彼は言った。']


def readable(text, encoding):
    """``text``, written as UTF-8, as a reader of ``encoding`` sees it, or ``None``."""
    try:
        return text.encode().decode(encoding)
    except UnicodeDecodeError:
        return None


@pytest.mark.parametrize('text', SENTENCES)
@pytest.mark.parametrize('encoding', ['latin-1', 'cp932'])
def test_what_lost_nothing_is_mended(text, encoding):
    seen = readable(text, encoding)
    if seen is None:
        pytest.skip('this sentence cannot be misread so')
    assert mend_mojibake(seen) == text


@given(st.text('港の灯は消えた。縺繧繝れ「」éàü“”…ABC ', max_size=30))
def test_text_that_was_read_rightly_stays(text):
    mended = mend_mojibake(text)
    assert mended == text or not set('éàü縺繧繝“”…').isdisjoint(text)


def test_what_lost_a_part_is_kept_and_pointed_at():
    broken = SENTENCES[1].encode().decode('cp932', 'replace')
    article, record = clean_seed(seed_text('seeds/a.txt', f'{SENTENCES[2]}\n\n{broken}\n'))
    assert len(article.blocks) == 2
    assert 'broken-encoding' in {s.rule for s in record.lines[2].suspicions}


def test_the_change_is_named():
    seen = SENTENCES[0].encode().decode('latin-1')
    text, changes = rewrite(seen)
    assert text == SENTENCES[0] and 'mojibake' in [change.rule for change in changes]
