"""The EPUB container as bytes that depend on nothing but its files (EPUB OCF)."""

import io
import zipfile

#: The earliest date a ZIP archive can hold.
_EPOCH = (1980, 1, 1, 0, 0, 0)


def settled(archive: bytes) -> bytes:
    """The ZIP ``archive`` (bytes) written anew without the clock, its files in the same order.

    ``mimetype`` comes first, stored and without extra fields (EPUB 3.3 §4.2.2).
    """
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(written, 'w') as new:
        for name in sorted(old.namelist(), key=lambda name: name != 'mimetype'):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            entry.compress_type = (
                zipfile.ZIP_STORED if name == 'mimetype' else zipfile.ZIP_DEFLATED
            )
            new.writestr(entry, old.read(name))
    return written.getvalue()
