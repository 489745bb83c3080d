"""What elements within a line say: the same in whatever they are written, and no text lost."""

import pytest
from lxml import etree

from tategumi.manuscript import Chapter
from tategumi.markup import mark_up
from tategumi.seed.bbcode import markdown_lines
from tategumi.seed.elements import FORMS, OF_PAGES_ALONE, in_notation
from tategumi.seed.tags import without_tags
from tategumi.seed.text import seed_text
from tategumi.settings import Settings

ELEMENTS = sorted(set(FORMS) - {'bouten'})
SHOWN = {
    **dict.fromkeys(('b', 'strong'), 'strong'),
    **dict.fromkeys(('i', 'em', 'cite', 'dfn', 'var'), 'em'),
    **dict.fromkeys(('s', 'del', 'strike'), 's'),
    **dict.fromkeys(('code', 'kbd', 'samp', 'tt'), 'code'),
    'mark': 'mark',
    'u': 'span',
    'small': 'span',
    'big': 'span',
    'sup': 'sup',
    'sub': 'sub',
}


def shown(tmp_path, markdown):
    """The paragraph of the book that a line of the manuscript is."""
    section = mark_up(Chapter(tmp_path / '01.md', 0, f'# 題\n\n{markdown}'), Settings(tmp_path))
    return section.section[1]


def tags(paragraph):
    return [etree.QName(each).localname for each in paragraph.iterdescendants()]


@pytest.mark.parametrize('tag', ELEMENTS)
def test_an_element_that_is_typed_keeps_its_form(tmp_path, tag):
    (line,) = without_tags([f'港の<{tag}>灯り</{tag}>だ'], typed=True)
    assert tags(shown(tmp_path, line)) == [SHOWN[tag]]


@pytest.mark.parametrize('outer', ELEMENTS)
@pytest.mark.parametrize('inner', ELEMENTS)
def test_no_text_of_elements_beside_and_within_one_another_is_lost(tmp_path, outer, inner):
    around = f'<{outer}>丙<{inner}>丁</{inner}>戊</{outer}>'
    typed = f'前<{outer}>甲</{outer}><{inner}>乙</{inner}>{around}後'
    (line,) = without_tags([typed], typed=True)
    assert ''.join(shown(tmp_path, line).itertext()) == '前甲乙丙丁戊後'


@pytest.mark.parametrize('tag', sorted(set(ELEMENTS) - OF_PAGES_ALONE - {'sup', 'sub'}))
def test_a_page_says_it_as_an_editor_does(tag):
    html = f'<html><body><article><p>港の<{tag}>灯り</{tag}>だ。</p></article></body></html>'
    (typed,) = without_tags([f'港の<{tag}>灯り</{tag}>だ。'], typed=True)
    assert typed in [line.markdown for line in seed_text('a.html', html).lines]


@pytest.mark.parametrize('tag', ['b', 'i', 's', 'u', 'sup'])
def test_a_forum_says_it_as_an_editor_does(tag):
    ((line, _),) = markdown_lines([f'港の[{tag}]灯り[/{tag}]だ'])
    assert line == f'港の{in_notation(tag, "灯り")}だ'


@pytest.mark.parametrize('exponent', ['n+k', 'ab', '−1/2', 'i,j', 'α'])
def test_a_page_keeps_what_stands_above_the_line(exponent):
    html = f'<html><body><article><p>値は2<sup>{exponent}</sup>だ。</p></article></body></html>'
    assert f'値は2[{exponent}]{{.sup}}だ。' in [
        line.markdown for line in seed_text('a.html', html).lines
    ]


@pytest.mark.parametrize('mark', ['th', '注1', '*1', '[3]'])
def test_ordinals_and_calls_of_notes_are_text(mark):
    html = f'<html><body><article><p>値は10<sup>{mark}</sup>だ。</p></article></body></html>'
    lines = [line.markdown for line in seed_text('a.html', html).lines]
    assert f'値は10{mark}だ。' in [(line or '').replace('\\', '') for line in lines]
