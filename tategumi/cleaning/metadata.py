"""What is known of a text besides itself: title, creators, source and credits of an article."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ..notation import printed_text
from ..people import people_of
from ..seed import SeedText
from ..seed.html import About
from ..seed.notation import plain_text
from ..settings import Creator, Credit
from .article import Article, Block
from .drafts import Draft

#: What the label of a creator says of the part they had (MARC relator codes).
_ROLES = {'[訳譯]|Transl': 'trl', '編': 'edt'}


def article_of(seed: SeedText, drafts: Sequence[Draft], blocks: tuple[Block, ...]) -> Article:
    """The ``Article`` of the ``blocks`` and of the drafts that are metadata."""
    # What is known of a book is text; what notation says of it is for its chapters.
    metadata = [
        replace(
            draft,
            text=printed_text(draft.text)
            if seed.is_markdown
            else plain_text(draft.text, seed.notation),
        )
        for draft in drafts
        if draft.kind == 'metadata'
    ]

    def first(field: str, drafts: Sequence[Draft] = metadata) -> str:
        return next((draft.text for draft in drafts if draft.record.field == field), '')

    return Article(
        seed.path,
        first('title'),
        first('source') or seed.about.source,
        _credits(metadata, seed.about),
        blocks,
        seed.notation,
        first('subtitle'),
        tuple(
            Creator(name, role or _role(draft.label))
            for draft in metadata
            if draft.record.field == 'creators'
            for name, role in people_of(draft.text)
        )
        or tuple(map(Creator, seed.about.authors)),
        tuple(
            address
            for address in sorted(seed.addresses)
            if any(f']({address}' in block.text for block in blocks)
        ),
        first('title', drafts),
        seed.is_html,
    )


def _role(label: str) -> str:
    return next((role for part, role in _ROLES.items() if re.search(part, label)), 'aut')


def _credits(metadata: Sequence[Draft], about: About) -> tuple[Credit, ...]:
    credits: list[Credit] = []
    for draft in metadata:
        if draft.record.field not in ('source', 'credits'):
            continue
        if draft.label or not credits:
            credits.append(Credit(draft.label, draft.text))
        else:
            before = credits[-1].text
            link = '' if before.endswith('。') else '、'
            credits[-1] = replace(credits[-1], text=f'{before}{link}{draft.text}')
    if about.credits:
        credits += [Credit(label, text) for label, text in about.credits]
    elif about.source and all(draft.record.field != 'source' for draft in metadata):
        credits.append(Credit('出典', about.source))
    return tuple(credits)
