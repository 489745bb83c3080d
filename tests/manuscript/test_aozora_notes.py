"""The notes of 青空文庫, from a seed to both books' text."""

import pytest
from PIL import Image

from tategumi.manuscript import clean, read_chapters
from tategumi.manuscript.aozora import from_aozora
from tategumi.markup import mark_up_book
from tategumi.settings import load_settings

RULE = '-' * 55
HEAD = f'港の灯\n山田花子\n\n{RULE}\n【テキスト中に現れる記号について】\n\n《》：ルビ\n{RULE}\n\n'
FOOT = '\n\n底本：「港の灯」架空書房\n入力：青井太郎\n'


@pytest.fixture
def book(tmp_path):
    def made(body):
        (tmp_path / 'seeds').mkdir(exist_ok=True)
        (tmp_path / 'seeds' / 'a.txt').write_text(HEAD + body + FOOT, encoding='utf-8')
        result = clean(tmp_path, load_settings(tmp_path))
        settings = load_settings(tmp_path)
        chapters = read_chapters(settings)
        text = '\n'.join(chapter.text for chapter in chapters)
        xhtml = ''.join(chapter.xhtml for chapter in mark_up_book(chapters, settings))
        return text, xhtml, result.record.suspicions

    return made


@pytest.mark.parametrize(
    'line, written',
    [
        ('いよ／＼、しみ／″＼。', 'いよ〳〵、しみ〴〵。'),
        ('｜代る／″＼《かはる／″＼》に。', '{代る〴〵|かはる〴〵}に。'),
        ('あつ※［＃感嘆符二つ、1-8-75］と※［＃ローマ数字2、1-13-22］。', 'あつ‼とⅡ。'),
        ('人※［＃始め二重山括弧、1-1-52］ひ※［＃終わり二重山括弧、1-1-53］。', '人\\《ひ》。'),
        ('［＃ここから太字］\n港の灯が消えた。\n［＃ここで太字終わり］', '**港の灯が消えた。**'),
        (
            '［＃ここから１段階小さな文字］\n港の灯。\n［＃ここで小さな文字終わり］',
            '[港の灯。]{.small}',
        ),
        ('読［＃レ］書［＃（ヲ）］。', '読[レ]{.kaeriten}書[ヲ]{.okurigana}。'),
    ],
)
def test_what_a_note_says_is_said_in_the_manuscript(book, line, written):
    text, xhtml, suspicions = book(f'　夜になった。\n　{line}')
    assert written in text and '［＃' not in xhtml
    assert not suspicions


def test_pictures_beside_the_seed_stand_in_the_book(book, tmp_path):
    (tmp_path / 'seeds').mkdir()
    Image.new('RGB', (30, 20), 'black').save(tmp_path / 'seeds' / 'fig1.png')
    _, xhtml, suspicions = book(
        '　海を見た。\n　［＃挿絵（fig1.png、横300×縦200）入る］\n'
        '［＃「岬の図」のキャプション付きの図（fig1.png、横30×縦20）入る］\n　終わった。'
    )
    assert '<figure><img alt="挿絵" src="pictures/fig1.png"/></figure>' in xhtml
    assert '<figcaption>岬の図</figcaption>' in xhtml
    assert not suspicions


def test_what_the_manuscript_cannot_hold_is_listed_by_line(book):
    text, _, suspicions = book(
        '　海を見た。\n［＃ここから横組み］\n　港の灯。\n［＃ここで横組み終わり］\n'
        '　※［＃「口＋奇」、12-3］と笑った。'
    )
    assert '港の灯。' in text
    found = [(place.line, suspicion.rule) for place, suspicion in suspicions]
    assert found == [(11, 'aozora-block-left-out'), (14, 'aozora-note')]


@pytest.mark.parametrize('kind', ['太字', '斜体', '１段階大きな文字', 'キャプション'])
def test_a_block_that_nothing_ends_goes_on_to_the_colophon_and_is_told(book, kind):
    text, xhtml, suspicions = book(f'　朝の文。\n［＃ここから{kind}］\n　夜の文。')
    assert '夜の文。' in xhtml and '底本' not in text and '青井太郎' not in text
    found = [(place.line, suspicion.rule) for place, suspicion in suspicions]
    assert (11, 'aozora-block-without-end') in found


def test_words_on_the_line_of_a_note_that_is_left_out_stay_in_a_chapter():
    lines = ['［＃ここから横組み］横の文。', '次の文。', '［＃ここで横組み終わり］']
    lines += ['［＃ここから太字］', '太い文。']
    made, _ = from_aozora(lines)
    text = ''.join(line for line, _ in made)
    assert all(words in text for words in ('横の文。', '次の文。', '**太い文。**')), text
