"""The page itself: its frame in the language of who looks at it, and the files it loads."""

import json
import re
from functools import cache
from html import escape
from importlib import resources

from ..language import TAGS
from ..printable import printable

#: Japanese first: whoever asks for neither is shown that.
LANGUAGES = TAGS

_TYPES = {
    '.css': 'text/css',
    '.js': 'text/javascript',
    '.svg': 'image/svg+xml',
    '.txt': 'text/plain',
}
_RANGE = re.compile(r'([A-Za-z]{1,8})[^,;]*(?:;\s*q=([0-9.]+))?')


def language_of(asked: str) -> str:
    """The language of ``asked``, a tag or what a browser accepts (RFC 9110 §12.5.4)."""
    ranked = [
        (-float(match[2] or 1) if (match[2] or '1').count('.') < 2 else 0, place, match[1].lower())
        for place, match in enumerate(map(_RANGE.match, map(str.strip, asked.split(','))))
        if match
    ]
    return next((name for _, _, name in sorted(ranked) if name in LANGUAGES), LANGUAGES[0])


@cache
def strings(language: str) -> dict[str, str]:
    """What the page says, by name."""
    text = _folder().joinpath(f'strings.{language}.json').read_text('utf-8')
    return dict(json.loads(text))


def index_page(language: str, nonce: str, folder: str) -> str:
    """The HTML of the page of the book in ``folder``; styles may be added by ``nonce``."""
    said = strings(language)
    template = _folder().joinpath('index.html').read_text('utf-8')
    # No markup may stand in a script, whatever it is.
    data = json.dumps(said, ensure_ascii=False).replace('<', '\\u003c')
    fixed = {'lang': language, 'nonce': nonce, 'folder': printable(folder)}
    return re.sub(
        r'\{\{([\w-]+)\}\}',
        lambda match: (
            data if match[1] == 'strings' else escape({**said, **fixed}[match[1]], quote=True)
        ),
        template,
    )


@cache
def static_file(name: str) -> tuple[bytes, str] | None:
    """Content and media type of the file ``name`` of the page; ``None`` where it has no such."""
    files = {file.name: file for file in _folder().iterdir()}
    kind = next((kind for suffix, kind in _TYPES.items() if name.endswith(suffix)), None)
    if name not in files or kind is None:
        return None
    return files[name].read_bytes(), kind


def _folder() -> resources.abc.Traversable:
    return resources.files(__package__).joinpath('static')
