"""A reading of a word parted between its kanji, where readings of kanji leave no doubt.

打擲《ちょうちゃく》 is one reading of two kanji; ちょう is 打's and ちゃく is 擲's, and no other
parting is one of readings that these kanji have. So the word may be set as jukugo-ruby
(JLReq §3.3.7): a line may end within it, and each reading stands beside its own character.
"""

from functools import cache, lru_cache
from importlib.resources import files

from ..lazy import lazy_pattern
from .xhtml import Element, element

_WORD = lazy_pattern(r'[々\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]{2,12}')
_KANA = lazy_pattern(r'[ぁ-ゖー]{2,40}')

#: Readings that words of today have and the Unihan database does not.
_OTHERS = {
    '打': 'ちょう',  # 打擲
    '擲': 'ちゃく',  # 打擲
    '氈': 'たん',  # 絨氈
    '絨': 'じゅう',  # 絨氈
    '喋': 'ちょう',  # 喋々
    '了': 'りょう',  # 了簡
    '簡': 'けん',  # 了簡
    '候': 'そうろう',  # 居候
}

_VOICED = dict(
    zip('かきくけこさしすせそたちつてとはひふへほ', 'がぎぐげござじずぜぞだぢづでどばびぶべぼ')
)
_HALF_VOICED = dict(zip('はひふへほ', 'ぱぴぷぺぽ'))
#: 因縁 is いんねん: after ん a vowel is one of the な row.
_AFTER_N = dict(zip('あいうえお', 'なにぬねの'))
#: The last kana of a verb, and that of its form in words: 取る, 取引.
_IN_WORDS = dict(zip('うくぐすつぬぶむる', 'いきぎしちにびみり'))
#: Ends of readings that a double consonant takes the place of: 学校.
_BEFORE_DOUBLE = 'つちくき'


def part_readings(section: Element) -> None:
    """Part the readings of group-ruby below ``section`` between their kanji, in place.

    Where the base is kanji alone, the reading hiragana alone, and one parting is possible.
    """
    for ruby in section.iter('{*}ruby'):
        if len(ruby) != 1 or not ruby.text or len(ruby[0]) or ruby[0].tail:
            continue
        parts = parted(ruby.text, ruby[0].text or '')
        if parts:
            base = ruby.text
            ruby.remove(ruby[0])
            ruby.text = base[0]
            for at, part in enumerate(parts, 1):
                reading = element('rt', part)
                reading.tail = base[at : at + 1] or None
                ruby.append(reading)


def align_readings(section: Element) -> None:
    """Name the words below ``section`` of which a kanji has one ruby character, in place.

    That stands at the head of the kanji, not in its middle (JLReq §3.3.5).
    """
    for ruby in section.iter('{*}ruby'):
        bases = [ruby.text, *(reading.tail for reading in ruby)]
        readings = [''.join(reading.itertext()) for reading in ruby]
        if all(base and len(base) == 1 for base in bases[:-1]) and '' in (r[1:] for r in readings):
            ruby.set('class', 'at-head')


@lru_cache(maxsize=10_000)
def parted(base: str, reading: str) -> tuple[str, ...]:
    """``'打擲', 'ちょうちゃく'`` → ``('ちょう', 'ちゃく')``; ``()`` where it is not certain."""
    if not _WORD.fullmatch(base) or not _KANA.fullmatch(reading):
        return ()
    found = _partings(base, reading, 0)
    return found[0] if len(found) == 1 else ()


def _partings(base: str, reading: str, at: int, before: str = '') -> list[tuple[str, ...]]:
    """Up to two partings of ``reading`` between the kanji of ``base`` from number ``at`` on."""
    if at == len(base):
        return [] if reading else [()]
    found: list[tuple[str, ...]] = []
    for own in sorted(_forms(base, at)):
        if reading.startswith(own) or (before.endswith('ん') and _is_after_n(own, reading)):
            part = reading[: len(own)]
            rest = _partings(base, reading[len(own) :], at + 1, part)
            found += [(part, *more) for more in rest if (part, *more) not in found]
        if len(found) > 1:
            return found[:2]
    return found


def _is_after_n(own: str, reading: str) -> bool:
    return own[0] in _AFTER_N and reading.startswith(_AFTER_N[own[0]] + own[1:])


def _forms(base: str, at: int) -> set[str]:
    """The readings of kanji ``at`` of ``base`` as they may stand there."""
    kanji = base[at]
    if kanji == '々' and at:
        kanji = base[at - 1]
    forms = {*_readings().get(kanji, '').split()}
    forms |= {form[:-1] + _IN_WORDS[form[-1]] for form in forms if form[-1] in _IN_WORDS}
    forms |= {form[:-1] for form in forms if form[-1] == 'る' and len(form) > 1}
    if at:
        for table in (_VOICED, _HALF_VOICED):
            forms |= {table[form[0]] + form[1:] for form in forms if form[0] in table}
    if at < len(base) - 1:
        longer = (form for form in forms if len(form) > 1)
        forms |= {form[:-1] + 'っ' for form in longer if form[-1] in _BEFORE_DOUBLE}
    return forms


@cache
def _readings() -> dict[str, str]:
    """The readings of each kanji, with spaces between them."""
    text = files(__package__).joinpath('readings.txt').read_text(encoding='utf-8')
    # Comments stand at the head.
    rows = text[text.rindex('\n#') + 1 :].partition('\n')[2]
    cells = rows.replace('\n', '\t').split('\t')
    table = dict(zip(cells[::2], cells[1::2]))
    for kanji, reading in _OTHERS.items():
        table[kanji] = f'{table.get(kanji, "")} {reading}'
    return table
