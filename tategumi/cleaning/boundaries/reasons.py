"""Why a line is outside the main text, in words for an editor."""

from ..lines import Line

#: So many reasons are given, the strongest first.
_REASONS = 3


def reasons_of(line: Line) -> str:
    """The strongest of what the line itself shows of being the site's, '' if nothing does."""
    kinds = ', '.join(sorted(line.kinds))
    reasons = (
        (line.has_rights, 'it claims rights'),
        (line.is_of_a_site, f'words of sites ({kinds})'),
        (line.has_address, 'an address'),
        (line.repeats > 1, f'the seed has it {line.repeats} times'),
        (line.has_separator, 'names side by side'),
        (line.has_date, 'a date'),
        (0.3 <= line.share and not line.is_of_a_site, f'some words of sites ({kinds})'),
        (line.block >= 4 and not line.is_prose, f'one of {line.block} lines in a list'),
        (line.width < 40 and not line.ending, 'short, no sentence'),
    )
    return '; '.join([reason for holds, reason in reasons if holds][:_REASONS])
