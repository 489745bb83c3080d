"""What the check finds in a finished PDF, and what it lets be."""

from dataclasses import replace

import pytest
from PIL import Image

from tategumi.check import check_pdf
from tategumi.errors import BadInput
from tategumi.files import write_whole
from tategumi.language import language_of
from tategumi.messages import ENGLISH
from tategumi.settings import HouseStyle, KihonHanmen
from tests.pdf.conftest import Press

LISTS = """\
# 章

- 一つ目の項目は、いくらか長くて次の行まで続いてゆく項目である。
- 二つ目の項目
    - 入れ子の項目

1. 番号のある項目は、ちょうど一行に収まらないほどに長くしてある。
2. 番号のある項目

> 引用の段落。引用の段落。引用の段落。引用の段落。引用の段落。引用の段落。

そのあとに続く本文の段落。そのあとに続く本文の段落。そのあとに続く本文の段落。
"""
FULL_LINES = '# 章\n\n' + '永東国酬今' * 60 + '。'


@pytest.fixture
def faults(tmp_path):
    press = Press(tmp_path)

    def faults(text, checked_as=(), said_in=ENGLISH, **settings):
        """The faults of a book; ``checked_as`` are settings other than those it was set with."""
        loaded, _ = press.book(text, **settings)
        path = write_whole(tmp_path / 'book.pdf', press.set(text, **settings).content)
        return [*map(said_in.say, check_pdf(path, replace(loaded, **dict(checked_as))))]

    return faults


@pytest.mark.parametrize('characters', range(20, 32))
def test_lists_quotes_and_text_are_without_fault_at_any_measure(faults, characters):
    assert faults(LISTS, kihon_hanmen=KihonHanmen(characters=characters)) == []


def test_a_line_that_runs_off_the_kihon_hanmen_is_a_fault(faults):
    (fault,) = faults('# 章\n\n永東{' + '酬' * 60 + '|よみ}国。\n\n永東国。')
    assert 'page 3: error long-line: this line is longer than the measure: 酬酬酬' in fault


def test_a_fault_is_said_with_its_place_in_the_language_asked_for(faults):
    text = '# 章\n\n永東{' + '酬' * 60 + '|よみ}国。\n\n永東国。'
    (fault,) = faults(text, said_in=language_of('ja'))
    assert '/book.pdf: 3頁: 誤り long-line: この行は行長を超えています: 酬酬酬' in fault


def test_full_lines_that_miss_the_line_end_are_faults(faults):
    def frame(characters):
        return {'kihon_hanmen': KihonHanmen(characters=characters)}

    assert faults(FULL_LINES, **frame(30)) == []
    shorter = faults(FULL_LINES, checked_as=frame(31), **frame(30))
    longer = faults(FULL_LINES, checked_as=frame(29), **frame(30))
    assert len(shorter) >= 9 and all('ends before the measure does' in fault for fault in shorter)
    assert len(longer) >= 9 and all('longer than the measure' in fault for fault in longer)


@pytest.mark.parametrize('mark', ['line-end-1', 'line-length-29', 'first-1 .line-length-29'])
def test_lines_that_are_to_end_before_the_others_are_no_faults(faults, mark):
    frame = {'kihon_hanmen': KihonHanmen(characters=30)}
    marked = f'{FULL_LINES}\n{{: .{mark} }}'
    assert faults(marked, **frame) == []
    # Lines of other text that are a character short have no such mark.
    short = faults(
        f'{marked}\n\n' + '風花雪月空' * 60,
        checked_as=frame,
        kihon_hanmen=KihonHanmen(characters=29),
    )
    assert len([fault for fault in short if '風花雪月空' in fault]) >= 9


def test_a_full_line_may_end_with_tate_chu_yoko(faults):
    text = '# 章\n\n' + '永' * 18 + '12' + '東' * 30
    assert faults(text, kihon_hanmen=KihonHanmen(characters=20)) == []


@pytest.mark.parametrize('characters', [11, 12])
def test_a_line_that_ends_with_dashes_behind_marks_in_a_square_is_full(faults, characters):
    texts = '\n\n'.join(
        f'{"永" * before}「東の国国の」！？――――「国の永」東国酬今永'
        for before in range(characters)
    )
    assert faults(f'# 章\n\n{texts}', kihon_hanmen=KihonHanmen(characters=characters)) == []


@pytest.mark.parametrize('marks', ['？！？', '！？', '！！！'])
def test_a_full_line_may_end_with_marks_that_share_a_square(faults, marks):
    text = '# 章\n\n' + '永' * 18 + marks + '「東国酬今」' * 6
    assert faults(text, kihon_hanmen=KihonHanmen(characters=20)) == []


@pytest.mark.parametrize('reading', ['ほうよ', 'ゼインロック', 'うけたまわりたい'])
def test_a_full_line_may_end_with_ruby_however_far_beyond_its_base(faults, reading):
    width = (len(reading) + 1) // 2
    text = '# 章\n\n' + '永' * (19 - width) + f'{{裾|{reading}}}' + '東' * 30
    assert faults(text, kihon_hanmen=KihonHanmen(characters=20)) == []


