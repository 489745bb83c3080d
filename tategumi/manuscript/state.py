"""``book/.manuscript.json``: what cleaning wrote, so that an editor's change is seen."""

import dataclasses
import hashlib
import json
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..settings import STATE_FILE, Creator, Credit, read_state_file, role_label

if TYPE_CHECKING:
    from ..cleaning.article import Article
    from ..seed.text import SeedText


@dataclass(frozen=True)
class State:
    """``metadata``: keys of ``book.yaml`` found in the seeds.

    ``chapters``, ``pictures``: SHA-256 by name. ``decisions``: what was
    remembered of the entries of ``book.yaml`` that settle a line. ``releases``: when each content
    of the EPUB first came to be, by SHA-256.
    """

    metadata: dict = field(default_factory=dict)
    chapters: dict[str, str] = field(default_factory=dict)
    decisions: dict[str, str] = field(default_factory=dict)
    pictures: dict[str, str] = field(default_factory=dict)
    releases: dict[str, str] = field(default_factory=dict)


def read_state(book: Path) -> State:
    """The ``State`` in folder ``book``; an empty one where nothing was written yet.

    Raises ``BadInput`` where it is not what cleaning wrote.
    """
    return State(**read_state_file(book / STATE_FILE))


def state_json(state: State) -> str:
    """``State`` as JSON text."""
    content = dataclasses.asdict(state)
    for key in ('decisions', 'pictures', 'releases'):
        if not content[key]:
            del content[key]
    return json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + '\n'


def digest_of(content: bytes | str) -> str:
    """Hexadecimal SHA-256 of ``content`` (``bytes``, or ``str`` as UTF-8)."""
    return hashlib.sha256(content.encode() if isinstance(content, str) else content).hexdigest()


def metadata_of(seeds: 'Sequence[SeedText]', articles: 'Sequence[Article]') -> dict[str, Any]:
    """What the seeds say of the book, under the keys of ``book.yaml``.

    The identifier is a name-based UUID (RFC 9562 §5.5) of the bytes of all
    seeds. Title, subtitle and source are the first that an article has. Of
    several articles, a credit says which one it is ``of``, unless all have it,
    and so does one for each creator where they are not the same.
    """
    name = 'tategumi:seeds:' + ':'.join(seed.sha256 for seed in seeds)
    metadata: dict[str, Any] = {'identifier': f'urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, name)}'}
    for key in ('title', 'subtitle', 'source'):
        values = [getattr(article, key) for article in articles if getattr(article, key)]
        if values:
            metadata[key] = values[0]
    creators = dict.fromkeys(creator for article in articles for creator in article.creators)
    for key, values in (('creators', [*creators]), ('credits', _credits(articles))):
        if values:
            metadata[key] = [_written(value) for value in values]
    return metadata


def _credits(articles: 'Sequence[Article]') -> list[Credit]:
    titled = [article for article in articles if article.title]
    if len(titled) < 2:
        return [credit for article in articles for credit in article.credits]
    credits = [[*map(_credit, article.creators), *article.credits] for article in articles]
    shared = [credit for credit in credits[0] if all(credit in others for others in credits)]
    of_the_book = [credit for credit in shared if credit in articles[0].credits]
    return [
        *of_the_book,
        *(
            dataclasses.replace(credit, of=article.title)
            for article, each in zip(articles, credits)
            for credit in each
            if credit not in shared
        ),
    ]


def _credit(creator: Creator) -> Credit:
    return Credit(role_label(creator.role), creator.name)


def _written(value: Creator | Credit) -> dict[str, str]:
    return {key: text for key, text in dataclasses.asdict(value).items() if text or key != 'of'}
