"""How space is shared out between a reading and its base (JLReq §3.3.6, §3.3.8)."""

#: A reading is spread over a longer base, but never begins more than one of
#: its own characters below the base's head (§3.3.6).
_MOST_LEAD = 1


def spread(base: float, count: int, size: float) -> tuple[float, float]:
    """``(lead, gap)`` of ``count`` ruby characters of ``size`` over a base as long or longer.

    Twice as much between two characters as before the first (§3.3.6).
    """
    spare = base - count * size
    lead = min(spare / (2 * count), _MOST_LEAD * size)
    return lead, (spare - 2 * lead) / (count - 1) if count > 1 else 0


def share_out(
    excess: float, count: int, room_before: float, room_after: float, flush: bool = False
) -> tuple[float, float, float]:
    """How far a reading goes beyond its base: ``(before it, between two characters, after it)``.

    ``excess`` is how much longer it is than its base of ``count`` characters. It lies over what
    stands beside the base (§3.3.8) before that is spaced out; what is left is shared out as
    §3.3.6 has it, twice as much between two characters as at an end; where it is to be ``flush``
    with the reading, between its characters alone.
    """
    small, large = sorted((min(room_before, excess), min(room_after, excess)))
    if excess <= small + large:
        near = min(small, excess / 2)
        far = excess - near
        return (near, 0, far) if room_before <= room_after else (far, 0, near)
    if flush and count > 1:
        return room_before, (excess - small - large) / (count - 1), room_after
    outer = 0.0
    for held, ends, most in ((small + large, 0, small), (large, 1, large), (0, 2, excess)):
        # So many ends are wider than the room beside them.
        if 2 * (count - 1) + ends:
            outer = (excess - held) / (2 * (count - 1) + ends)
            if outer <= most:
                break
    return max(outer, room_before), 2 * outer, max(outer, room_after)
