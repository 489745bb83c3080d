"""A PDF that does nothing twice while it is written."""

import zlib
from functools import cached_property

import pydyf

from ..replacing import replaced

#: How hard the streams are compressed that pydyf makes while it writes. In the rising
#: numbers of the references a longer search finds nothing that is worth it.
_LEVELS = {'/ObjStm': 7, '/XRef': 1}


class PdfWriter(pydyf.PDF):
    """Stands for ``pydyf.PDF``.

    That makes the list of page references anew for every tag of a book, and
    every object twice: for the file, and for the digest of the file.
    """

    _references = ()

    @property
    def page_references(self):
        """The references of all pages, in order."""
        if 3 * len(self._references) != len(self.pages['Kids']):
            self._references = tuple(super().page_references)
        return self._references

    def write(self, output, *arguments):
        """Write the PDF to ``output`` as pydyf does."""
        self.objects = [_Finished(item) for item in self.objects]
        with replaced(((pydyf, 'Stream', _WrittenStream),)):
            super().write(output, *arguments)


class _Finished(pydyf.Object):
    """An object whose content is complete."""

    def __init__(self, item):
        self.number, self.generation, self.free = item.number, item.generation, item.free
        self.offset, self._item, self._compressible = 0, item, item.compressible

    @property
    def compressible(self):
        """Whether it goes into an object stream."""
        return self._compressible

    @cached_property
    def data(self):
        """Its PDF syntax."""
        return self._item.data


class _WrittenStream(pydyf.Stream):
    """A stream that pydyf makes while it writes."""

    @cached_property
    def data(self):
        """Its PDF syntax, compressed."""
        content = b'\n'.join(
            part if isinstance(part, bytes) else part.encode() for part in self.stream)
        extra = dict(self.extra)
        if self.compress:
            content = zlib.compress(content, _LEVELS[extra['Type']])
            extra['Filter'] = '/FlateDecode'
        extra['Length'] = len(content)
        return b'\n'.join((pydyf.Dictionary(extra).data, b'stream', content, b'endstream'))
