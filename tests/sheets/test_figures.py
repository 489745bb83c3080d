"""What code reckons with stands in the press's sheets, and is taken from there."""

import pytest

from tategumi.sheets import figures
from tategumi.sheets.figures import sheet_figure

SHEET = """
h2, h3 { padding: 1rlh; margin: auto 2em }
:is(h2, p) + h3 { padding: 5rlh }
h3 { padding: 2.5% }
@page { h3 { padding: 9em } }
"""


@pytest.fixture(autouse=True)
def sheet(tmp_path, monkeypatch):
    (tmp_path / 'a.css').write_text(SHEET)
    monkeypatch.setattr(figures, 'STYLES', tmp_path)
    for cached in (figures.sheet_figure, figures._rules):
        cached.cache_clear()
    yield
    for cached in (figures.sheet_figure, figures._rules):
        cached.cache_clear()


def test_a_figure_is_that_of_the_last_rule_with_just_the_selector():
    assert sheet_figure('a.css', 'h2', 'padding') == 1
    assert sheet_figure('a.css', 'h2', 'margin') == 2
    assert sheet_figure('a.css', 'h3', 'padding') == 2.5


@pytest.mark.parametrize('selector, name', [('h4', 'padding'), ('h2', 'border'), ('p', 'padding')])
def test_what_no_rule_says_is_missed(selector, name):
    with pytest.raises(LookupError, match=f'no {name} of {selector}'):
        sheet_figure('a.css', selector, name)
