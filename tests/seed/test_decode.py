import pytest
from hypothesis import given
from hypothesis import strategies as st

from tategumi.errors import BadInput
from tategumi.seed.decode import decode

TEXT = '港の灯は消えなかった。\r\nそして、船は沖へ出ていった。\n'


@pytest.mark.parametrize('encoding', ['utf-8', 'cp932', 'euc_jp', 'iso2022_jp'])
def test_japanese_encodings_are_told_apart(encoding):
    assert decode(TEXT.encode(encoding), 'a.txt') == (TEXT, encoding)


@pytest.mark.parametrize('encoding', ['utf-8', 'utf-16-le', 'utf-16-be'])
def test_a_byte_order_mark_decides_and_stays(encoding):
    marked = '\ufeff' + TEXT
    assert decode(marked.encode(encoding), 'a.txt') == (marked, encoding)


@pytest.mark.parametrize('encoding', ['utf-16-le', 'utf-16-be'])
def test_utf_16_without_a_mark_is_known_by_its_japanese(encoding):
    assert decode(TEXT.encode(encoding), 'a.txt') == (TEXT, encoding)
    assert decode((TEXT * 900).encode(encoding), 'a.txt') == (TEXT * 900, encoding)


@given(
    st.text('港の灯は消えなかった。ガラスとコップ、ABC「」\n', min_size=20, max_size=80),
    st.sampled_from(['utf-8', 'utf-16-le', 'utf-16-be', 'cp932', 'euc_jp', 'iso2022_jp']),
)
def test_japanese_is_never_read_as_something_else(text, encoding):
    text = f'その港で、彼らは長い手紙を書いていた。{text}'
    assert decode(text.encode(encoding), 'a.txt')[0] == text


def test_euc_with_the_marks_that_windows_adds():
    text = TEXT * 9 + '①まず、Ⅲ章から読む。㈱灯台社。\n'
    assert decode(text.encode('euc_jis_2004'), 'a.txt') == (text, 'euc_jis_2004')


def test_bytes_in_no_encoding_name_file_line_and_byte():
    with pytest.raises(BadInput, match=r'seeds/a\.txt:2: .*no encoding.*; byte 4\)') as caught:
        decode('港\n'.encode() + b'\xff\xfe\xff\xfd\x80', 'seeds/a.txt')
    assert '\n' not in str(caught.value)


def test_bytes_that_two_encodings_fit_are_refused():
    with pytest.raises(BadInput, match='could be each of cp932, euc_jp'):
        decode('ｶﾀｶﾅ'.encode('cp932'), 'a.txt')


def test_a_mark_that_lies_is_refused():
    with pytest.raises(BadInput, match='begins as utf-8 and is not'):
        decode(b'\xef\xbb\xbf' + TEXT.encode('cp932'), 'a.txt')


def test_a_nul_is_not_text():
    with pytest.raises(BadInput, match=r'a\.txt:2: holds a NUL'):
        decode('港\n\0'.encode(), 'a.txt')


def test_the_line_of_a_fault_is_counted_in_lines_of_the_text():
    # 上 is U+4E0A; its second byte is no line end.
    with pytest.raises(BadInput, match=r'a\.txt:2: begins as utf-16-le'):
        decode('\ufeff上上\n'.encode('utf-16-le') + b'\x00\xd8\x00\x00', 'a.txt')


def test_a_nul_in_a_text_that_cannot_be_written_in_its_own_encoding():
    with pytest.raises(BadInput, match=r'a\.txt:1: holds a NUL'):
        decode(b'\x1b\x80$B\x1b$B$8\x1b(B\x00', 'a.txt')
