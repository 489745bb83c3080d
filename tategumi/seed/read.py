"""The folder ``seeds/`` to ``SeedText``."""

from pathlib import Path

from ..errors import BadInput
from .decode import decode
from .notation import HTML
from .text import seed_text

_READ = {'.txt', '.md', *HTML}
_WHAT_TO_DO = 'put your text there as .txt, .md or .html'


def read_seeds(root):
    """All text, Markdown and HTML files of ``root/seeds``, in the order of their names.

    Raises ``BadInput`` naming the folder when it is missing or holds no seed,
    and naming the file when it is empty, of a kind that is not read, a link
    out of the folder, or in no encoding known here.
    """
    folder = Path(root) / 'seeds'
    if not folder.is_dir():
        raise BadInput(folder, f'there is no such folder; {_WHAT_TO_DO}')
    files = sorted(
        path for path in folder.iterdir()
        if path.suffix.lower() in _READ and not path.name.startswith('.'))
    if not files:
        raise BadInput(folder, f'holds no seed; {_WHAT_TO_DO}')
    return [_read(path, folder) for path in files]


def _read(path, folder):
    if not path.resolve().is_relative_to(folder.resolve()):
        raise BadInput(path, 'is a link to a file outside the folder of the seeds')
    try:
        data = path.read_bytes()
    except OSError as error:
        raise BadInput(path, f'cannot be read: {error.strerror}') from error
    text, encoding = decode(data, path)
    if not text.strip('\ufeff').strip():
        raise BadInput(path, 'is empty: there is no text in it')
    return seed_text(path, text, encoding, data)
