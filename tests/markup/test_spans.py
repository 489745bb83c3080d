"""``[text]{.name}``: what is set in another way than the text around it."""

import pytest

from tategumi.errors import BadInput

NOTE = (
    '<span class="warichu"><span class="warichu-bracket">{}</span>{}'
    '<span class="warichu-bracket">{}</span></span>'
)


@pytest.mark.parametrize(
    'typed, read',
    [
        ('東[注]{.warichu}西', '東' + NOTE.format('（', '注', '）') + '西'),
        ('[（注）]{.warichu}', NOTE.format('（', '注', '）')),
        ('[〔注〕]{.warichu}', NOTE.format('〔', '注', '〕')),
        ('[（一）と（二）]{.warichu}', NOTE.format('（', '（一）と（二）', '）')),
        ('[**強**い]{ .warichu }', NOTE.format('（', '<strong>強</strong>い', '）')),
        (
            '[線]{.side-line}と[波]{.side-line .wavy}',
            '<span class="side-line">線</span>と<span class="side-line wavy">波</span>',
        ),
        (
            '[一{行|ぎょう} | 二行]{.furiwake}',
            '<span class="furiwake">'
            '<span class="furiwake-line">一<ruby>行<rt>ぎょう</rt></ruby></span>'
            '<span class="furiwake-line">二行</span></span>',
        ),
        (
            '[小]{.small}と[大]{.large}',
            '<span class="small">小</span>と<span class="large">大</span>',
        ),
        (
            '[大[小]{.small}大]{.large}',
            '<span class="large">大<span class="small">小</span>大</span>',
        ),
        ('[^25^、今]{.small}', '<span class="small"><span class="tcy">25</span>、今</span>'),
        ('**[小]{.small}**', '<strong><span class="small">小</span></strong>'),
        (
            '[[題]{.large}](http://a.jp/)',
            '<a href="http://a.jp/"><span class="large">題</span></a>',
        ),
    ],
)
def test_spans(desk, typed, read):
    assert desk.inner(typed) == read


@pytest.mark.parametrize(
    'typed, read',
    [
        (
            '[Crime et châtiment]{lang=fr}',
            '<span lang="fr" xml:lang="fr">Crime et châtiment</span>',
        ),
        (
            '[*Qui* est-ce]{ lang=fr-CA }',
            '<span lang="fr-CA" xml:lang="fr-CA"><em>Qui</em> est-ce</span>',
        ),
        ('*[Nature]{lang=en}*', '<em><span lang="en" xml:lang="en">Nature</span></em>'),
        (
            '[[小]{.small}]{lang=zh-Hans}',
            '<span lang="zh-Hans" xml:lang="zh-Hans"><span class="small">小</span></span>',
        ),
        (
            '[[Oh]{lang=en}]{.large}',
            '<span class="large"><span lang="en" xml:lang="en">Oh</span></span>',
        ),
    ],
)
def test_who_reads_aloud_is_told_of_words_in_another_language(desk, typed, read):
    assert desk.inner(typed) == read


@pytest.mark.parametrize(
    'typed',
    ['[Oh]{lang=}', '[ ]{lang=en}'],
)
def test_what_names_no_language_is_text(desk, typed):
    assert ''.join(desk.section(typed)[0].itertext()) == typed


@pytest.mark.parametrize(
    'attributes, read',
    [
        ('lang="fr"', '<span lang="fr" xml:lang="fr">文</span>'),
        ("xml:lang='fr'", '<span lang="fr" xml:lang="fr">文</span>'),
        ('.small lang=fr', '<span class="small" lang="fr" xml:lang="fr">文</span>'),
        ('lang=fr .sup', '<span lang="fr" xml:lang="fr"><sup>文</sup></span>'),
        ('.small .italic', '<span class="small"><span class="italic">文</span></span>'),
        ('.bouten .circle .large', '<em class="bouten circle"><span class="large">文</span></em>'),
        ('.side-line .double .small', None),
        (':.small', '<span class="small">文</span>'),
    ],
)
def test_a_span_may_have_several_attributes(desk, attributes, read):
    chapter = desk.chapter(f'[文]{{{attributes}}}')
    assert read is None or desk.inner(f'[文]{{{attributes}}}') == read
    assert ''.join(chapter.section.itertext()).strip() == '文' and not chapter.warnings


@pytest.mark.parametrize(
    'attributes, named, kept',
    [
        ('style="color:red"', '{style="color:red"}', None),
        ('.small style="color: red"', 'style="color: red"', 'small'),
        ('lang=en onclick=x', 'onclick=x', None),
        ('lang=e', '{lang=e}', None),
        ('.small .wavy', '.wavy', 'small'),
        ('.bouten .unknown .circle', '.unknown', 'bouten circle'),
    ],
)
def test_of_attributes_those_nobody_knows_are_named(desk, attributes, named, kept):
    chapter = desk.chapter(f'題\n\n[文]{{{attributes}}}')
    (warning,) = chapter.warnings
    assert warning == f'{desk.folder / "00-章.md"}:3: {named} is no mark of the manuscript'
    assert [node.get('class') for node in chapter.section[1].iter() if node.get('class')] == (
        [kept] if kept else []
    )
    assert ''.join(chapter.section[1].itertext()) == '文'


def test_spans_too_deep_are_refused_with_their_line(desk):
    typed = '[あ[い[う[え]{.small}]{.side-line}]{.bouten}]{.large}'
    with pytest.raises(BadInput, match=r'00-章\.md:3: .*three deep'):
        desk.chapter(f'題\n\n{typed}')


@pytest.mark.parametrize(
    'typed',
    [
        '[字]{warichu}',
        '[字] {.small}',
        '[ ]{.small}',
    ],
)
def test_what_has_no_name_of_ours_is_text(desk, typed):
    assert ''.join(desk.section(typed)[0].itertext()) == typed


