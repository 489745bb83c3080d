"""Text that was read in another encoding than it was written in."""

import re

from ..lazy import lazy
from ..seed.decode import is_japanese

ftfy = lazy('ftfy')

# Letters that UTF-8 read as a Western encoding has in every character.
_WESTERN = re.compile('[\u0080-\u00ff]')
# UTF-8 of kana read as CP932 begins every character with one of these.
_CP932 = re.compile('[縺繧繝]')


def mend_mojibake(text: str) -> str:
    """``text`` as it was before UTF-8 was taken for a Western encoding or CP932.

    Only where nothing was lost on the way and what comes out is sound.
    """
    if _CP932.search(text):
        text = _from_cp932(text)
    if _WESTERN.search(text):
        text = _from_western(text)
    return text


def _from_cp932(text: str) -> str:
    try:
        mended = text.encode('cp932').decode('utf-8')
    except UnicodeError:
        return text
    return mended if is_japanese(mended) else text


def _from_western(text: str) -> str:
    mended = ftfy.fix_encoding(
        text,
        ftfy.TextFixerConfig(
            unescape_html=False, replace_lossy_sequences=False, fix_c1_controls=False
        ),
    )
    return text if '\ufffd' in mended else mended
