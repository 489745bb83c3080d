"""Running heads 柱: a chapter's title on one horizontal line."""

from unicodedata import east_asian_width

#: Characters of the running head kept free beside it for the space and the folio.
_FOLIO = 4


def running_head(title, page):
    """``title``, cut with ``…`` where it is too long for one line above ``page``.

    ``page`` is a ``kihon_hanmen.Page``. Heads are as headings, but shortened
    where they must be (JLReq §2.6.3).
    """
    if not page.running_head:
        return ''
    room = page.extent / page.running_head - _FOLIO
    if sum(map(_width, title)) <= room:
        return title
    kept = []
    for character in title:
        room -= _width(character)
        if room < 1:
            break
        kept.append(character)
    return ''.join(kept).rstrip('、。・　 ') + '…'


def _width(character):
    """In em; of Western characters, that of the wider ones."""
    return 1 if east_asian_width(character) in 'WFA' else .7