@pytest.mark.parametrize('mark', ['.unknown', '.unknown .wavy'])
def test_a_mark_nobody_knows_is_named_and_not_printed(desk, mark):
    chapter = desk.chapter(f'# 題\n\n港の[字]{{{mark}}}だ')
    assert ''.join(chapter.section[1].itertext()) == '港の字だ'
    (warning,) = chapter.warnings
    assert warning.startswith(f'{desk.folder / "00-章.md"}:3: {{{mark}}}')


def test_an_escaped_span_is_text(desk):
    assert desk.inner('\\[字]{.small}') == '[字]{.small}'


@pytest.mark.parametrize(
    'inside, what',
    [
        ('[注]{.warichu}', 'warichu'),
        ('{漢|かん}', 'ruby'),
        ('[一|二]{.furiwake}', 'furiwake'),
        ('[線]{.side-line}', 'side-line'),
        ('《《点》》', 'bouten'),
        ('*点*', 'bouten'),
    ],
)
def test_what_has_no_room_in_warichu_is_refused_with_its_line(desk, inside, what):
    with pytest.raises(BadInput, match=f'00-章.md:3: warichu .* {what}$'):
        desk.section(f'# 章\n\n前の[文{inside}である]{{.warichu}}')


@pytest.mark.parametrize(
    'span, xhtml',
    [
        (
            '[{生命|いのち}|ライフ]{.ruby-left}',
            '<ruby><ruby>生命<rt>いのち</rt></ruby><rt>ライフ</rt></ruby>',
        ),
        (
            '[{流行|は|やり}|ファッション]{.ruby-left}',
            '<ruby><ruby>流<rt>は</rt>行<rt>やり</rt></ruby><rt>ファッション</rt></ruby>',
        ),
        ('[生命|ライ\\|フ]{.ruby-left}', '<ruby>生命<rt>ライ|フ</rt></ruby>'),
        ('[{左|ひだり}]{.ruby-left}', '<ruby>左<rt>ひだり</rt></ruby>'),
        (
            '[｜生命《いのち》|ライフ]{.ruby-left}',
            '<ruby><ruby>生命<rt>いのち</rt></ruby><rt>ライフ</rt></ruby>',
        ),
    ],
)
def test_a_word_has_readings_on_both_sides(desk, span, xhtml):
    assert desk.inner(span) == f'<span class="ruby-left">{xhtml}</span>'
    table = f'| 甲 | 乙 |\n| --- | --- |\n| {span} | 永 |'
    cells = [*desk.section(table).iter('{*}td')]
    assert len(cells) == 2 and cells[0].find('{*}span').get('class') == 'ruby-left'


@pytest.mark.parametrize(
    'span',
    [
        '[{生|い}命|ライフ]{.ruby-left}',
        '[生{命|いのち}|ライフ]{.ruby-left}',
        '[{生|い}{命|のち}|ライフ]{.ruby-left}',
    ],
)
def test_a_reading_on_the_left_of_a_word_that_is_read_in_part_is_refused(desk, span):
    with pytest.raises(BadInput, match='00-章.md:3: ruby on the right of a word'):
        desk.section(f'# 章\n\n文{span}')


@pytest.mark.parametrize('span', ['[一行だけ]{.furiwake}', '[一行目|]{.furiwake}'])
def test_furiwake_of_less_than_two_lines_is_refused_with_its_line(desk, span):
    with pytest.raises(BadInput, match='00-章.md:3: furiwake has two lines or more'):
        desk.section(f'# 章\n\n文{span}')


@pytest.mark.parametrize(
    'span, made',
    [
        ('[注]{.small}', '<span class="small">注</span>'),
        ('[レ]{.kaeriten}', '<span class="kaeriten">レ</span>'),
        ('[[注]{.small}]{.frame}', '<span class="frame"><span class="small">注</span></span>'),
        ('[山田]{.jidori-5}', '<span class="jidori jidori-5">山田</span>'),
    ],
)
@pytest.mark.parametrize('typed', ['## 題{}', '## 題{}\n副題\n{{: .subtitle }}', '題{}\n----'])
@pytest.mark.parametrize('mark', ['', '{#port}', ' {#port .wide}'])
def test_a_heading_may_end_with_a_span(desk, span, made, typed, mark):
    marked = desk.chapter('# 章\n\n' + typed.format(span + mark) + '\n\n本文。')
    assert f'>題{made}</h' in marked.xhtml
    assert 'port' not in marked.xhtml and not marked.warnings


def test_what_is_behind_the_call_of_a_note_in_a_heading_is_the_heading_s(desk):
    marked = desk.chapter('# 題[^1]{#port}\n\n[そこ](#port)へ。\n\n[^1]: 注。')
    assert '<a href="#chapter-00-heading-1">そこ</a>' in marked.xhtml


@pytest.mark.parametrize(
    'word, is_set',
    [
        ('山田', True),
        ('山田太', True),
        ('{山田太|やまだたろう}', True),
        ('abcde', True),
        ('山田太郎', False),
        ('[山田]{.small}太郎', False),
        ('{山田|やま}太郎', False),
        ('internationalization', False),
    ],
)
def test_a_word_longer_than_its_jidori_is_set_as_it_is_and_told(desk, word, is_set):
    marked = desk.chapter(f'# 章\n\n名は\n[{word}]{{.jidori-3}}。')
    assert ('jidori-3' in marked.xhtml) is is_set
    told = [
        str(warning) for warning in marked.warnings if 'longer than {.jidori-3}' in str(warning)
    ]
    assert [('章.md:4: ' in each) for each in told] == [True] * (not is_set)
