"""The folder ``seeds/`` to ``SeedText``."""

from pathlib import Path

from ..errors import BadInput
from .decode import decode
from .text import seed_text

_READ = {'.txt', '.md'}
_NOT_YET = {'.html', '.htm', '.xhtml'}


def read_seeds(root):
    """All ``.txt`` and ``.md`` files of ``root/seeds``, in the order of their names.

    Raises ``BadInput`` naming the folder when it is missing or holds no seed,
    and naming the file when it is empty, of a kind that is not read, a link
    out of the folder, or in no encoding known here.
    """
    folder = Path(root) / 'seeds'
    if not folder.is_dir():
        raise BadInput(folder, 'there is no such folder; put your text there as .txt or .md')
    files = sorted(
        path for path in folder.iterdir()
        if path.suffix.lower() in _READ | _NOT_YET and not path.name.startswith('.'))
    if not files:
        raise BadInput(folder, 'holds no seed; put your text there as .txt or .md')
    return [_read(path, folder) for path in files]


def _read(path, folder):
    if path.suffix.lower() in _NOT_YET:
        raise BadInput(path, 'HTML seeds are not read yet; save the text as .txt or .md')
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
