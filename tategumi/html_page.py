"""The frame of a page of HTML that shows what was made: a report, a table, a proof."""

from html import escape


def html_page(title: str, style: str, body: str, images: str = '', language: str = 'en') -> str:
    """A whole page of the ``body``, which is HTML; ``title`` is text.

    ``language`` is the tag of both.
    It has no script and needs nothing from elsewhere. ``images`` are the sources that a
    Content-Security-Policy allows pictures from.
    """
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    if images:
        policy += f'; img-src {images}'
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f'<title>{escape(title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n'
        f'{body}\n</body>\n</html>\n'
    )
