"""What the samples measure is said at the end of the test run."""

import pytest

FIGURES = pytest.StashKey()


@pytest.fixture
def say(pytestconfig):
    """``say(line)``: a line for the end of the test run."""
    return pytestconfig.stash.setdefault(FIGURES, []).append


def pytest_terminal_summary(terminalreporter, config):
    lines = config.stash.get(FIGURES, [])
    if lines:
        terminalreporter.section('cleaning the samples')
        for line in lines:
            terminalreporter.write_line(line)
