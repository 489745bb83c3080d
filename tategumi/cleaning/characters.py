"""Classes of Japanese characters, and repairs of broken ones."""

import html
import re
import unicodedata

from ..lazy import lazy
from ..seed.decode import is_japanese

#: Kana, kanji and iteration marks, as the inside of a regular expression's class.
LETTER = (
    '\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff'
    '\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff'
)
#: Letters and the marks that only Japanese text has.
JAPANESE = LETTER + '\u2025\u2026\u203b\u3001-\u3003\u3008-\u301f\u30fb\uff01-\uff60\uffe0-\uffe6'
#: What has no form in print, or no place in XML (XML 1.0 §2.2).
INVISIBLE = (
    r'\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u200b\u200e\u200f'
    r'\u202a-\u202e\u2060-\u206f\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff'
)
#: Marks that close, and so belong to what stands before them.
CLOSING = '」』）】〉》〕］｝”’〟'
_WESTERN_CLOSING = '”’'
#: The place behind a Japanese letter or what closes Japanese text: ” and ’ close Western text too.
BEHIND_JAPANESE = (
    f'(?:(?<=[{LETTER}{CLOSING.replace(_WESTERN_CLOSING, "")}])'
    f'|(?<=[{JAPANESE}][{_WESTERN_CLOSING}]))'
)
# … and ※ are other scripts' too.
_JAPANESE_ALONE = re.compile(f'[{LETTER}\u3001-\u3003\u3008-\u301f\u30fb\uff01-\uff60]')
_INVISIBLE = re.compile(f'[{INVISIBLE}]')
_HALF_WIDTH_KANA = re.compile('[\uff61-\uff9f]+')
_DECOMPOSED_KANA = re.compile('[\u3041-\u30ff][\u3099\u309a]')
_ENTITY = re.compile(r'&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});\Z')
_LONGEST_ENTITY = 34
_CHUNK = 4096
ftfy = lazy('ftfy')
# Letters that UTF-8 read as a Western encoding has in every character.
_WESTERN = re.compile('[\u0080-\u00ff]')
# What begins a kana of CP932, or a mark, is a control of Latin-1 that no text has.
_CONTROLS = re.compile('[\x80-\x9f]')
# UTF-8 of kana read as CP932 begins every character with one of these.
_CP932 = re.compile('[縺繧繝]')


def visible(text: str) -> str:
    """``text`` without characters that have no form in print."""
    return _INVISIBLE.sub('', text)


def holds_japanese(text: str) -> bool:
    """Whether a letter of ``text``, or a mark of it, is one of Japanese text alone."""
    return bool(_JAPANESE_ALONE.search(text))


def widen_kana(text: str) -> str:
    """Half-width katakana and marks (U+FF61–FF9F) as full-width ones (UAX #15, NFKC)."""
    return _HALF_WIDTH_KANA.sub(lambda m: unicodedata.normalize('NFKC', m.group()), text)


def compose_kana(text: str) -> str:
    """A kana and its combining voicing mark as one character (UAX #15, NFC)."""
    return _DECOMPOSED_KANA.sub(lambda m: unicodedata.normalize('NFC', m.group()), text)


def decode_entities(text: str) -> str:
    """HTML character references that name a character as that character.

    So are those that come out of others: ``&amp;amp;lt;`` is ``<``.
    """
    if '&' not in text:
        return text
    before, *parts = text.split(';')
    done = []
    for part in parts:
        if len(before) > 2 * _CHUNK:
            # So that a line may be a whole book: what is behind is only looked at if it has to be.
            done += [before[start : start + _CHUNK] for start in range(0, len(before), _CHUNK)]
            before = done.pop()
        mark = ';'
        while mark == ';':
            while done and len(before) < _LONGEST_ENTITY:
                before = done.pop() + before
            match = _ENTITY.search(before[1 - _LONGEST_ENTITY :] + mark)
            character = html.unescape(match.group()) if match else mark
            if match is None or character == match.group():
                break
            before, mark = before[: 1 - len(match.group())], character
        before += mark + part
    return ''.join((*done, before))


def mend_mojibake(text: str) -> str:
    """``text`` as it was before it was read in a wrong encoding.

    UTF-8 that was taken for a Western encoding or for CP932, or CP932 for Latin-1.

    Only where nothing was lost on the way and what comes out is sound.
    """
    if _CP932.search(text):
        text = _from_cp932(text)
    if _WESTERN.search(text):
        mended = _from_western(text)
        text = _from_latin(text) if mended == text and _CONTROLS.search(text) else mended
    return text


def _from_cp932(text: str) -> str:
    try:
        mended = text.encode('cp932').decode('utf-8')
    except UnicodeError:
        return text
    return mended if is_japanese(mended) else text


def _from_latin(text: str) -> str:
    try:
        mended = text.encode('latin-1').decode('cp932')
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
