"""A Japanese book press: scraped text in, a vertical EPUB and a vertical PDF out."""

__version__ = '0.1.0'
