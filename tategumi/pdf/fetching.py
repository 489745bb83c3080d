"""What the PDF may take in from outside: files of the book, and nothing else."""

from pathlib import Path
from ssl import PROTOCOL_TLS_CLIENT, SSLContext
from urllib.parse import urlsplit

from weasyprint.urls import URLFetcher, URLFetcherResponse

from ..files import opened
from ..sheets.files import ADDRESS as ROOT
from ..sheets.files import Files
from .layout.images import eight_bits

#: From where the manuscript names its pictures.
ADDRESS = f'{ROOT}book/'


class BookFetcher(URLFetcher):
    """Fetches files of the book in folder ``root``, by their addresses (``sheets.files``).

    Nothing else, wherever links and ``..`` in a URL may lead. ``fetched`` tells
    what was: URL → digest of its content, ``''`` where there was none to be had.
    """

    def __init__(self, root: Path) -> None:
        # A context of no certificates: reading those of the machine takes long, and is for naught.
        super().__init__(
            ssl_context=SSLContext(PROTOCOL_TLS_CLIENT),
            allowed_protocols=('file', 'data'),
            allow_redirects=False,
        )
        self._files = Files(root)
        self.fetched: dict[str, str] = {}

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """Fetch ``url``; raises ``ValueError`` for what is not of the book."""
        if urlsplit(url).scheme == 'file':
            # Before, so that a file changed meanwhile is found to be another.
            self.fetched[url] = self.digest(url)
            with opened(self._files.file(url)):
                url = self._files.file(url).as_uri()
        response = super().fetch(url, headers)
        content = response.read()
        fit = eight_bits(content)
        # Of a file's own content WeasyPrint reads the file once more.
        return URLFetcherResponse(url if fit is content else 'data:', fit, response.headers)

    def digest(self, url: str) -> str:
        """What ``fetched`` would tell of ``url`` now."""
        return self._files.digest(url)
