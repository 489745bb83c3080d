"""Who may use the desk: the page that was opened by its address, and nobody else.

It listens on 127.0.0.1. Any page of the web may send requests there, by a name of its own that
leads to it (DNS rebinding) or across sites, and so may another user of the machine: so the name
asked for, the origin and a secret are looked at before anything else is.
"""

import hmac
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import parse_qs

#: What may be loaded: what comes of the desk itself. Styles of the editor have a nonce.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self'; "
    "connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
#: Of what the book holds nothing runs, whatever is in it; the page alone may frame it.
_BOOK_POLICY = (
    "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-same-origin"
)
_HEADERS = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
}

_Message = Mapping[str, Any]


@dataclass
class Address:
    """The address of a desk at ``port``: ``url`` has the secret by which it is opened.

    ``url_once`` has one that opens it once: other users see what programs are started with.
    """

    port: int
    secret: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    _once: str = field(default_factory=lambda: secrets.token_urlsafe(32))

    @property
    def host(self) -> str:
        return f'127.0.0.1:{self.port}'

    @property
    def url(self) -> str:
        return f'http://{self.host}/?key={self.secret}'

    @property
    def url_once(self) -> str:
        return f'http://{self.host}/?key={self._once}'

    @property
    def cookie(self) -> str:
        # Cookies know no ports: each desk of this machine has its own.
        return f'desk-{self.port}'

    def opens(self, key: str) -> bool:
        """Whether ``key`` of an address opens the desk; one that does so once is spent."""
        if self._once and _same(key, self._once):
            self._once = ''
            return True
        return _same(key, self.secret)

    def knows(self, headers: Mapping[str, str]) -> bool:
        """Whether who sends these ``headers`` has opened the desk."""
        try:
            cookies = SimpleCookie(headers.get('cookie', ''))
        except CookieError:
            return False
        return self.cookie in cookies and _same(cookies[self.cookie].value, self.secret)

    def refusal(self, method: str, path: str, query: str, headers: Mapping[str, str]) -> str:
        """Why a request is refused, or ''."""
        if headers.get('host') != self.host:
            return 'the desk has another name'
        if headers.get('sec-fetch-site', 'none') not in ('same-origin', 'none'):
            return 'another site asks'
        origin = headers.get('origin')
        if origin is not None and origin != f'http://{self.host}':
            return 'another site asks'
        if method not in ('GET', 'HEAD') and origin is None:
            return 'nobody says which site asks'
        keys = parse_qs(query).get('key', []) if (method, path) == ('GET', '/') else []
        if not self.knows(headers) and not any(map(self.opens, keys)):
            return 'open the desk by the address that it printed'
        return ''


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode())


class Guarded:
    """The application ``app`` for who may use it; every answer has the headers of the desk."""

    def __init__(self, app: Callable[..., Any], address: Address) -> None:
        self._app, self._address = app, address

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope['type'] == 'lifespan':
            await self._app(scope, receive, send)
            return
        nonce = secrets.token_urlsafe(16)

        async def send_guarded(message: _Message) -> None:
            if message['type'] == 'http.response.start':
                message = {**message, 'headers': _with_headers(message['headers'], scope, nonce)}
            await send(message)

        if scope['type'] != 'http':
            return
        headers = _headers_of(scope)
        refusal = self._address.refusal(
            scope['method'], scope['path'], scope['query_string'].decode('latin-1'), headers
        )
        # Of two it is not sure which another program would read.
        if any(_count(scope, name) > 1 for name in (b'host', b'origin')):
            refusal = 'a header is given twice'
        if refusal:
            await _refuse(send_guarded, refusal)
            return
        scope['nonce'] = nonce
        await self._app(scope, receive, send_guarded)


def _headers_of(scope: Any) -> dict[str, str]:
    return {name.decode('latin-1'): value.decode('latin-1') for name, value in scope['headers']}


def _count(scope: Any, wanted: bytes) -> int:
    return sum(name == wanted for name, _ in scope['headers'])


def _with_headers(
    headers: list[tuple[bytes, bytes]], scope: Any, nonce: str
) -> list[tuple[bytes, bytes]]:
    is_book = scope['path'].startswith(('/epub/', '/pages/'))
    policy = _BOOK_POLICY if is_book else _POLICY.format(nonce=nonce)
    own = {**_HEADERS, 'content-security-policy': policy}
    if not any(name == b'cache-control' for name, _ in headers):
        own['cache-control'] = 'no-store'
    return [*headers, *((name.encode(), value.encode()) for name, value in own.items())]


async def _refuse(send: Callable[..., Any], refusal: str) -> None:
    body = f'{refusal}\n'.encode()
    headers = [
        (b'content-type', b'text/plain; charset=utf-8'),
        (b'content-length', str(len(body)).encode()),
    ]
    await send({'type': 'http.response.start', 'status': 403, 'headers': headers})
    await send({'type': 'http.response.body', 'body': body})
