"""Scraped texts after many kinds of sites, each beside the manuscript an editor would want.

``tests/seeds/sites/KIND/NAME.txt`` (``.md``, ``.html``) and ``NAME.right.md``; ``unseen-sites``
has other kinds, which no rule had been written for when they were, and ``blind-sites`` was
written, manuscripts and all, by somebody who had read neither the rules nor other samples.
Measured is

- removal: how much of what was taken out had to go (precision), and how much of
  what had to go was taken out (recall); a lost sentence counts against the first, and so
  does one that is broken or has another line joined to it;
- text, on pages of HTML alone and beside other libraries: how much of what was
  kept is right (precision), and how much of what is right was kept (recall).
"""

import re
from collections import Counter
from pathlib import Path

import pytest

from tategumi.cleaning import clean_seed
from tategumi.manuscript import compose
from tategumi.seed import read_seeds, seed_text
from tategumi.seed.links import without_links

SAMPLES = Path(__file__).parents[1] / 'seeds'


def samples(folder):
    return sorted(
        path for path in (SAMPLES / folder).rglob('*.*') if not path.name.endswith('.right.md')
    )


SEEDS, UNSEEN, BLIND = samples('sites'), samples('unseen-sites'), samples('blind-sites')
#: What a chapter is called that has no head in its seed: no words of the seed.
HEADS_OF_THE_PRESS = Counter({'序': 99, '本文': 99})
PAGES = [path for path in SEEDS if path.suffix == '.html']


def lines_of(markdown):
    return Counter(line.strip() for line in markdown.split('\n') if line.strip())


def words_of(markdown):
    """Lines as their letters and figures: what libraries that know no notation give, too."""
    lines = Counter()
    markdown = without_links(re.sub(r'\{([^{}|]+)\|[^{}]*\}', r'\1', markdown))
    for line, count in lines_of(markdown).items():
        words = re.sub(r'\W|_', '', line)
        if words and not line.startswith('{:'):
            lines[words] += count
    return lines


def size(lines, by_character):
    return sum(count * (len(line) if by_character else 1) for line, count in lines.items())


def made_of(path):
    """``(manuscript, title of the book, record)``."""
    article, record = clean_seed(seed_text(path, path.read_text(encoding='utf-8')))
    return '\n'.join(chapter.text for chapter in compose([article])), article.title, record


def right_of(path):
    return path.with_suffix('.right.md').read_text(encoding='utf-8')


def removal(seeds, by_character):
    """``(precision, recall)`` of what is taken out of these samples."""
    gone = lost = left = 0
    for path in seeds:
        made, title, record = made_of(path)
        made, title, right = words_of(made), words_of(title), words_of(right_of(path))
        taken = words_of(
            '\n'.join(
                line.text
                for line in record.lines
                if line.fate in ('dropped', 'metadata') and line.rule != 'html-markup'
            )
        )
        gone += size(taken - right, by_character)
        lost += size(right - (made | title) - HEADS_OF_THE_PRESS, by_character)
        left += size(made - right, by_character)
    return gone / (gone + lost), gone / (gone + left)


def test_there_are_samples_enough():
    assert len(SEEDS) >= 60 and len({path.parent for path in SEEDS}) >= 25
    assert len(BLIND) >= 30
    assert all(path.with_suffix('.right.md').is_file() for path in SEEDS + UNSEEN + BLIND)


@pytest.mark.parametrize(
    'path', SEEDS + UNSEEN, ids=lambda path: f'{path.parent.name}/{path.name}'
)
def test_no_line_of_the_text_is_lost(path):
    made, _, _ = made_of(path)
    body = Counter(
        {
            line: count
            for line, count in lines_of(right_of(path)).items()
            if not line.startswith('# ')
        }
    )
    assert body - lines_of(made) == Counter()


