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
def test_cp932_that_was_taken_for_latin_1_is_mended(text):
    assert mend_mojibake(text.encode('cp932').decode('latin-1')) == text


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


@pytest.mark.parametrize('written', ['utf-8', 'cp932'])
def test_a_line_is_judged_by_what_it_was(written):
    lines = [
        '港の朝は早い。かもめが鳴いて、漁師は網を繕った。',
        '灯台の灯は夜明けに消え、霧笛がひとつ鳴った。',
        '誤解だったと船長は言い、海図を広げた。',
    ]
    seen = '\n'.join(lines).encode(written).decode('latin-1')
    assert '©' in seen
    article, record = clean_seed(seed_text('seeds/a.txt', seen))
    assert [block.text for block in article.blocks] == lines
    assert not [line for line in record.lines if line.fate == 'dropped']


def test_the_copyright_of_a_misread_page_is_one_still():
    text = f'{SENTENCES[1]}{SENTENCES[1]}\n{SENTENCES[2]}\n\n© 2024 海の週報\n'
    article, record = clean_seed(seed_text('seeds/a.txt', text.encode().decode('latin-1')))
    assert record.lines[-1].rule == 'copyright' and len(article.blocks) == 2
