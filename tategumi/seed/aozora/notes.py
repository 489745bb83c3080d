"""What the notes of 青空文庫 say of text: https://www.aozora.gr.jp/annotation/."""

import re
from collections.abc import Sequence
from typing import Any

#: Text, and behind it what stands at the line end, or so many characters before it.
AT_LINE_END = re.compile(
    '(?P<before>[^［］].*)［＃地(?:付き|(?:から|より)(?P<raised>[0-9０-９]{1,3})字上げ)］'
    '(?P<text>[^［］]+)'
)
_LINES = {
    '傍線': 'side-line',
    '二重傍線': 'side-line double',
    '鎖線': 'side-line dotted',
    '破線': 'side-line dashed',
    '波線': 'side-line wavy',
}
_DOTS = {
    '傍点': '',
    '白ゴマ傍点': 'open',
    '丸傍点': 'circle',
    '白丸傍点': 'open-circle',
    '黒三角傍点': 'triangle',
    '白三角傍点': 'open-triangle',
    '二重丸傍点': 'double-circle',
    '蛇の目傍点': 'fisheye',
    'ばつ傍点': 'cross',
}
_SPANS = {
    '斜体': 'italic',
    '罫囲み': 'frame',
    '行右小書き': 'sup',
    '上付き小文字': 'sup',
    '行左小書き': 'sub',
    '下付き小文字': 'sub',
}
#: What a note says that stands behind its text, or before it and after it.
_STYLES: dict[str, dict[str, Any]] = {
    **{name: {'bouten': True, 'dots': kind} for name, kind in _DOTS.items()},
    **{
        f'左に{name}': {'bouten': True, 'dots': f'{kind} left'.strip()}
        for name, kind in _DOTS.items()
    },
    **{name: {'side_line': line} for name, line in _LINES.items()},
    **{f'左に{name}': {'side_line': f'{line} left'} for name, line in _LINES.items()},
    **{name: {'spans': (span,)} for name, span in _SPANS.items()},
    '太字': {'strong': True},
    '取消線': {'spans': ('struck',)},
    '縦中横': {'tcy': True},
    '横組み': {'tcy': True},
    '割り注': {'warichu': True},
}
_SIZE = re.compile('([1-9１-９一二三])段階(大きな|小さな)文字')
_SIZES = {'大きな': 'large', '小さな': 'small'}
#: How many steps the manuscript has.
MOST_STEPS = 3
_DIGITS = str.maketrans('１２３４５６７８９一二三', '123456789123')
_TARGET = re.compile('(?:[はに]|の(?=左に))(?P<name>.+)')
_READ = re.compile('(?P<left>の左)?に「(?P<text>[^「」]+)」の(?:ルビ|注記)')
_HEAD = re.compile('は(?:同行|窓)[大中小]見出し')
#: How ranges begin whose end says what is read beside them.
_READ_RANGES = ('注記付き', '左に注記付き', '左にルビ付き')
_READ_END = re.compile('(?P<left>左に)?「(?P<text>[^「」]+)」の(?P<kind>注記|ルビ)付き終わり')


def style_of_target(how: str) -> dict[str, Any] | None:
    """The fields of a ``Run`` of which ``how`` speaks, what is behind ［＃「港」; or ``None``."""
    read = _READ.fullmatch(how)
    if read:
        return {'left' if read['left'] else 'reading': read['text']}
    if _HEAD.fullmatch(how):
        return {'strong': True}
    match = _TARGET.fullmatch(how)
    return _style(match['name']) if match else None


def style_of_range(
    note: str, opened: Sequence[str] | None = None
) -> tuple[str, dict[str, Any] | None]:
    """The name of the range that ``note`` begins, and what it makes of the fields of a ``Run``.

    Of the names ``opened`` the one that it ends. ``None`` where it does neither.
    """
    if opened is None:
        style = {} if note in _READ_RANGES else _style(note)
        return (note, style) if style is not None else ('', None)
    read = _READ_END.fullmatch(note)
    if read:
        name = f'{read["left"] or ""}{read["kind"]}付き'
        return name, ({_side(read['left']): read['text']} if name in opened else None)
    for name in reversed(opened):
        # ［＃２段階大きな文字］ ends with ［＃大きな文字終わり］.
        kind = _SIZE.sub(r'\2文字', name)
        if note in (f'{name}終わり', f'{kind}終わり'):
            return name, _style(name)
    return '', None


def _side(left: str | None) -> str:
    return 'left' if left else 'reading'


def _style(name: str) -> dict[str, Any] | None:
    size = _SIZE.fullmatch(name)
    if size:
        steps = min(int(size[1].translate(_DIGITS)), MOST_STEPS)
        span = _SIZES[size[2]]
        return {'spans': (span if steps == 1 else f'{span}-{steps}',)}
    return {'strong': True} if _HEAD.fullmatch(f'は{name}') else _STYLES.get(name)
