"""What shapes text on a machine is as it was, or it is not."""

import os

import pytest

from tategumi.cache.machine import environment, is_as_it_was, libraries, state_of_fonts

CONFIGURATION = """<?xml version="1.0"?><fontconfig>
<dir>{root}/fonts</dir> <dir prefix="xdg">fonts</dir>
<include ignore_missing="yes">conf.d</include>
<include ignore_missing="yes" prefix="xdg">fontconfig/fonts.conf</include>
</fontconfig>"""


@pytest.fixture
def state(tmp_path, monkeypatch):
    monkeypatch.setenv('XDG_DATA_HOME', str(tmp_path / 'data'))
    monkeypatch.setenv('XDG_CONFIG_HOME', str(tmp_path / 'config'))
    monkeypatch.setenv('XDG_DATA_DIRS', str(tmp_path / 'shared'))
    folder = tmp_path / 'fonts' / 'ja'
    folder.mkdir(parents=True)
    (folder / 'mincho.otf').write_bytes(b'OTTO')
    configuration = tmp_path / 'etc' / 'fonts.conf'
    configuration.parent.mkdir()
    configuration.write_text(CONFIGURATION.format(root=tmp_path), encoding='utf-8')
    found = state_of_fonts([str(folder / 'mincho.otf')], [str(configuration)])
    assert is_as_it_was(found)
    return found


def written(root, name):
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    # Two in one tick of the clock would be of one time.
    path.write_bytes(b'another')
    os.utime(path.parent, ns=(1, 1))


@pytest.mark.parametrize(
    'name',
    [
        'fonts/ja/mincho.otf',
        'fonts/ja/gothic.otf',
        'fonts/new.otf',
        'fonts/ko/new.otf',
        'data/fonts/new.otf',
        'shared/fonts/new.otf',
        'etc/fonts.conf',
        'etc/conf.d/10.conf',
        'config/fontconfig/fonts.conf',
    ],
)
def test_what_comes_or_changes_is_seen(state, tmp_path, name):
    written(tmp_path, name)
    assert not is_as_it_was(state)


def test_a_font_that_goes_is_seen(state, tmp_path):
    (tmp_path / 'fonts' / 'ja' / 'mincho.otf').unlink()
    assert not is_as_it_was(state)


@pytest.mark.parametrize('name', ['elsewhere/new.otf', 'data/other', 'book/fonts/new.otf'])
def test_what_is_no_font_of_the_machine_is_nothing_to_it(state, tmp_path, name):
    written(tmp_path, name)
    assert is_as_it_was(state)


@pytest.mark.parametrize('name', ['FONTCONFIG_FILE', 'LC_ALL', 'PANGOCAIRO_BACKEND', 'HOME'])
def test_what_tells_them_of_places_and_languages_counts(monkeypatch, name):
    before = environment()
    monkeypatch.setenv(name, 'another')
    assert environment() != before


@pytest.mark.skipif(not os.path.exists('/proc/self/maps'), reason='only Linux tells')
def test_libraries_that_are_loaded_are_found():
    from tategumi import engine  # noqa: F401, PLC0415

    names = ' '.join(map(os.path.basename, libraries()))
    assert 'libpango' in names and 'libfontconfig' in names and 'libharfbuzz' in names
    assert all(map(os.path.exists, libraries()))
