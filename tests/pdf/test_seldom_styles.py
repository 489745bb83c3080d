"""A pseudo-element has the style it has where WeasyPrint computes the styles of all."""

import pytest
from weasyprint import CSS, HTML, css
from weasyprint.css import StyleFor, get_all_computed_styles
from weasyprint.css.targets import TargetCollector
from weasyprint.text.fonts import FontConfiguration

from tategumi.engine import replaced
from tategumi.pdf.layout.seldom_styles import SeldomStyleFor

PSEUDO = (
    'marker footnote-call footnote-marker note-call note-marker note-callback '
    'before after first-letter first-line'
).split()
ASKED = ('content', 'font_size', 'color', 'white_space', 'vertical_align', 'text_transform')

SHEETS = {
    'none': '',
    'by name': 'li::marker { content: "・"; color: red } aside::footnote-call { content: "※" }',
    'by class and id': '.a::marker { color: green } #b::marker { color: blue !important }',
    'for all': '::marker { white-space: nowrap } *::note-call { color: gray; font-size: 2em }',
    'layers': (
        '@layer one, two; @layer two { li::marker { color: red } }'
        '@layer one { li.a::marker { color: lime; content: "一" } } p::before { content: "¶" }'
    ),
    'in a note': 'aside { float: footnote; color: navy } li { font-size: 20px; color: #123 }',
}
BODY = """<body><p id="b">港<q lang="ja">灯</q></p><ul><li class="a" id="b">一</li><li>二
<aside class="a">注</aside></li></ul></body>"""


def styles(sheet, kind):
    """The values of each pseudo-element of each element, and which anchors were found."""
    html, targets = HTML(string=f'<style>{sheet}</style>{BODY}'), TargetCollector()
    with replaced([(css, 'StyleFor', kind)]):
        style_for = get_all_computed_styles(
            html, [CSS(string='li::marker { font-size: 3px }')], False, FontConfiguration(),
            target_collector=targets,
        )  # fmt: skip
    found = [
        style and [style[name] for name in ASKED]
        for element in html.etree_element.iter()
        for style in (style_for(element, name) for name in PSEUDO)
    ]
    return found, targets.target_lookup_items.keys()


@pytest.mark.parametrize('name', SHEETS)
def test_styles_are_those_of_weasyprint(name):
    found = styles(SHEETS[name], SeldomStyleFor)
    assert found == styles(SHEETS[name], StyleFor)
    assert any(found[0])


def test_nobody_asks_for_them_and_they_are_not_there():
    html = HTML(string=BODY)
    with replaced([(css, 'StyleFor', SeldomStyleFor)]):
        style_for = get_all_computed_styles(html)
    assert not {name for _, name in style_for.get_computed_styles()} & {'marker', 'note-call'}
    assert style_for(html.etree_element.find('.//li'), 'marker')['font_size']
    assert not style_for.get_cascaded_styles()
