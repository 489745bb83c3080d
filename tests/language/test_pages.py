"""The pages and the summary that an editor reads are in one language alone."""

import re

import pytest
from lxml import html

from tategumi.cli import main
from tategumi.east_asian import columns
from tategumi.language import language_of
from tategumi.messages import SLOT
from tests.language.test_catalogue import TEMPLATES

SEED = """港の灯

共有
ログイン

01 はじまり

「もう帰るのかい!?」と女将が言った。AI の時代になっても、灯は消えない。サスケヴァーは笑った

02 おわり

　船は沖へ出た。（夜が明けた。

コメント
"""

#: Parts of English templates of two words and more.
ENGLISH = {
    part.strip(' .:;,()')
    for template in TEMPLATES
    for part in SLOT.sub('\n', template).split('\n')
    if re.search(r'[A-Za-z]{3,} [a-z]{2,}', part)
}


def words_of(path):
    page = html.document_fromstring(path.read_bytes())
    for style in page.xpath('//style'):
        style.drop_tree()
    return page, page.text_content()


@pytest.fixture
def book(tmp_path, monkeypatch):
    monkeypatch.setenv('LANGUAGE', 'en')
    (tmp_path / 'a' / 'seeds').mkdir(parents=True)
    (tmp_path / 'a' / 'seeds' / 'a.txt').write_text(SEED, encoding='utf-8')
    return tmp_path / 'a'


def test_each_report_is_whole_in_japanese(book, capsys):
    assert main(['--lang', 'ja', 'proof', '--root', str(book)]) == 0
    assert main(['--lang', 'ja', 'library', str(book), '--root', str(book), '--jobs', '1']) == 0
    for name in ('cleaning.html', 'proof/index.html', 'library.html'):
        page, text = words_of(book / 'dist' / name)
        assert page.get('lang') == 'ja' and page.findtext('.//title')
        assert not sorted(part for part in ENGLISH if part in text), name
    said = capsys.readouterr()
    assert not sorted(part for part in ENGLISH if part in said.out + said.err)
    assert '要確認' in said.out and '書いたもの' in said.out


def test_a_report_is_written_anew_where_another_language_is_asked_for(book):
    for tag, words in (('en', 'What became of the seeds'), ('ja', '原稿素材の行方')) * 2:
        assert main(['--lang', tag, 'epub', '--root', str(book)]) == 0
        page, text = words_of(book / 'dist' / 'cleaning.html')
        assert page.get('lang') == tag and words in text


def test_the_books_are_the_same_bytes_whatever_the_language(book):
    made = []
    for tag in ('en', 'ja'):
        assert main(['--lang', tag, 'all', '--no-cache', '--root', str(book)]) == 0
        made.append([path.read_bytes() for path in sorted(book.glob('dist/港の灯.*'))])
    assert len(made[0]) == 2 and made[0] == made[1]


def test_the_facts_of_the_summary_stand_in_a_column(book, capsys):
    assert main(['--lang', 'ja', 'clean', '--root', str(book)]) == 0
    facts = capsys.readouterr().out.partition('\n\n')[0].splitlines()
    starts = {columns(re.match(r'\S+ {2,}', line)[0]) for line in facts}
    assert len(facts) > 3 and len(starts) == 1


def test_the_summary_says_the_lines_of_the_text_that_the_editor_named(book, capsys):
    (book / 'book').mkdir()
    (book / 'book' / 'book.yaml').write_text('title: 本\ntext: {seeds/a.txt: 6-8}\n', 'utf-8')
    assert main(['clean', '--root', str(book)]) == 0
    assert re.search(r'the text +a\.txt: lines 6–8 of \d+; ', capsys.readouterr().out)
    assert main(['--lang', 'ja', 'clean', '--root', str(book)]) == 0
    assert re.search(r'本文 +a\.txt: \d+行のうち6〜8行', capsys.readouterr().out)


def test_what_explain_prints_is_in_the_language_of_the_cleaning(book, capsys):
    assert main(['--lang', 'ja', 'clean', '--root', str(book)]) == 0
    capsys.readouterr()
    for line in (1, 3, 6, 8):
        assert main(['--lang', 'ja', 'explain', f'seeds/a.txt:{line}', '--root', str(book)]) == 0
    said = capsys.readouterr().out
    assert said and not sorted(part for part in ENGLISH if part in said)
    assert language_of('ja').translate('dropped') in said
