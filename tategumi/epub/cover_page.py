"""The cover as the first page of the spine."""

from ..markup import Element, element
from ..settings import Settings

#: The cover picture's id in the manifest.
COVER = 'cover-image'


def cover_page(settings: Settings, name: str) -> Element:
    """The ``section`` that shows the cover picture, file ``name`` of the EPUB."""
    picture = element('img', src=name, alt=f'{settings.title}　表紙', role='doc-cover')
    return element(
        'section', picture, class_='cover', id='cover', epub_type='cover', aria_label='表紙'
    )
