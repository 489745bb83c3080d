"""The table of a library."""

import json
from pathlib import Path
from urllib.parse import unquote

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from tategumi.library import Outcome, library_html, library_json

TEXT = st.text('海港<>&"\'/a%#? ', min_size=1, max_size=12).filter(str.strip)
OUTCOMES = st.dictionaries(
    TEXT.map(lambda text: Path('shelf', text.replace('/', ''))),
    st.builds(
        Outcome,
        st.sampled_from(['made', 'unchanged']),
        TEXT,
        st.integers(1, 9),
        st.integers(1, 99),
        TEXT.map(lambda text: (f'dist/{text}.pdf',)),
        st.lists(TEXT, max_size=2).map(tuple),
    )
    | st.builds(Outcome, st.just('failed'), fault=TEXT),
    max_size=4,
)


@given(OUTCOMES)
def test_the_page_shows_all_words_as_they_are_and_leads_to_the_books(outcomes):
    page = html.document_fromstring(library_html(outcomes, Path('desk/dist')))
    rows = page.findall('.//tbody/tr')
    assert len(rows) == len(outcomes)
    for row, (folder, outcome) in zip(rows, outcomes.items()):
        assert row.get('class') == outcome.state
        words = row.text_content()
        for word in (folder.as_posix(), outcome.title, outcome.fault, *outcome.warnings):
            assert word in words
        places = [Path('desk/dist', unquote(link.get('href'))) for link in row.iter('a')]
        assert [place.parts[4:] for place in places] == [
            (folder / file).parts for file in outcome.files
        ]
    assert page.find('.//script') is None
    assert {place.get('href') for place in page.iter('link')} == set()


@given(OUTCOMES)
def test_the_json_counts_every_book_once(outcomes):
    told = json.loads(library_json(outcomes))
    assert sum(told['summary'].values()) == len(told['books']) == len(outcomes)
    assert [book['title'] for book in told['books']] == [
        outcome.title for outcome in outcomes.values()
    ]
