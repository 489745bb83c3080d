"""Pictures and links that came with the seeds, in the manuscript and in the book."""

import pytest
from PIL import Image

from tategumi.manuscript import clean, read_chapters
from tategumi.markup import mark_up_book
from tategumi.settings import load_settings

PAGE = """<html><head><title>港の灯</title></head><body><article><h1>港の灯</h1>
<p>港の灯は消えなかった。夜が更けても、船は沖へ出ていった。<a href="#asa">朝の話</a>もある。</p>
<figure><img src="files/船.png" alt="沖の船"><figcaption>沖の<b>船</b></figcaption></figure>
<p>老いた灯台守は、窓のそばで長い手紙を書いていた。返事は来ない。</p>
<p><img src="https://example.com/far.png" alt="遠い港"></p>
<h2 id="yoru">夜</h2><p>風が強かった。<a href="#asa">朝</a>と<a href="#yoru">夜</a>の話である。</p>
<h2 id="asa">朝</h2><p>明け方になって、ようやく風が止んだ。鳥の声がした。</p></article>"""


@pytest.fixture
def root(tmp_path):
    (tmp_path / 'seeds' / 'files').mkdir(parents=True)
    draw(tmp_path / 'seeds' / 'files' / '船.png', 'black')
    (tmp_path / 'seeds' / 'a.html').write_text(PAGE, encoding='utf-8')
    return tmp_path


def draw(path, colour):
    Image.new('RGB', (90, 60), colour).save(path)


def book(root):
    """The manuscript in one piece, and the bodies of its chapters, marked up."""
    clean(root, load_settings(root))
    settings = load_settings(root)
    chapters = read_chapters(settings)
    return ''.join(chapter.text for chapter in chapters), ''.join(
        chapter.xhtml for chapter in mark_up_book(chapters, settings)
    )


def test_a_picture_beside_the_seed_is_a_figure_with_its_words_and_caption(root):
    _, body = book(root)
    assert (
        '<figure><img alt="沖の船" src="pictures/files/%E8%88%B9.png"/>'
        '<figcaption>沖の<strong>船</strong></figcaption></figure>'
    ) in body
    assert (root / 'book/pictures/files/船.png').read_bytes() == (
        root / 'seeds/files/船.png'
    ).read_bytes()


def test_a_picture_from_elsewhere_leaves_its_words(root):
    text, body = book(root)
    assert '遠い港\n{: .caption }' in text and body.count('<img') == 1


def test_captions_of_pictures_that_are_there_stay_when_those_of_others_are_dropped(root):
    (root / 'book').mkdir()
    (root / 'book' / 'book.yaml').write_text('captions: drop', encoding='utf-8')
    text, _ = book(root)
    assert '沖の**船**\n{: .caption }' in text and '遠い港' not in text


def test_links_lead_to_heads_of_their_own_chapter_and_of_others(root):
    text, body = book(root)
    assert '[朝の話](#朝)もある。' in text and '[朝](#朝)と[夜](#夜)の話である。' in text
    assert '<a href="#chapter-01-heading-1">夜</a>' in body
    assert body.count('<a href="#chapter-02-heading-1">朝') == 2


def test_of_a_link_to_a_place_that_is_no_head_the_words_stay(root):
    page = root / 'seeds' / 'a.html'
    page.write_text(PAGE.replace(' id="asa"', ''), encoding='utf-8')
    text, _ = book(root)
    assert '朝の話もある。' in text and '朝と[夜](#夜)の話である。' in text


def test_a_picture_the_editor_retouched_is_never_overwritten(root):
    book(root)
    place = root / 'book/pictures/files/船.png'
    draw(place, 'red')
    retouched = place.read_bytes()
    draw(root / 'seeds/files/船.png', 'blue')
    book(root)
    assert place.read_bytes() == retouched


def test_a_picture_nobody_touched_is_that_of_the_new_scrape(root):
    book(root)
    draw(root / 'seeds/files/船.png', 'blue')
    book(root)
    assert (root / 'book/pictures/files/船.png').read_bytes() == (
        root / 'seeds/files/船.png'
    ).read_bytes()


def test_the_pictures_of_a_markdown_seed(root):
    (root / 'seeds' / 'a.html').unlink()
    (root / 'seeds' / 'a.md').write_text(
        '# 港の灯\n\n船が出た。\n\n![沖の船](files/船.png "沖")\n\n字は![船](files/船.png)だ。'
        '[港](/minato)へ。![灯](灯.png)だ。\n\n![遠い港](https://example.com/far.png)\n',
        encoding='utf-8',
    )
    text, body = book(root)
    assert '字は![船](../pictures/files/船.png)だ。港へ。灯だ。' in text
    assert body.count('<img') == 2 and '<figcaption>沖</figcaption>' in body
    assert '遠い港\n{: .caption }' in text


def test_a_damaged_picture_beside_the_seed_is_as_one_that_is_not_there(root):
    """Its words and caption stay; the book can be made."""
    path = root / 'seeds' / 'files' / '船.png'
    whole, _ = book(root)
    path.write_bytes(path.read_bytes()[:40])
    text, body = book(root)
    assert '船.png' in whole and '船.png' not in text
    assert '<img' not in body and '沖の' in body


def test_a_picture_that_a_chapter_names_may_lie_beside_the_seed(root):
    book(root)
    draw(root / 'seeds' / '灯台.png', 'grey')
    chapter = root / 'book' / 'chapters' / '99-絵.md'
    chapter.write_text('# 絵\n\n![灯台](灯台.png)\n岬の灯台。\n', encoding='utf-8')
    _, body = book(root)
    assert 'src="pictures/%E7%81%AF%E5%8F%B0.png"/><figcaption>岬の灯台。' in body


def test_a_drawing_beside_the_seed_stands_in_the_book(root):
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>'
    (root / 'seeds' / '線.svg').write_text(drawing, encoding='utf-8')
    markdown = '# 線\n\nはじめの段落である。\n\n![](線.svg)\n'
    (root / 'seeds' / 'b.md').write_text(markdown, encoding='utf-8')
    _, body = book(root)
    assert 'src="pictures/%E7%B7%9A.svg"' in body
