"""Steps of a recipe or the like, each below its number, which stands alone on a line."""

import re
from collections.abc import Sequence

from ..rules import EDGE
from .claim import Claim

#: What heads such steps, and how wide a line with it is; so many steps there are at least.
_HEAD = re.compile(
    r'(?i:.*(?:作り方|つくり方|作りかた|つくりかた|手順|すすめ方|進め方|やり方|やりかた|做法|作法'
    r'|步[骤驟]|制作方法|製作方法)'
    r'|(?:.* )?(?:directions?|instructions?|method|steps|preparation|how to make(?: it)?))'
    r'[\s:：】\]］〉》>]*(?:[（(][^（）()]{1,8}[）)])?[\s:：】\]］〉》>]*'
)
_WIDEST, _LEAST = 30, 2
_NUMBER = re.compile(
    r'(?i:step|ステップ|手順|工程|步[骤驟])?[ 　.]?(?P<number>[0-9０-９]{1,2})[.．:：)）]?'
)
_MARKS = '#*_>-•・●■◆□◇【［[《〈 　'


def step_claims(texts: Sequence[str]) -> dict[int, Claim]:
    """The steps, by their indexes, and the numbers above them.

    Below a line such as 作り方 stand numbers from 1, each alone above a line or more; the first
    of these is the step, others stay what they are.
    """
    said = [index for index, text in enumerate(texts) if text.strip(EDGE)]
    claims: dict[int, Claim] = {}
    for place, index in enumerate(said):
        if index not in claims and _is_head(texts[index]):
            claims |= _below(texts, said, place + 1)
    return claims


def _below(texts: Sequence[str], said: Sequence[int], first: int) -> dict[int, Claim]:
    numbers: list[int] = []
    for place in range(first, len(said)):
        number = _number(texts[said[place]])
        if number == len(numbers) + 1:
            if numbers and numbers[-1] == place - 1:
                break
            numbers.append(place)
        elif not numbers or _is_head(texts[said[place]]):
            break
    if len(numbers) < _LEAST or numbers[-1] + 1 >= len(said):
        return {}
    steps = tuple(said[place + 1] for place in numbers)
    # The line that heads them goes or stays with them.
    lines = (said[first - 1], *steps)
    found: dict[int, Claim] = {}
    for rank, (place, step) in enumerate(zip(numbers, steps), 1):
        text = texts[step].strip(EDGE)
        found[said[place]] = Claim('step-number', True, '', str(rank), rank, lines)
        found[step] = Claim('step', True, text, str(rank), rank, lines)
    return found


def _is_head(text: str) -> bool:
    text = text.strip(EDGE)
    return len(text) <= _WIDEST and _HEAD.fullmatch(text.lstrip(_MARKS)) is not None


def _number(text: str) -> int | None:
    match = _NUMBER.fullmatch(text.strip(EDGE).strip('*#'))
    return int(match['number']) if match else None
