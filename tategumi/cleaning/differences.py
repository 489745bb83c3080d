"""Finds the differences of two texts in linear time.

``difflib`` takes the cube of it where a line says the same again and again.
"""

from collections.abc import Callable, Iterator

#: What a rule takes out or puts in at one place is rarely longer. Beyond a longer
#: one, what follows is shown as changed.
_REACH = 80


def differences(before: str, after: str) -> Iterator[tuple[str, str]]:
    """``(old, new)`` parts that, joined, are ``before`` and ``after``, and equal if unchanged.

    A change ends where the texts go on alike for two characters, or for one
    after no more than a mark was left out or put in.
    """
    end = _alike_at_end(before, after)
    old, new = before[: len(before) - end], after[: len(after) - end]
    at, new_at = 0, 0
    while at < len(old) or new_at < len(new):
        same = _alike(old, new, at, new_at)
        if same:
            yield old[at : at + same], new[new_at : new_at + same]
        at, new_at = at + same, new_at + same
        left_out, put_in = _change(old, new, at, new_at)
        if left_out or put_in:
            yield old[at : at + left_out], new[new_at : new_at + put_in]
        at, new_at = at + left_out, new_at + put_in
    if end:
        yield before[-end:], before[-end:]


def _alike(old: str, new: str, at: int, new_at: int) -> int:
    """How many characters are the same from there on."""
    return _most(
        min(len(old) - at, len(new) - new_at),
        lambda done, length: old.startswith(
            new[new_at + done : new_at + done + length], at + done
        ),
    )


def _alike_at_end(before: str, after: str) -> int:
    return _most(
        min(len(before), len(after)),
        lambda done, length: before.endswith(
            after[len(after) - done - length : len(after) - done], 0, len(before) - done
        ),
    )


def _most(limit: int, is_alike: Callable[[int, int], bool]) -> int:
    """The most characters that are alike, up to ``limit``.

    ``is_alike(done, length)`` says whether so many after those done are. Ever more of them are
    compared at once, and less again where they differ.
    """
    done, length, grows = 0, 8, True
    while length and done < limit:
        if done + length <= limit and is_alike(done, length):
            done += length
        else:
            grows = False
        length = length * 2 if grows else length // 2
    return done


def _change(old: str, new: str, at: int, new_at: int) -> tuple[int, int]:
    """How many characters were left out and put in at a place where the texts differ."""
    rest, new_rest = len(old) - at, len(new) - new_at
    for length in range(1, _REACH + 1):
        for left_out in range(min(length, rest), max(0, length - new_rest) - 1, -1):
            put_in = length - left_out
            needed = 1 if length == 1 else 2
            here, there = at + left_out, new_at + put_in
            if old[here : here + needed] == new[there : there + needed] != '':
                return left_out, put_in
    return rest, new_rest
