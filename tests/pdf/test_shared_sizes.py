"""Boxes of one style share their sizes, which are those that WeasyPrint resolves for each."""

import pytest
from weasyprint import CSS, HTML
from weasyprint.css import get_all_computed_styles
from weasyprint.formatting_structure.boxes import BlockBox, PageBox, TableBox
from weasyprint.layout.percent import resolve_percentages as resolve

from tategumi.pdf.layout.shortcuts import resolve_percentages

STYLES = {
    'none': '',
    'percent': 'margin: 5% 1em; padding: 2% 3px; width: 50%; max-width: 40%',
    'auto': 'margin: 0 auto; height: 50%; min-height: 10%',
    'boxes': 'box-sizing: border-box; width: 90px; height: 90px; padding: 7%; border: 3px solid',
    'calc': 'width: calc(100% - 2em); margin-top: calc(10px + 5%); max-height: 80%',
}
SIZES = [(100, 200), (300, 'auto'), (100, 'auto'), (100, 200)]


def style_of(declarations):
    html = HTML(string='<p>港</p>')
    style_for = get_all_computed_styles(html, [CSS(string=f'p {{ {declarations} }}')])
    return style_for(html.etree_element.find('.//p'))


def sizes(resolve, style, containing_block, kind=BlockBox):
    box = PageBox(None, style) if kind is PageBox else kind('p', style, None, [])
    resolve(box, containing_block)
    return {name: value for name, value in vars(box).items() if name not in ('style', 'page_type')}


@pytest.mark.parametrize('name', STYLES)
@pytest.mark.parametrize('kind', [BlockBox, TableBox])
def test_sizes_are_those_of_weasyprint(name, kind):
    style = style_of(STYLES[name])
    for size in SIZES:
        found = sizes(resolve_percentages, style, size, kind)
        assert found == sizes(resolve, style_of(STYLES[name]), size, kind)


def test_a_containing_block_that_is_a_box_counts_by_its_size():
    style, around = style_of(STYLES['percent']), BlockBox('div', style_of(''), None, [])
    for around.width, around.height in SIZES:
        found = sizes(resolve_percentages, style, around)
        assert found == sizes(resolve, style, (around.width, around.height))


@pytest.mark.parametrize('attribute', ['is_flex_item', 'is_grid_item'])
def test_what_has_its_style_changed_as_it_is_laid_out_has_sizes_of_its_own(attribute):
    style, changed = style_of('width: 50%'), style_of('width: 70%')
    box = BlockBox('p', style, None, [])
    setattr(box, attribute, True)
    resolve_percentages(box, (100, 200))
    box.style['width'] = changed['width']
    resolve_percentages(box, (100, 200))
    assert box.width == 70


def test_margins_of_a_page_above_and_below_go_by_its_height():
    style = style_of('margin: 10%')
    assert sizes(resolve_percentages, style, (100, 200))['margin_top'] == 10
    assert sizes(resolve_percentages, style, (100, 200), PageBox)['margin_top'] == 20


def test_borders_that_cells_share_are_not_those_of_their_style():
    box = BlockBox('p', style_of('border-collapse: collapse; border: 3px solid'), None, [])
    box.border_top_width = 1
    resolve_percentages(box, (100, 200))
    assert (box.border_top_width, box.border_left_width) == (1, 3)
