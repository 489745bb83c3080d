"""What docs/page.md tells of the page is so."""

import dataclasses
import re
from pathlib import Path

import pytest

from tategumi.page.papers import PAPERS
from tategumi.settings import Settings, load_settings

PAGE = (Path(__file__).parents[2] / 'docs' / 'page.md').read_text(encoding='utf-8')


@pytest.mark.parametrize('paper', PAPERS)
def test_the_table_has_the_figures_of_the_papers(paper):
    (row,) = re.findall(rf'^\| `{paper}` \| (.*) \|$', PAGE, re.M)
    figures = [float(figure) for figure in re.split(r' [×|] ', row)]
    assert figures == list(dataclasses.astuple(PAPERS[paper])[:9])


def test_its_examples_are_settings(tmp_path):
    (tmp_path / 'book').mkdir()
    example = '\n'.join(line[4:] for line in PAGE.splitlines() if line.startswith('    '))
    (tmp_path / 'book' / 'book.yaml').write_text(example, encoding='utf-8')
    assert load_settings(tmp_path).kihon_hanmen.lines == 17


def test_it_tells_every_setting_of_the_page():
    fields = [field.name for field in dataclasses.fields(Settings)]
    of_the_page = fields[fields.index('page') : fields.index('captions')]
    assert all(f'`{name}' in PAGE or f'    {name}:' in PAGE for name in of_the_page)
