"""What the file says of itself (ISO 32000-1, 14.3; XMP: ISO 16684-1)."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import Any

from .file import File
from .objects import text_string

_PRODUCER = 'tategumi'

#: What each variant says that the file is.
_CLAIMS = {
    'pdf/ua-1': 'xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"',
    'pdf/a-3u': (
        'xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" pdfaid:part="3" pdfaid:conformance="U"'
    ),
}

_PACKET = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
xmlns:pdf="http://ns.adobe.com/pdf/1.3/" {claim} pdf:Producer="{producer}">
{parts}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


@dataclass(frozen=True)
class About:
    """What the book is; ``profile`` (ICC) is what its colours are of, where a variant asks."""

    title: str
    authors: tuple[str, ...]
    description: str
    language: str
    identifier: bytes
    variant: str
    profile: bytes = b''


def info(about: About) -> dict[str, bytes]:
    """The information dictionary."""
    entries = {
        'Producer': _PRODUCER,
        'Title': about.title,
        'Author': ', '.join(about.authors),
        'Subject': about.description,
    }
    return {key: text_string(text) for key, text in entries.items() if text}


def add_metadata(file: File, catalog: dict[str, Any], about: About) -> None:
    """Add language, metadata and colours to ``file`` and its ``catalog``."""
    catalog['Lang'] = text_string(about.language)
    catalog['MarkInfo'] = {'Marked': True}
    catalog['Metadata'] = file.add_stream(
        {'Type': '/Metadata', 'Subtype': '/XML'}, _packet(about).encode(), is_packed=True
    )
    if about.profile:
        name = b'sRGB2014.icc'
        catalog['OutputIntents'] = [
            {
                'Type': '/OutputIntent',
                'S': '/GTS_PDFA1',
                'OutputConditionIdentifier': name,
                'Info': name,
                'DestOutputProfile': file.add_stream({'N': 3}, about.profile),
            }
        ]


def _packet(about: About) -> str:
    parts = [_property('title', 'Alt', [about.title], ' xml:lang="x-default"')]
    if about.authors:
        parts.append(_property('creator', 'Seq', about.authors))
    if about.description:
        parts.append(_property('description', 'Alt', [about.description], ' xml:lang="x-default"'))
    return _PACKET.format(
        claim=_CLAIMS.get(about.variant, ''), producer=_PRODUCER, parts='\n'.join(parts)
    )


def _property(name: str, kind: str, values: Iterable[str], language: str = '') -> str:
    items = ''.join(f'<rdf:li{language}>{escape(value)}</rdf:li>' for value in values)
    return f'<dc:{name}><rdf:{kind}>{items}</rdf:{kind}></dc:{name}>'
