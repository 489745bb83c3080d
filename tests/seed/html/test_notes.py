"""Notes of pages, as the programs that make pages write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tategumi.seed.html import article_pieces
from tategumi.seed.html.pieces import pieces_of

TEXT = '港の灯は消えなかった'

FORMS = {
    'markdown': (
        '<p>港の灯<sup id="fnref:1"><a href="#fn:1" class="footnote-ref">1</a></sup>'
        'は消えない。</p>'
        '<div class="footnotes"><hr><ol><li id="fn:1"><p>灯台の灯。'
        '<a href="#fnref:1" title="戻る">↩</a></p></li></ol></div>'
    ),
    'encyclopedia': (
        '<p>港の灯<sup id="cite_ref-1" class="reference"><a href="#cite_note-1">[1]</a></sup>'
        'は消えない。</p><ol><li id="cite_note-1"><span class="mw-cite-backlink"><b>'
        '<a href="#cite_ref-1">^</a></b></span> '
        '<span class="reference-text">灯台の灯。</span></li></ol>'
    ),
    'newsletter': (
        '<p>港の灯<a id="footnote-anchor-1" href="#footnote-1" target="_self">1</a>'
        'は消えない。</p>'
        '<div class="footnote"><a id="footnote-1" href="#footnote-anchor-1">1</a>'
        '<div class="footnote-content"><p>灯台の灯。</p></div></div>'
    ),
    'word processor': (
        '<p>港の灯<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a>は消えない。</p><hr>'
        '<div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> 灯台の灯。</p></div>'
    ),
    'Japanese blog': (
        '<p>港の灯<span class="footnote">'
        '<a href="#f-8b8" name="fn-8b8" title="灯台の灯。">*1</a></span>は消えない。</p>'
        '<div class="footnote"><p class="footnote"><a href="#fn-8b8" name="f-8b8">*1</a>'
        '<span class="footnote-delimiter">:</span>'
        '<span class="footnote-text">灯台の灯。</span></p></div>'
    ),
    'by hand': (
        '<p>港の灯（<a id="r1" href="#n1">注1</a>）は消えない。</p>'
        '<p id="n1">（注1）灯台の灯。<a href="#r1">▲</a></p>'
    ),
}


def said(source):
    return [piece.markdown for piece in pieces_of(source) if piece.markdown.strip('* ')]


@pytest.mark.parametrize('page', FORMS.values(), ids=FORMS.keys())
def test_a_call_and_its_note_are_those_of_the_manuscript(page):
    assert said(page) == ['港の灯[^1]は消えない。', '[^1]: 灯台の灯。']


def test_further_paragraphs_of_a_note_are_of_it_and_the_next_text_is_not():
    assert said(
        '<p>灯<a id="r" href="#n">1</a>。</p>'
        '<ol><li id="n"><p>一。</p><p>二。<a href="#r">↩</a></p></li></ol><p>了。</p>'
    ) == ['灯[^1]。', '[^1]: 一。', '    二。', '了。']


def test_two_calls_of_one_note_have_its_number():
    assert said(
        '<p>灯<sup id="r0"><a href="#n1">[1]</a></sup>、'
        '舟<sup id="r1"><a href="#n1">[1]</a></sup>。</p>'
        '<ul><li id="n1"><a href="#r0">a</a> <a href="#r1">b</a> 注。</li></ul>'
    ) == ['灯[^1]、舟[^1]。', '[^1]: 注。']


@pytest.mark.parametrize(
    'page',
    [
        '<p><a id="t1" href="#s1">1</a></p><h2 id="s1">港<a href="#t1">↑</a></h2>',
        '<p><a id="t1" href="#s1">第一章　港</a></p><p id="s1">灯。<a href="#t1">目次へ</a></p>',
        '<p>灯<a href="#n1">1</a>。</p><p id="n1">注。</p>',
        '<p>灯<a href="#n1" id="r1">1</a>。</p>'
        '<section id="n1"><p>港。</p><a href="#r1">↑</a></section>',
    ],
)
def test_other_links_on_the_page_are_no_notes(page):
    assert not any('[^' in line for line in said(page))


def test_a_figure_that_begins_the_text_of_a_note_stays():
    assert (
        said(
            '<p>灯<a id="r" href="#n">1</a>。</p>'
            '<ol><li id="n">1 羽の鳥。<a href="#r">↩</a></li></ol>'
        )[1]
        == '[^1]: 1 羽の鳥。'
    )


def test_notes_are_of_the_article_though_they_stand_in_the_foot_of_the_page():
    paragraphs = ''.join(
        f'<p>{TEXT}。{TEXT}、と老人は言った。それは{number}日前のことだ。</p>'
        for number in range(12)
    )
    page = (
        f'<html><body><article><h1>港</h1>{paragraphs}'
        f'<p>{TEXT}<sup id="r"><a href="#n">1</a></sup>。</p></article>'
        '<footer><ol><li id="n">注。<a href="#r">↩</a></li></ol><p>© 港</p></footer>'
    )
    kept = [piece.markdown for piece, is_outside in article_pieces(page) if not is_outside]
    assert f'{TEXT}[^1]。' in kept and '[^1]: 注。' in kept and '© 港' not in kept


def test_a_link_back_that_is_the_word_explained_stays():
    assert (
        said(
            '<p>港の灯<a id="r" href="#n">1</a>。</p>'
            '<p id="n"><a href="#r">港の灯</a>：灯台のこと。</p>'
        )[1]
        == '[^1]: 港の灯：灯台のこと。'
    )


PARTS = st.sampled_from(
    [
        '<p>',
        '</p>',
        '<li id="n">',
        '</li>',
        '<a href="#n" id="r">',
        '<a href="#r">',
        '</a>',
        '1',
        '<sup id="r">',
        '</sup>',
        '<ol>',
        '</ol>',
        '港。',
        '<h2>',
        '</h2>',
        '<div id="n">',
        '</div>',
        '<table><tr><td>',
        '</table>',
        '<ruby>',
        '<rt>',
        '</ruby>',
        '<code>',
        '</code>',
        '<br>',
    ]
)


@given(st.lists(PARTS, max_size=16).map(''.join))
def test_no_word_is_lost_however_the_links_lie(source):
    pieces = pieces_of(source)
    assert ''.join(source[piece.start : piece.end] for piece in pieces) == source
    assert sum(piece.markdown.count('港。') for piece in pieces) == source.count('港。')
