"""Ruby and bouten as authors of web novels type them.

｜base《reading》 and kanji《かな》 are what 小説家になろう, カクヨム and ハーメルン read,
《《…》》 is the bouten of カクヨム, #base__reading__# the ruby of アルファポリス; the
help pages of these sites are the source. Of readings in round brackets nobody
can tell whether they are ruby, so they stay text.
"""

import re

from .aozora import Run

_KANJI = '[々〆〇ヶ\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]'
# What the sites take; a longer one is brackets of the author's own.
_LONGEST = 20
_MARKED = (
    rf'[｜|](?P<marked>[^｜|《》#\n]{{1,{_LONGEST}}})《(?P<reading>[^《》\n]{{1,{_LONGEST}}})》'
    rf'|#(?P<alpha>[^#_\n]{{1,{_LONGEST}}})__(?P<alpha_reading>[^#_\n]{{1,{_LONGEST}}})__#'
)
_BOUTEN = r'《《(?P<bouten>[^《》\n]+)》》'
_TOKEN = re.compile(
    rf'{_BOUTEN}|{_MARKED}|[｜|](?P<brackets>《[^《》]*》)'
    rf'|(?P<kanji>{_KANJI}{{1,{_LONGEST}}})《(?P<kana>[ぁ-ゖァ-ヺー・＝ 　]{{1,{_LONGEST}}})》'
)
# In hiragana after kanji it is a reading; in katakana it may be the name of a thing.
_CERTAIN = re.compile(rf'{_BOUTEN}|{_MARKED}|{_KANJI}《[ぁ-ゖー・]{{1,{_LONGEST}}}》')


def is_novel(text):
    """Whether ``text`` is written so: it holds a mark that can be nothing else."""
    return bool(_CERTAIN.search(text))


def runs_of(line):
    """The ``Run``s of ``line``.

    ｜ before 《 says that the bracket is one. What stands in 《…》 after kanji and
    is no kana is text.
    """
    runs, done = [], 0
    for match in _TOKEN.finditer(line):
        runs += [Run(line[done : match.start()]), _run(match)]
        done = match.end()
    return [run for run in (*runs, Run(line[done:])) if run.text]


def _run(match):
    if match['bouten']:
        return Run(match['bouten'], bouten=True)
    if match['brackets']:
        return Run(match['brackets'])
    base = match['marked'] or match['alpha'] or match['kanji']
    return Run(base, match['reading'] or match['alpha_reading'] or match['kana'])
