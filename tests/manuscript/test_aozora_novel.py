"""From a novel of Aozora Bunko, cut short, to the manuscript: every character, every note.

What the seed says is read here with plain patterns, beside the press's own reading.
"""

import re
import shutil
from pathlib import Path

import pytest

from tategumi.build import Book
from tategumi.manuscript import read_chapters

BOOK = Path(__file__).parents[1] / 'books' / 'aozora'
RULE = '-' * 55 + '\n'

#: What the notes say that stand for a character, and letters with their accents behind them.
SPELT = {'※［＃「木＋吶のつくり」、第3水準1-85-54］': '枘', "me'nage": 'ménage'}


@pytest.fixture(scope='module')
def body():
    """The text of the seed between legend and colophon, its remarks on slips taken out."""
    text = (BOOK / 'seeds' / 'novel.txt').read_text(encoding='utf-8')
    text = text.split(RULE)[-1].rpartition('\n\n底本：')[0]
    for note, characters in SPELT.items():
        text = text.replace(note, characters)
    return re.sub(r'［＃(?:ルビの)?「[^［］]*は(?:底本では[^［］]*|ママ)］', '', text)


@pytest.fixture(scope='module')
def book(tmp_path_factory):
    made = Book(shutil.copytree(BOOK, tmp_path_factory.mktemp('books') / 'aozora'))
    made.clean()
    return made


@pytest.fixture(scope='module')
def manuscript(book):
    return '\n'.join(chapter.text for chapter in read_chapters(book.settings))


def solid(text):
    return re.sub(r'\s', '', text)


def test_every_character_of_the_text_is_in_the_manuscript(body, manuscript):
    said = re.sub(r'［＃[^［］]*］|《[^》]*》|[｜〔〕]', '', body)
    written = re.sub(r'^(?:#+|>) |^\{: .*\}$', '', manuscript, flags=re.M)
    written = re.sub(r'\[([^][]*)\]\{\.warichu\}', r'\1', written)
    written = re.sub(r'\{([^|{}]*)\|[^{}]*\}|《《|》》|\\', r'\1', written)
    assert solid(written) == solid(said)


def test_every_reading_and_every_emphasis_is_there_in_order(body, manuscript):
    readings = [
        parts.replace('|', '') for parts in re.findall(r'\{[^|{}]*\|([^{}]*)\}', manuscript)
    ]
    assert readings == re.findall(r'《([^》]*)》', body)
    dotted = re.findall(r'［＃「([^「」]*)」に傍点］', body)
    assert re.findall(r'《《(.*?)》》', manuscript) == dotted


def test_heads_are_chapters_and_sections(manuscript):
    assert re.findall(r'^#+ .*', manuscript, re.M) == ['# 第一篇', '## 一', '# 第二篇', '## 一']


def test_lines_are_set_in_as_far_as_the_seed_says(body, manuscript):
    said, depth = [], 0
    for line in body.splitlines():
        note = re.match(r'［＃(?:ここから)?([２５])字下げ］(?!.*見出し)', line)
        if note and 'ここから' in note[0] or 'ここで字下げ終わり' in line:
            depth = int(note[1]) if note else 0
        elif line and (note or depth):
            text = re.sub(r'［＃[^［］]*］|《[^》]*》|[｜〔〕]', '', line)
            said.append((int(note[1]) if note else depth, solid(text)))
    written = []
    for block in re.findall(r'(?<=\n\n)[^\n].*?(?=\n\n|$)', manuscript, re.S):
        texts = []
        for line in block.split('\n'):
            mark = re.fullmatch(r'\{: \.indent-(\d+) \}', line)
            if mark:
                written += [(int(mark[1]), text) for text in texts]
            line = re.sub(r'\{([^|]*)\|[^}]*\}', r'\1', line)
            line = re.sub(r'\[([^][]*)\]\{\.warichu\}', r'\1', line)
            texts = [] if mark else [*texts, solid(line)]
    assert len(said) > 10 and written == said


def test_lines_left_empty_between_paragraphs_stay_so(manuscript):
    apart = re.findall(r'(?<=\n\n)(.{8}).*\n\{: \.apart \}\n', manuscript)
    assert apart == ['ラズーミヒンは昨', '『プリヘーリヤ・']


def test_signatures_stand_at_the_line_end(manuscript):
    found = re.findall(r'^(.*)\n\{: \.(line-end.*) \}', manuscript, re.M)
    assert found == [
        ('終身かわらぬおん身の母', 'line-end-9'),
        ('プリヘーリヤ・ラスコーリニコヴァ」', 'line-end'),
        ('{匆々|そうそう}敬白', 'line-end-2'),
        ('Ｐ・ルージン』', 'line-end'),
    ]


def test_cut_in_notes_are_warichu(body, manuscript):
    inside = re.findall(r'（［＃割り注］(.*?)［＃割り注終わり］）', body)
    assert inside and inside == re.findall(r'\[（([^][]*)）\]\{\.warichu\}', manuscript)


def test_the_colophon_names_what_the_text_was_typed_from(book):
    settings = book.settings
    assert (settings.title, [creator.name for creator in settings.creators]) == (
        '罪と罰',
        ['フョードル・ミハイロヴィッチ・ドストエフスキー', '米川正夫'],
    )
    assert [credit.label for credit in settings.credits] == [
        '底本',
        '底本の親本',
        '初出',
        '入力',
        '校正',
        '作成',
        '青空文庫',
    ]