def test_a_mark_that_the_house_style_lets_begin_no_line_is_a_fault(faults):
    text = '# 章\n\n昨日の夜は遠い兄の家の部屋まで歩いて行ってふたりで話した。'
    frame = {'kihon_hanmen': KihonHanmen(characters=20)}
    strict, relaxed = ({'house_style': HouseStyle(line_start=s)} for s in ('strict', 'relaxed'))
    assert faults(text, **frame, **relaxed) == []
    (fault,) = faults(text, checked_as=strict, **frame, **relaxed)
    assert fault.endswith('page 3: error line-start: a line begins with っ')
    assert faults(text, **frame, **strict) == []


@pytest.mark.parametrize(
    'marked, fault',
    [
        ('‘OK’', 'ends with ‘'),
        ('(A)', 'begins with )'),
        ('OK, 永', 'begins with ,'),
    ],
)
def test_half_width_marks_that_may_not_stand_at_a_line_head_or_end_are_faults(
    faults, monkeypatch, marked, fault
):
    def found():
        texts = '\n\n'.join(f'{"永" * before}{marked}国東西' for before in range(14, 20))
        return faults(f'# 章\n\n{texts}', kihon_hanmen=KihonHanmen(characters=20))

    assert found() == []
    monkeypatch.setattr('tategumi.kumihan.together.belong_together', lambda *texts: False)
    assert any(fault in each for each in found())


def test_words_and_programs_may_begin_with_marks(faults):
    words = '\n\n'.join('永' * before + ' ’n’ .NET 国東西' for before in range(10, 20))
    inline = '\n\n'.join('永' * before + '`print(["A"])`国東西' for before in range(6, 20))
    program = '```\nprint(\n  "A",\n).lower(\n)\n```'
    text = f'# 章\n\n{words}\n\n{inline}\n\n{program}'
    assert faults(text, kihon_hanmen=KihonHanmen(characters=20)) == []


@pytest.mark.parametrize(
    'typed, beside',
    [
        ('岬の灯\n、港の声', '岬の灯/、港の声'),
        ('これは<br>。変だ。', 'これは/。変だ。'),
        ('海（\n陸と', '海（/陸と'),
        ('{岬|みさき}の灯\\\n」と{港|みなと}', '岬の灯/」と港'),
        ('- 岬の灯\n  、遠い港', '・岬の灯/、遠い港'),
        ('- 遠い港の声<br>」と', 'い港の声/」と'),
        ('> 岬の灯<br>！と', '岬の灯/！と'),
    ],
)
def test_a_line_that_the_manuscript_breaks_so_is_told_of_as_that(faults, typed, beside):
    (fault,) = faults(f'# 章\n\n{typed}')
    assert fault.endswith(f'warning typed-break: the manuscript breaks the line here: {beside}')


def test_a_line_that_the_manuscript_breaks_near_the_line_end_is_no_short_one(faults):
    text = f'# 章\n\n{"永" * 19}<br>{"国" * 8}'
    assert faults(text, kihon_hanmen=KihonHanmen(characters=20)) == []


LONG = 'いくらか長くて次の行まで続き、「ことば」や（注記）もある、そういう文である。' * 6


@pytest.mark.parametrize(
    'text',
    [
        f'語\n: {LONG}',
        f'{LONG}\n: 語の説明',
        f'![灯](灯.png)\n{LONG}',
        f'{LONG}\n{{: .caption }}',
        f'文[^1]\n\n[^1]: {LONG}',
    ],
    ids=['definition', 'term', 'figure', 'caption', 'note'],
)
@pytest.mark.parametrize('characters', [25, 38])
def test_terms_captions_and_notes_fill_their_lines(faults, tmp_path, text, characters):
    pictures = tmp_path / 'book' / 'pictures'
    pictures.mkdir(parents=True, exist_ok=True)
    Image.new('L', (40, 30)).save(pictures / '灯.png')
    assert faults(f'# 章\n\n{text}', kihon_hanmen=KihonHanmen(characters=characters)) == []


@pytest.mark.parametrize(
    'text',
    [
        '```\nprint("' + 'いろはにほへと' * 8 + '")\n```',
        '```\nprint("' + 'a' * 120 + '")\n```',
        f'　{"A" * 150}と叫んだ。',
        f'文は{"A" * 150}と叫んだ。',
    ],
)
def test_code_and_a_word_that_no_line_holds_may_end_before_the_line_end(faults, text):
    assert faults(f'# 章\n\n{text}') == []


@pytest.mark.parametrize('lines', ['ああ|いい', 'あ|い|う', 'あああああ|い'])
def test_what_stands_behind_the_bracket_of_furiwake_is_of_its_line(faults, lines):
    assert faults(f'# 章\n\n港と（[{lines}]{{.furiwake}}）。そして続く。') == []


def test_a_pdf_that_is_not_there_is_bad_input(tmp_path):
    settings, _ = Press(tmp_path).book('# 章')
    with pytest.raises(BadInput, match='cannot be read'):
        check_pdf(tmp_path / 'none.pdf', settings)
