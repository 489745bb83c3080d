"""A folder may be as bad as it likes: the press says so in one line, and goes on at once."""

import shutil

import pytest

from tategumi.cli import main

from .attacks import ATTACKS, COMMANDS, SEED, SHORT, assert_told, whole


@pytest.fixture(scope='module')
def made(tmp_path_factory):
    """A book that was made."""
    root = tmp_path_factory.mktemp('made') / 'book of harbours'
    (root / 'seeds').mkdir(parents=True)
    (root / 'seeds' / 'a.txt').write_text(SEED, encoding='utf-8')
    assert main(['all', '--root', str(root)]) == 0
    return root


def commands_of(attack):
    """Those to try; what is only in the record of cleaning concerns who reads it alone."""
    of_record = ('report', 'explain')
    return (*of_record, 'clean') if attack.fails == of_record else COMMANDS


def tried(root, command, *more):
    line = ['explain', 'seeds/a.txt:3'] if command == 'explain' else [command]
    return main([*line, '--root', str(root), *more])


@pytest.mark.parametrize('name', SHORT)
def test_each_attack_is_one_line_or_no_matter(made, tmp_path, capsys, name):
    root = tmp_path / 'a book'
    shutil.copytree(made, root)
    ATTACKS[name].lay(root)
    before = whole(root)
    for command in commands_of(ATTACKS[name]):
        status = tried(root, command)
        assert_told(ATTACKS[name], command, status, *capsys.readouterr())
        after = whole(root)
        if status:
            for file in before:
                if file.endswith(('.epub', '.pdf')):
                    assert after[file] == before[file]
    assert not list(root.rglob('.tategumi-*'))
