"""Finds the Chromium of this machine.

Standard library only: ``setup/system_parts.py`` runs it before there is a ``.venv``.
"""

import shutil

_NAMES = ('chromium', 'chromium-browser', 'google-chrome')


def chromium() -> str | None:
    """The path of a Chromium, or ``None``."""
    return next(filter(None, map(shutil.which, _NAMES)), None)
