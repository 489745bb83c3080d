"""On a machine without Japanese fonts no book of empty squares is made."""

import subprocess
import sys

import pytest

from .conftest import PRESS


@pytest.mark.parametrize('output', ['pdf', 'print'])
def test_a_machine_without_a_japanese_font_is_told_so(press, tmp_path, monkeypatch, output):
    press.book('# 章\n\nひらがなの文。')
    (tmp_path / 'book' / 'book.yaml').write_text('title: 題\n', encoding='utf-8')
    (tmp_path / 'fonts.conf').write_text(
        f'<fontconfig><dir>/usr/share/fonts/truetype</dir><dir>{sys.prefix}</dir>'
        f'<cachedir>{tmp_path / "fontcache"}</cachedir></fontconfig>'
    )
    monkeypatch.setenv('FONTCONFIG_FILE', str(tmp_path / 'fonts.conf'))
    done = subprocess.run(
        (sys.executable, PRESS / 'pipeline.py', '--lang', 'en', output, '--root', tmp_path),
        capture_output=True,
        encoding='utf-8',
    )
    assert done.returncode == 2, done.stderr
    assert 'no Japanese font' in done.stderr
    assert not [*tmp_path.glob('dist/*.pdf')]
