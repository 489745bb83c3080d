"""Ruby and bouten as authors of web novels type them.

｜base《reading》 (however long), ｜base（かな） and kanji《かな》 are what 小説家になろう,
カクヨム and ハーメルン read, 《《…》》 is the bouten of カクヨム, #base__reading__# the ruby of
アルファポリス; the help pages of these sites are the source. Of readings in round brackets without
a bar nobody can tell whether they are ruby, so they stay text. Tags of ruby in a text that is no
page say the same.
"""

import re
from dataclasses import replace

from ..notation import KANJI, STRONG
from .aozora import Run

# Of the kanji before 《 so many are its base at most, and a reading without a bar is no longer.
_LONGEST = 20
# With a bar it is ruby however long it is; a word between a bar and brackets far off is none.
_BASE = rf'(?:[^｜|《》≪≫#\n]{{1,{_LONGEST}}}?|[^｜|《》≪≫#\s。「」]{{1,100}}?)'
_MARKED = (
    rf'[｜|](?P<marked>{_BASE})'
    r'(?:《(?P<reading>[^《》\n]{1,100})》|≪(?P<reading2>[^≪≫\n]{1,100})≫'
    r'|[（(](?P<reading3>[ぁ-ゖァ-ヺー・]{1,50})[）)])'
    rf'|#(?P<alpha>[^#_\n]{{1,{_LONGEST}}})__(?P<alpha_reading>[^#_\n]{{1,{_LONGEST}}})__#'
)
_BOUTEN = r'《《(?P<bouten>[^《》\n]+)》》'
_TOKEN = re.compile(
    rf'{_BOUTEN}|{_MARKED}|[｜|](?P<brackets>《[^《》]*》)'
    rf'|(?P<kanji>{KANJI}{{1,{_LONGEST}}})《(?P<kana>[ぁ-ゖァ-ヺー・＝ 　]{{1,{_LONGEST}}})》'
)
_STRONG_TEXT = re.compile(STRONG)
_RUBY = re.compile(r'<ruby>(?P<inside>(?:(?!</?ruby>).)*)</ruby>', re.IGNORECASE)
_ASIDE = re.compile('<rp>[^<>]*</rp>|</?rb>|</?rtc>', re.IGNORECASE)
_PAIR = re.compile('(?P<base>[^<>]+)<rt>(?P<reading>[^<>]*)(?:</rt>|$)', re.IGNORECASE)
_STRONG = re.compile('<(b|strong)>([^<>*]*[^<>*\\s])</\\1>', re.IGNORECASE)
_PICTURE = re.compile(r'<i[0-9]{3,10}(?:\|[0-9]{1,10})?>')
# In hiragana after kanji it is a reading; in katakana it may be the name of a thing.
_TAGGED = r'(?i:<ruby>(?:<rb>)?[^<>]+(?:</rb>)?(?:<rp>[^<>]*</rp>)?<rt>)'
_CERTAIN = re.compile(rf'{_BOUTEN}|{_MARKED}|{KANJI}《[ぁ-ゖー・]{{1,{_LONGEST}}}》|{_TAGGED}')


def is_novel(text: str) -> bool:
    """Whether ``text`` is written so: it holds a mark that can be nothing else."""
    return bool(_CERTAIN.search(text))


def untagged(line: str) -> str:
    """``line`` with its tags of ruby and bold as the marks of web novels.

    A picture that 小説家になろう shows for a number is left out.
    """
    line = _PICTURE.sub('', _RUBY.sub(_barred, line)) if '<' in line else line
    return _STRONG.sub(r'**\2**', line)


def _barred(match: re.Match[str]) -> str:
    inside = _ASIDE.sub('', match['inside'])
    if _PAIR.sub('', inside).strip() or not _PAIR.search(inside):
        return match[0]
    return ''.join(
        f'｜{pair["base"].strip()}《{pair["reading"].strip()}》'
        if pair['reading']
        else pair['base']
        for pair in _PAIR.finditer(inside)
    )


def runs_of(line: str) -> list[Run]:
    """The ``Run``s of ``line``.

    ｜ before 《 says that the bracket is one. What stands in 《…》 after kanji and
    is no kana is text.
    """
    parts = _STRONG_TEXT.split(line)
    return [
        replace(run, strong=True) if number % 2 else run
        for number, part in enumerate(parts)
        for run in _runs_of_part(part)
    ]


def _runs_of_part(line: str) -> list[Run]:
    runs, done = [], 0
    for match in _TOKEN.finditer(line):
        runs += [Run(line[done : match.start()]), _run(match)]
        done = match.end()
    return [run for run in (*runs, Run(line[done:])) if run.text]


def _run(match: re.Match[str]) -> Run:
    if match['bouten']:
        return Run(match['bouten'], bouten=True)
    if match['brackets']:
        return Run(match['brackets'])
    base = match['marked'] or match['alpha'] or match['kanji']
    readings = match.group('reading', 'reading2', 'reading3', 'alpha_reading', 'kana')
    return Run(base, next(filter(None, readings)))
