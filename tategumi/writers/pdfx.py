"""What a file for a printer says of itself, by PDF/X.

PDF/X-1a:2003 is ISO 15930-4, PDF/X-4 is ISO 15930-7; both are told in docs/print.md.
"""

from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from .file import File
from .objects import text_string

_PRODUCER = 'tategumi'

#: Who keeps the names of printing conditions.
_REGISTRY = b'http://www.color.org'

_PACKET = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" \
xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfx="http://ns.adobe.com/pdfx/1.3/" \
xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" {claim} pdf:Producer="{producer}" \
pdf:Trapped="False" xmp:CreatorTool="{producer}" xmp:CreateDate="{date}" \
xmp:ModifyDate="{date}" xmp:MetadataDate="{date}" xmpMM:DocumentID="uuid:{document}" \
xmpMM:VersionID="1" xmpMM:RenditionClass="default">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""

#: The version of PDF of each profile.
_VERSIONS = {'pdf/x-1a': '1.4', 'pdf/x-4': '1.6', '': '1.7'}

_CLAIMS = {
    'pdf/x-1a': 'pdfx:GTS_PDFXVersion="PDF/X-1a:2003" pdfx:GTS_PDFXConformance="PDF/X-1a:2003"',
    'pdf/x-4': 'pdfxid:GTS_PDFXVersion="PDF/X-4"',
    '': '',
}


@dataclass(frozen=True)
class AboutPrint:
    """What the book is, and what it is made for.

    ``profile`` is ``pdf/x-1a``, ``pdf/x-4``, or empty of what is printed in colours of the screen.
    ``condition`` is the printing condition, by its name in the registry of the ICC if it
    ``is_registered``, ``icc`` the printer's own profile of it, where there is one.
    """

    title: str
    authors: tuple[str, ...]
    identifier: bytes
    date: datetime
    profile: str = ''
    condition: str = ''
    is_registered: bool = False
    icc: bytes | None = None

    @property
    def version(self) -> str:
        """The version of PDF."""
        return _VERSIONS[self.profile]

    @property
    def blending(self) -> str:
        """The colour space in which what is not opaque is mixed; none where all is opaque."""
        return {'pdf/x-1a': '', 'pdf/x-4': '/DeviceCMYK', '': '/DeviceRGB'}[self.profile]


def info(about: AboutPrint) -> dict[str, Any]:
    """The information dictionary, with what PDF/X wants of it (ISO 15930-4, 6.5, 6.6, 6.12)."""
    date = text_string(f'{about.date:D:%Y%m%d%H%M%SZ}')
    entries: dict[str, Any] = {
        'Producer': text_string(_PRODUCER),
        'Creator': text_string(_PRODUCER),
        'Title': text_string(about.title),
        'CreationDate': date,
        'ModDate': date,
        'Trapped': '/False',
    }
    if about.authors:
        entries['Author'] = text_string(', '.join(about.authors))
    if about.profile == 'pdf/x-1a':
        entries |= dict.fromkeys(('GTS_PDFXVersion', 'GTS_PDFXConformance'), b'PDF/X-1a:2003')
    return entries


def add_metadata(file: File, catalog: dict[str, Any], about: AboutPrint) -> None:
    """Add metadata and output intent to ``file`` and its ``catalog``."""
    packet = _PACKET.format(
        claim=_CLAIMS[about.profile],
        producer=_PRODUCER,
        date=f'{about.date:%Y-%m-%dT%H:%M:%SZ}',
        document=uuid5(NAMESPACE_URL, about.identifier.decode('utf-8', 'replace')),
        title=escape(about.title),
    )
    catalog['Metadata'] = file.add_stream(
        {'Type': '/Metadata', 'Subtype': '/XML'}, packet.encode(), is_packed=True
    )
    if not about.profile:
        return
    condition = text_string(about.condition)
    intent: dict[str, Any] = {
        'Type': '/OutputIntent',
        'S': '/GTS_PDFX',
        'OutputConditionIdentifier': condition,
        'OutputCondition': condition,
        'Info': condition,
    }
    if about.is_registered:
        intent['RegistryName'] = _REGISTRY
    if about.icc is not None:
        intent['DestOutputProfile'] = file.add_stream({'N': 4}, about.icc)
    catalog['OutputIntents'] = [intent]
