"""What the PDF may take in from outside: files of the book, and nothing else."""

import os
from hashlib import blake2b
from pathlib import Path
from ssl import PROTOCOL_TLS_CLIENT, SSLContext
from urllib.parse import urlsplit
from urllib.request import url2pathname

from weasyprint.urls import URLFetcher, URLFetcherResponse

from ..errors import BadInput
from ..files import bytes_of, opened
from .layout.images import eight_bits

#: How files of the book are addressed, wherever its folder is: WeasyPrint names
#: pictures in the PDF by their addresses, and the same book is the same bytes.
ADDRESS = 'file:///book/'


class BookFetcher(URLFetcher):
    """Fetches files below ``folder``, whose URLs begin with ``ADDRESS``.

    Nothing else, wherever links and ``..`` in a URL may lead. ``fetched`` tells
    what was: URL → digest of its content, ``''`` where there was none to be had.
    """

    def __init__(self, folder):
        # A context of no certificates: reading those of the machine takes long, and is for naught.
        super().__init__(
            ssl_context=SSLContext(PROTOCOL_TLS_CLIENT),
            allowed_protocols=('file', 'data'),
            allow_redirects=False,
        )
        self.folder = Path(os.path.realpath(folder))
        self.fetched = {}

    def fetch(self, url, headers=None):
        """Fetch ``url``; raises ``ValueError`` for what is not of the book."""
        if urlsplit(url).scheme == 'file':
            # Before, so that a file changed meanwhile is found to be another.
            self.fetched[url] = self.digest(url)
            with opened(self._file(url)):
                url = self._file(url).as_uri()
        response = super().fetch(url, headers)
        content = response.read()
        fit = eight_bits(content)
        # Of a file's own content WeasyPrint reads the file once more.
        return URLFetcherResponse(url if fit is content else 'data:', fit, response.headers)

    def digest(self, url):
        """What ``fetched`` would tell of ``url`` now."""
        try:
            return blake2b(bytes_of(self._file(url)), digest_size=16).hexdigest()
        except (BadInput, ValueError):
            return ''

    def _file(self, url):
        if url.startswith(ADDRESS):
            path = self.folder / url2pathname(urlsplit(url[len(ADDRESS) :]).path)
            path = Path(os.path.realpath(path))
            if path.is_relative_to(self.folder):
                return path
        raise ValueError(f'outside the book: {url}')
