"""One seed to its article and the record of its lines: the steps, each a module."""

from ..errors import BadInput
from ..seed import SeedText
from ..seed.notation import LINE_BY_LINE
from .article import Article
from .blocks import blocks_of
from .calls import calls_with_notes
from .classify import name_lines
from .decisions import Decisions
from .drafts import Way, drafts_of
from .fates import record_of
from .metadata import article_of
from .record import SeedRecord
from .rules import Catalogue, catalogue
from .split_paragraphs import paragraph_splitter


def clean_seed(
    seed: SeedText,
    keep_captions: bool = True,
    rules: Catalogue | None = None,
    decisions: Decisions | None = None,
) -> tuple[Article, SeedRecord]:
    """``(Article, SeedRecord)`` of a ``SeedText``; no place in the manuscript is known yet.

    ``rules`` is a ``Catalogue``, the press's own if not given, ``decisions``
    are the editor's. Raises ``BadInput`` naming the file when no prose is left,
    so that a seed of buttons alone does not become an empty book.
    """
    how = Way(
        seed,
        rules or catalogue(),
        decisions or Decisions(),
        keep_captions,
        paragraph_splitter(
            [line.text for line in seed.lines] if seed.notation in LINE_BY_LINE else []
        ),
        calls_with_notes([line.content for line in seed.lines]),
    )
    # Where nothing is left, what was taken for the title was the text.
    for with_title in (True, False):
        named = name_lines(seed, how.rules, with_title, how.decisions.text)
        drafts, blocks = blocks_of(seed, drafts_of(how, named))
        if blocks:
            return article_of(seed, drafts, blocks), record_of(how, drafts, blocks)
    raise BadInput(seed.path, 'holds no prose: every line is a button, a credit or blank')
