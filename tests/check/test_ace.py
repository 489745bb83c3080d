"""Ace is not waited for without end."""

import time

import pytest

from tategumi.check import check_ace
from tategumi.errors import BadInput


def test_an_ace_that_hangs_is_stopped_with_all_it_started(tmp_path, monkeypatch):
    late = tmp_path / 'late'
    for name in ('node', 'chromium'):
        (tmp_path / name).write_text(f'#!/bin/sh\n(sleep 1.5; touch {late}) &\nwait\n')
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv('PATH', f'{tmp_path}:/usr/bin:/bin')
    with pytest.raises(BadInput, match=r'book\.epub: Ace gave no answer within 0\.5 seconds'):
        check_ace(tmp_path / 'book.epub', limit=0.5)
    time.sleep(1.5)
    assert not late.exists()
