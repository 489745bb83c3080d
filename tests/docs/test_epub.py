"""What docs/epub.md tells of the EPUB is so."""

import dataclasses
from pathlib import Path

from tategumi.settings import Epub, Settings, load_settings

EPUB = (Path(__file__).parents[2] / 'docs' / 'epub.md').read_text(encoding='utf-8')


def test_its_example_is_the_defaults(tmp_path):
    (tmp_path / 'book').mkdir()
    example = '\n'.join(
        line[4:] for line in EPUB.split('## ')[0].splitlines() if line.startswith('    ')
    )
    (tmp_path / 'book' / 'book.yaml').write_text(example, encoding='utf-8')
    settings = load_settings(tmp_path)
    assert 'epub:' in example and settings.epub == Epub()
    assert 'writing:' in example and settings.writing == Settings(tmp_path).writing


def test_it_tells_every_setting_of_the_epub():
    names = ['writing', *(field.name for field in dataclasses.fields(Epub))]
    assert all(f'\n## `{name}`' in EPUB for name in names)
