"""What kind of picture a file holds."""

#: Media types a picture may have, by how its file begins (EPUB 3.3 §3.2, raster images).
_SIGNATURES = {
    b'\x89PNG\r\n\x1a\n': 'image/png',
    b'\xff\xd8\xff': 'image/jpeg',
    b'GIF87a': 'image/gif',
    b'GIF89a': 'image/gif',
}


def media_type(content):
    """The media type of a picture file's bytes, or ``None`` where no book may hold it.

    The first 16 bytes are enough.
    """
    for signature, name in _SIGNATURES.items():
        if content.startswith(signature):
            return name
    if content[:4] == b'RIFF' and content[8:12] == b'WEBP':
        return 'image/webp'
    return None
