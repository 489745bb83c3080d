"""A PDF that does nothing twice while it is written."""

from functools import cached_property

import pydyf


class PdfWriter(pydyf.PDF):
    """Stands for ``pydyf.PDF``.

    That makes the list of page references anew for every tag of a book, and
    every stream twice: for the file, and for the digest of the file.
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
        self.objects = [
            _Finished(item) if isinstance(item, pydyf.Stream) else item for item in self.objects]
        super().write(output, *arguments)


class _Finished(pydyf.Object):
    """A stream whose content is complete."""

    compressible = False

    def __init__(self, stream):
        super().__init__()
        self.number, self.generation, self.free = stream.number, stream.generation, stream.free
        self._stream = stream

    @cached_property
    def data(self):
        return self._stream.data
