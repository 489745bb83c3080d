"""Starts the desk, and ends it with its terminal."""

import errno
import socket
import webbrowser
from pathlib import Path

import uvicorn

from ..errors import BadFile, Unavailable, reason_of
from ..files import is_there
from ..memory import pause_gc_to_exit
from ..messages import ENGLISH, Language, Message
from ..terminal.output import print_result
from .address import Address
from .server import Desk

#: In seconds: what still goes on when the desk is closed is waited for.
_PATIENCE = 2


class _Server(uvicorn.Server):
    """A server that ends its open streams when it is to end."""

    def __init__(self, config: uvicorn.Config, desk: Desk) -> None:
        super().__init__(config)
        self._desk = desk

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._desk.close()
        await super().shutdown(sockets)


def serve(
    root: Path,
    port: int = 0,
    language: str = '',
    with_browser: bool = True,
    reports: Language = ENGLISH,
) -> None:
    """Serve the desk of the book in ``root`` until it is stopped (Ctrl-C).

    ``port`` 0 is any that is free. The page is in ``language``, or that of the browser; the
    reports of cleaning are in ``reports``. Raises ``BadInput`` where there is no such folder, or
    no book in it, or the port is taken.
    """
    if not root.is_dir():
        raise BadFile(root, 'there is no such folder')
    if not any(is_there(root / name) for name in ('seeds', 'book')):
        raise BadFile(
            root,
            'has neither seeds/ nor book/: go to the folder of a book, or begin one with '
            '"tategumi new"',
        )
    listening = _listening(port)
    address = Address(listening.getsockname()[1])
    desk = Desk(root, address, language, reports)
    config = uvicorn.Config(
        desk.application(),
        log_config=None,
        log_level='critical',
        access_log=False,
        server_header=False,
        lifespan='on',
        timeout_graceful_shutdown=_PATIENCE,
    )
    pause_gc_to_exit()
    print_result(address.url)
    if with_browser:
        webbrowser.open(address.url_once)
    try:
        _Server(config, desk).run(sockets=[listening])
    except KeyboardInterrupt:
        # That is how the desk is closed.
        pass
    finally:
        listening.close()


def _listening(port: int) -> socket.socket:
    """A socket on ``port`` that this machine alone reaches."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind(('127.0.0.1', port))
        # Who opens the address at once is answered when the server is there.
        listening.listen()
    except OSError as error:
        listening.close()
        taken = error.errno in (errno.EADDRINUSE, errno.EACCES)
        raise Unavailable(
            f'127.0.0.1:{port}',
            Message('another program has this port; give another one')
            if taken
            else reason_of(error),
        ) from error
    return listening
