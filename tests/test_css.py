"""Text of others stays one string of CSS, wherever the sheet stands."""

import tinycss2
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from tategumi.css import css_families, css_string

HOSTILE = st.lists(
    st.sampled_from(
        ['"', "'", '\\', '\n', '\f', '\r', '/*', '*/', '</style>', '<!--', ']]>', '}', ';', '\0']
    )
    | st.text(max_size=4)
).map(''.join)


@given(HOSTILE)
def test_text_is_one_string_of_css_and_reads_as_it_was(text):
    (token,) = tinycss2.parse_component_value_list(css_string(text))
    assert token.type == 'string'
    assert token.value == ''.join(c for c in text if c and not '\ud800' <= c <= '\udfff').replace(
        '\0', ''
    )


@given(HOSTILE)
def test_no_sheet_in_a_page_ends_with_it(text):
    page = f'<style>a {{ b: {css_string(text)} }}</style><p>港</p>'
    made = html.document_fromstring(page)
    assert [node.tag for node in made.iter()] == ['html', 'head', 'style', 'body', 'p']


@given(st.lists(HOSTILE, max_size=3))
def test_names_of_families_are_a_list_of_strings(names):
    tokens = tinycss2.parse_component_value_list(css_families(names, 'serif'))
    assert [token.type for token in tokens if token.type not in ('whitespace', 'literal')] == [
        *['string'] * len(names),
        'ident',
    ]
