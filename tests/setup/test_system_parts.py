"""A machine that lacks something is told what, and how to get it."""

import subprocess
import sys
from pathlib import Path

import pytest

SETUP = Path(__file__).parents[2] / 'setup'


FAMILIES = 'Noto Serif CJK JP\nNoto Sans CJK JP'


def run_with_path(path, *command):
    return subprocess.run(
        command,
        env={'PATH': str(path)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding='utf-8',
    )


def write_command(path, script):
    path.write_text(f'#!/bin/sh\n{script}\n')
    path.chmod(0o755)


@pytest.mark.parametrize(
    'parts, package',
    [
        ('press', 'fonts-noto-cjk'),
        ('check', 'default-jre-headless'),
        ('desk', 'chromium'),
        ('readers', 'chromium'),
        ('applications', 'calibre'),
        ('peers', 'pandoc'),
    ],
)
def test_where_nothing_can_be_installed_the_commands_are_told(tmp_path, parts, package):
    run = run_with_path(tmp_path, sys.executable, str(SETUP / 'system_parts.py'), parts)
    assert run.returncode == 1
    assert 'Debian, Ubuntu:    sudo apt-get update && sudo apt-get install' in run.stderr
    assert package in run.stderr
    assert 'sudo dnf install' in run.stderr
    assert 'brew install' in run.stderr


def test_a_part_that_is_there_is_not_asked_for(tmp_path):
    write_command(tmp_path / 'java', 'exit 0')
    run = run_with_path(tmp_path, sys.executable, str(SETUP / 'system_parts.py'), 'check')
    assert (run.returncode, run.stderr) == (0, '')


def test_fonts_that_fontconfig_lost_sight_of_are_found_again(tmp_path):
    write_command(tmp_path / 'fc-list', f'test -e {tmp_path}/listed && echo "{FAMILIES}"; exit 0')
    write_command(tmp_path / 'fc-cache', f': > {tmp_path}/listed')
    run = run_with_path(tmp_path, sys.executable, str(SETUP / 'system_parts.py'), 'press')
    assert (run.returncode, run.stdout, run.stderr) == (0, '', '')


def test_a_later_python_is_found_behind_an_old_one(tmp_path):
    write_command(tmp_path / 'python3', 'exit 1')
    (tmp_path / 'python3.12').symlink_to(sys.executable)
    run = run_with_path(tmp_path, '/bin/sh', str(SETUP / 'find_python.sh'))
    assert (run.returncode, run.stdout) == (0, 'python3.12\n')


def test_without_a_python_the_commands_are_told(tmp_path):
    run = run_with_path(tmp_path, '/bin/sh', str(SETUP / 'find_python.sh'))
    assert (run.returncode, run.stdout) == (1, '')
    assert 'no Python 3.11 or later' in run.stderr
    assert 'sudo apt-get install python3 python3-venv' in run.stderr
