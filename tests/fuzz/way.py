"""The way of a seed through the press, in memory, and what must hold on it."""

import json
from pathlib import Path

from tategumi.cleaning import CleaningRecord, clean_seed, record_html, record_json
from tategumi.errors import BadInput
from tategumi.manuscript import Chapter, compose
from tategumi.markup import mark_up_book
from tategumi.seed import seed_text
from tategumi.seed.decode import decode
from tategumi.settings import Settings

ROOT = Path('no-such-folder')


def through(name, data):
    """The marked chapters of the seed ``name`` with the bytes ``data``, or the ``BadInput``.

    Asserts that nothing of the seed is lost on the way, and that a text which
    is no notation becomes a manuscript that can be set.
    """
    try:
        text, encoding = decode(data, ROOT / 'seeds' / name)
        seed, article, record = cleaned(name, text, encoding, data)
    except BadInput as refused:
        assert '\n' not in str(refused)
        return refused
    assert ''.join(line.text + line.end for line in seed.lines) == text
    told = json.loads(record_json(CleaningRecord((record,)), ROOT))
    assert ''.join(line['text'] + line['end'] for line in told['seeds'][0]['lines']) == text
    record_html(CleaningRecord((record,)), ROOT).encode()
    try:
        return chapters_of(article)
    except BadInput as refused:
        # Pictures and links that are not there, only notation can name.
        assert seed.is_markdown, refused
        assert '\n' not in str(refused)
        return refused


def cleaned(name, text, encoding='utf-8', data=None):
    """``(SeedText, Article, SeedRecord)`` of a decoded seed. Raises ``BadInput``."""
    seed = seed_text(ROOT / 'seeds' / name, text, encoding, data)
    return seed, *clean_seed(seed)


def manuscript_of(article):
    """The Markdown of all chapters, one string."""
    return '\n'.join(chapter.text for chapter in compose([article]))


def chapters_of(article):
    """The ``MarkedChapter``s of an article. Raises ``BadInput``."""
    settings = Settings(root=ROOT)
    return mark_up_book(
        [
            Chapter(settings.book / 'chapters' / chapter.name, index, chapter.text)
            for index, chapter in enumerate(compose([article]))
        ],
        settings,
    )
