"""Words of the index: how they are read, in which order they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tategumi.manuscript import Chapter
from tategumi.markup import IndexMark, index_of, mark_up_book
from tategumi.markup.gojuon import order_of, row_of
from tategumi.settings import Settings


def marks(desk, typed):
    return [(mark.term, mark.reading) for mark in desk.chapter(typed).index]


@pytest.mark.parametrize(
    'typed, term, reading',
    [
        ('[しおかぜ]{.index}', 'しおかぜ', 'しおかぜ'),
        ('[{灯台|とう|だい}]{.index}', '灯台', 'とうだい'),
        ('[{灯台|とうだい}もり]{.index}', '灯台もり', 'とうだいもり'),
        ('[灯台《とうだい》]{.index}', '灯台', 'とうだい'),
        ('[灯台]{.index}', '灯台', ''),
        ('[灯台]{.index reading="とうだい"}', '灯台', 'とうだい'),
        ('[灯台]{.index reading=とうだい}', '灯台', 'とうだい'),
        ("[灯]{.index term='灯台 （白い）' reading=とうだい}", '灯台 （白い）', 'とうだい'),
        ('[あれ]{.index term=ともしび}', 'ともしび', 'ともしび'),
        ('[**灯**{台|だい}]{.index reading=とうだい .large}', '灯台', 'とうだい'),
        ('[[{生命|いのち}|ライフ]{.ruby-left}]{.index}', '生命', 'いのち'),
        ('[ＬＥＤ]{.index}', 'ＬＥＤ', 'ＬＥＤ'),
        ('《《[港]{.index reading=みなと}》》', '港', 'みなと'),
    ],
)
def test_a_word_is_read_as_its_ruby_its_kana_or_its_mark_says(desk, typed, term, reading):
    assert marks(desk, typed) == [(term, reading)]


def test_what_is_said_of_the_index_is_not_in_the_text(desk):
    read = desk.inner('東の[{灯台|とうだい}]{.index term=白い灯 reading=しろいひ}だ')
    word = '<ruby>灯台<rt>とうだい</rt></ruby>'
    said = 'data-term="白い灯" data-reading="しろいひ"'
    assert read == f'東の<span class="index" id="chapter-00-index-1" {said}>{word}</span>だ'


def test_a_reading_belongs_to_a_word_of_the_index_alone(desk):
    chapter = desk.chapter('[港]{.large reading="みなと"}')
    assert [str(each) for each in chapter.warnings] == [
        f'{desk.folder}/00-章.md:1: reading="みなと" is no mark of the manuscript'
    ]


def book(desk, *texts, **settings):
    made = [
        Chapter(desk.folder / f'{number:02d}.md', number, text)
        for number, text in enumerate(texts)
    ]
    return mark_up_book(made, Settings(root=desk.root, **settings))


def test_a_reading_is_asked_for_once_where_no_place_of_the_word_says_it(desk):
    texts = ('[港]{.index}\n\n[岬]{.index}', '[岬]{.index}[{港|みなと}]{.index}\n\n[岬]{.index}')
    asked = [str(each) for chapter in book(desk, *texts) for each in chapter.warnings]
    assert [each.partition(': ')[0] for each in asked] == [f'{desk.folder}/00.md:3']
    assert '岬' in asked[0] and 'reading=' in asked[0]
    assert not any(chapter.warnings for chapter in book(desk, *texts, index=''))


def test_a_word_is_one_entry_where_one_of_its_places_says_how_it_is_read(desk):
    chapters = book(
        desk, '[上手]{.index}', '[上手]{.index reading=カミテ}[上手]{.index reading=かみて}'
    )
    rows = index_of([chapter.index for chapter in chapters])
    assert [(head, [entry.term for entry in entries]) for head, entries in rows] == [
        ('か', ['上手'])
    ]
    assert [number for number, _ in rows[0][1][0].places] == [0, 1, 1]


def test_words_read_in_two_ways_are_two_entries(desk):
    (chapter,) = book(desk, '[上手]{.index reading=かみて}[上手]{.index reading=じょうず}')
    assert [head for head, _ in index_of([chapter.index])] == ['か', 'さ']


@pytest.mark.parametrize(
    'words',
    [
        # 清音, 濁音, 半濁音; then by size; then by script.
        ['は', 'ば', 'ぱ', 'はあ', 'はい'],
        ['びょういん', 'びよういん'],
        ['かあと', 'カード', 'かい'],
        ['カーブ', 'かあふう'],
        ['さくら', 'サクラ', 'さくらんぼ'],
        ['つき', 'つずく', 'つゝじ', 'つな'],
        ['あい', 'アイス', 'ｱｲﾛﾝ', 'あう'],
        ['ろば', 'わに', 'ヰ', 'をとこ', 'んだ', 'Alpha', 'Ångström', 'beta', '3', '二'],
    ],
)
def test_words_stand_in_the_order_of_the_gojuon(words):
    def key(word):
        return order_of('' if word == '二' else word, word)

    assert sorted(reversed(words), key=key) == words


@pytest.mark.parametrize(
    'reading, head',
    [
        ('がま', 'か'),
        ('ヴァイオリン', 'あ'),
        ('ぱん', 'は'),
        ('ょ', 'や'),
        ('ゐど', 'わ'),
        ('「ねこ」', 'な'),
        ('ｶﾞｽ', 'か'),
        ('Ａ', '欧文'),
        ('é', '欧文'),
        ('1984', 'その他'),
        ('Ωの', 'その他'),
        ('', 'その他'),
    ],
)
def test_a_word_stands_in_the_row_of_its_first_kana(reading, head):
    assert row_of(reading) == head


@given(some.lists(some.text('あかがぱっーゝアガーabＡ1「 ', max_size=6)))
def test_every_row_stands_once_and_every_place_is_named(readings):
    made = [
        IndexMark(str(n), reading or '語', reading, None) for n, reading in enumerate(readings)
    ]
    rows = index_of([made])
    heads = [head for head, _ in rows]
    assert heads == [head for head in (*'あかさたなはまやらわ', '欧文', 'その他') if head in heads]
    named = sorted(name for _, entries in rows for each in entries for _, name in each.places)
    assert named == sorted(mark.id for mark in made)


@pytest.mark.parametrize('said', ['reading=a ', 'term="あ" ', "reading='a' term=b "])
def test_what_begins_like_a_mark_a_hundred_times_over_is_text_at_once(desk, said):
    # Were there two ways to read each, all of them would be tried.
    text = f'[語]{{.index {said * 100}、'
    assert ''.join(desk.section(text).itertext()).startswith('[語]{.index')


@pytest.mark.parametrize('words', ['<b>', 'a&b', '</span><script>', '＞「」'])
def test_what_is_said_of_the_index_becomes_no_markup(desk, words):
    chapter = desk.chapter(f'[語]{{.index reading=よみ term="{words}"}}')
    assert not chapter.section.xpath('.//*[local-name()="script" or local-name()="b"]')
    assert [mark.term for mark in chapter.index] == [words]
