"""A page in the form of 青空文庫: the work alone is the text, its colophon the book's metadata."""

from tategumi.cleaning import clean_seed
from tategumi.manuscript import compose
from tategumi.seed import seed_text
from tategumi.settings import Creator, Credit

LINES = [
    '　裏の畑に、朝から霧が下りてゐた。鍬の音だけが聞こえる。',
    '「おうい」',
    '　呼ぶと、音が止んだ。霧の中から、父の<img alt="{gaiji}" class="gaiji" />笠が出た。',
    '　二人は畦に腰を下ろして、握り飯を分けた。日はまだ低い。',
]
PAGE = """<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="ja"><head><title>田中三郎 霧の畑</title>
<meta name="DC.Title" content="霧の畑" /><meta name="DC.Creator" content="田中三郎" /></head><body>
<div class="metadata"><h1 class="title">霧の畑</h1><h2 class="author">田中三郎</h2></div>
<div class="main_text"><br />{text}<br /></div>
<div class="bibliographical_information"><hr />底本：「霧の畑」畑書房<br />
1951（昭和26）年3月5日発行<br />入力：木村四郎<br />校正：小林五郎<br />
このファイルは、図書館で作られました。作つたのは、ボランティアの皆さんです。<br /></div>
<div class="notation_notes"><hr />●表記について
<ul><li>このファイルの表記は底本のままです。</li></ul></div>
</body></html>"""


def cleaned(gaiji):
    text = '<br />\n'.join(LINES * 3).replace('{gaiji}', gaiji)
    article, _ = clean_seed(seed_text('seeds/a.html', PAGE.replace('{text}', text)))
    return article, '\n'.join(chapter.text for chapter in compose([article]))


def test_the_work_alone_is_the_text_and_the_colophon_its_credits():
    article, text = cleaned('※(「木＋世」、第3水準1-85-56)')
    assert (article.title, article.creators) == ('霧の畑', (Creator('田中三郎'),))
    assert article.source == '「霧の畑」畑書房'
    assert article.credits == (
        Credit('底本', '「霧の畑」畑書房'),
        Credit('入力', '木村四郎'),
        Credit('校正', '小林五郎'),
    )
    assert '握り飯' in text
    assert not any(words in text for words in ('発行', 'ファイル', '表記', '底本', '田中'))


def test_a_picture_of_a_character_is_the_character_by_its_code_else_its_note():
    assert '父の枻笠が出た' in cleaned('※(「木＋世」、第3水準1-85-56)')[1]
    assert '父の﨑笠が出た' in cleaned('※(「崎のつくり」、U+FA11)')[1]
    assert '崩れた字' in cleaned('※(「崩れた字」、123-4)')[1]