@pytest.mark.parametrize(
    'unit, precision, recall', [('character', 0.999, 0.98), ('line', 0.999, 0.97)]
)
def test_what_is_taken_out_had_to_go_and_little_is_left(say, unit, precision, recall):
    found = removal(SEEDS, unit == 'character')
    say(
        f'removal by {unit}: precision {found[0]:.4f}, recall {found[1]:.4f} '
        f'({len(SEEDS)} samples)'
    )
    assert found[0] >= precision and found[1] >= recall


@pytest.mark.parametrize('unit', ['character', 'line'])
def test_of_sites_of_other_kinds_nothing_is_taken_out_that_had_to_stay(say, unit):
    precision, recall = removal(UNSEEN, unit == 'character')
    say(
        f'removal by {unit}: precision {precision:.4f}, recall {recall:.4f} '
        f'({len(UNSEEN)} samples of other kinds)'
    )
    assert precision >= 0.999


@pytest.mark.parametrize('unit', ['character', 'line'])
def test_of_sites_written_blind_what_is_taken_out_had_to_go(say, unit):
    precision, recall = removal(BLIND, unit == 'character')
    say(
        f'removal by {unit}: precision {precision:.4f}, recall {recall:.4f} '
        f'({len(BLIND)} samples written blind)'
    )
    assert precision >= 0.994


def test_titles_of_sites_written_blind(say):
    right = [
        made_of(path)[1] == right_of(path).split('\n', 1)[0].removeprefix('# ') for path in BLIND
    ]
    say(f'titles: {sum(right)} right of {len(BLIND)} samples written blind')
    assert sum(right) >= 22


def by_trafilatura(source):
    import trafilatura

    return trafilatura.extract(source) or ''


def by_justext(source):
    import justext

    return '\n'.join(
        paragraph.text
        for paragraph in justext.justext(
            source,
            frozenset(),
            **{'stopwords_low': 0, 'stopwords_high': 0, 'length_low': 20, 'length_high': 40},
        )
        if not paragraph.is_boilerplate
    )


def by_readability(source):
    from lxml import html
    from readability import Document

    tree = html.fromstring(Document(source).summary())
    return '\n'.join(
        block.text_content() for block in tree.iter('p', 'li', 'h1', 'h2', 'h3', 'td', 'th')
    )


def by_this_press(source):
    return '\n'.join(
        chapter.text for chapter in compose([clean_seed(seed_text('a.html', source))[0]])
    )


def text_of_pages(extract):
    """``(precision, recall)`` by character of what is kept of the pages; heads count nowhere."""
    kept = right = both = 0
    for path in PAGES:
        heads = words_of(
            '\n'.join(line for line in right_of(path).split('\n') if line.startswith('# '))
        )
        wanted = Counter(''.join((words_of(right_of(path)) - heads).elements()))
        found = Counter(
            ''.join((words_of(extract(path.read_text(encoding='utf-8'))) - heads).elements())
        )
        kept += found.total()
        right += wanted.total()
        both += (found & wanted).total()
    return both / max(kept, 1), both / right


def test_pages_beside_other_libraries(say):
    found = {
        extract.__name__[3:]: text_of_pages(extract)
        for extract in (by_this_press, by_trafilatura, by_justext, by_readability)
    }
    for name, (precision, recall) in found.items():
        say(
            f'text of {len(PAGES)} pages by {name}: precision {precision:.4f}, recall {recall:.4f}'
        )
    ours = found.pop('this_press')
    assert ours[1] >= 0.999
    assert all(ours[1] >= recall for _, recall in found.values())


def test_samples_are_seeds_as_they_are_read(tmp_path):
    (tmp_path / 'seeds').mkdir()
    for number, path in enumerate(SEEDS):
        (tmp_path / 'seeds' / f'{number:03d}{path.suffix}').write_bytes(path.read_bytes())
    for seed, path in zip(read_seeds(tmp_path), SEEDS, strict=True):
        assert seed.text == path.read_text(encoding='utf-8')
        _, record = clean_seed(seed)
        assert ''.join(line.text + line.end for line in record.lines) == seed.text
