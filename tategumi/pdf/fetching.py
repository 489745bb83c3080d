"""What the PDF may take in from outside: files of the book, and nothing else."""

from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from weasyprint.urls import URLFetcher, URLFetcherResponse

from .images import eight_bits


class BookFetcher(URLFetcher):
    """Fetches files below ``folder``, wherever links and ``..`` in a URL may lead."""

    def __init__(self, folder):
        super().__init__(allowed_protocols=('file', 'data'), allow_redirects=False)
        self.folder = folder.resolve()

    def fetch(self, url, headers=None):
        """Fetch ``url``; raises ``ValueError`` for what is not of the book."""
        address = urlsplit(url)
        if address.scheme == 'file':
            path = Path(url2pathname(address.path)).resolve()
            if address.netloc or not path.is_relative_to(self.folder):
                raise ValueError(f'outside the book: {url}')
        response = super().fetch(url, headers)
        content = response.read()
        fit = eight_bits(content)
        # Of a file's own content WeasyPrint reads the file once more.
        return URLFetcherResponse(
            url if fit is content else 'data:', fit, response.headers)
