"""A PDF that knows its page references without counting them each time."""

import pydyf


class ReferencedPdf(pydyf.PDF):
    """Stands for ``pydyf.PDF``, which makes the list anew for every tag of a book."""

    _references = ()

    @property
    def page_references(self):
        """The references of all pages, in order."""
        if 3 * len(self._references) != len(self.pages['Kids']):
            self._references = tuple(super().page_references)
        return self._references
