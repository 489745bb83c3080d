"""What is known of a text besides itself: title, creators, source and credits of an article."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ..notation import printed_text
from ..people import credits_of, people_of
from ..seed import SeedText
from ..seed.html import About
from ..seed.notation import plain_text
from ..settings import Creator, Credit
from .article import Article, Block
from .drafts import Draft

#: What somebody did for a text or its pictures (MARC relator codes), as labels say it.
_DID = {
    '文|執筆|words|text|story': 'aut',
    '写真|撮影|[摄攝]影|photo|picture': 'pht',
    'イラスト|挿?絵|illustration': 'ill',
    '聞き手|インタビュー|[采採][访訪]': 'ivr',
    '編集': 'edt',
}
#: Rules whose credits say who did what.
_OF_MAKERS = ('two-bylines', 'maker-of-text-or-pictures')
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
        _credits([draft for draft in metadata if not _makers(draft)], seed.about),
        blocks,
        seed.notation,
        first('subtitle'),
        _creators(metadata, seed.about),
        tuple(
            address
            for address in sorted(seed.addresses)
            if any(f']({address}' in block.text for block in blocks)
        ),
        first('title', drafts),
        seed.is_html,
    )


def _creators(metadata: Sequence[Draft], about: About) -> tuple[Creator, ...]:
    """Those who wrote the text first, then those who made its pictures or had another part."""
    made = [maker for draft in metadata for maker in _makers(draft)]
    wrote = [
        Creator(name, role or _role(draft.label))
        for draft in metadata
        if draft.record.field == 'creators'
        for name, role in people_of(draft.text)
    ]
    wrote += [maker for maker in made if maker.role == 'aut']
    wrote = wrote or [*map(Creator, about.authors)]
    return tuple(dict.fromkeys([*wrote, *made]))


def _makers(draft: Draft) -> list[Creator]:
    """Those whom a credit names, with the parts they had; [] if it says something else."""
    if draft.record.rule not in _OF_MAKERS:
        return []
    is_one = draft.record.rule == _OF_MAKERS[1]
    credits = [(draft.label, draft.text)] if is_one else credits_of(draft.text)
    roles = [(name, role) for did, name in credits for role in _roles(did)]
    # Of whose part no role is known, the credit says more.
    is_known = all(_roles(did) for did, _ in credits)
    return [Creator(name, role) for name, role in roles] if is_known else []


def _roles(did: str) -> list[str]:
    return [role for words, role in _DID.items() if re.search(words, did, re.IGNORECASE)]


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
