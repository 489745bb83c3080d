"""What lines are by the form that they have together: claims, made before any line is weighed.

One module for each form, each a pure function from the texts of the lines to claims. None knows
a word of any site, and none drops a line: whoever decides what is of the text reads the claims.
"""

from collections.abc import Sequence
from dataclasses import replace

from .around import (
    byline_claims,
    dateline_claims,
    field_claims,
    file_claims,
    post_claims,
    timecode_claims,
)
from .claim import Claim, Kind, is_field
from .code import code_claims
from .heads import head_claims
from .items import item_claims
from .notes import note_claims
from .steps import step_claims
from .tables import table_claims
from .verse import verse_claims

__all__ = ['Claim', 'Kind', 'claims_of', 'is_field', 'step_claims']

#: The first that claims a line has it.
_FORMS = (
    timecode_claims,
    post_claims,
    note_claims,
    code_claims,
    step_claims,
    head_claims,
    table_claims,
    item_claims,
    verse_claims,
    file_claims,
    byline_claims,
    dateline_claims,
)


def claims_of(texts: Sequence[str], is_page: bool = False) -> dict[int, Claim]:
    """The ``Claim`` on each line of ``texts`` that has one, by its index.

    ``texts`` are the lines of a seed, '' for one that is blank, or known to be no text's: a page
    number, a line outside the article, code of a Markdown seed. Of a page, whose markup is such
    lines too, the rows of a table stand together all the same (``is_page``). Time grows with
    their length.
    """
    claims = _rows_of_page(texts) if is_page else {}
    for form in _FORMS:
        left = ['' if index in claims else text for index, text in enumerate(texts)]
        claims |= form(left)
    return claims | field_claims(texts, claims)


def _rows_of_page(texts: Sequence[str]) -> dict[int, Claim]:
    said = [index for index, text in enumerate(texts) if text]
    rows = table_claims([texts[index] for index in said])
    return {
        said[place]: replace(claim, lines=tuple(said[each] for each in claim.lines))
        for place, claim in rows.items()
    }
