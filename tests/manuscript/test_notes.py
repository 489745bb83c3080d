"""Notes of a Markdown seed, wherever it has them, in the chapters that call them."""

import re

from hypothesis import given
from hypothesis import strategies as st

from tategumi.cleaning import clean_seed
from tategumi.manuscript import compose
from tategumi.seed import seed_text


def chapters(*texts, each='part'):
    return [
        chapter.text
        for chapter in compose(
            [
                clean_seed(seed_text(f'seeds/{number}.md', text))[0]
                for number, text in enumerate(texts)
            ],
            each,
        )
    ]


def test_notes_at_the_end_of_a_seed_go_to_the_chapters_that_call_them():
    assert chapters(
        '# 題\n\n## 港\n\n灯[^1]。\n\n## 夜\n\n舟[^b]。\n\n'
        '[^1]: 注の一。\n[^b]: 注の二。\n    続き。'
    ) == [
        '# 港\n\n灯[^1]。\n\n[^1]: 注の一。\n',
        '# 夜\n\n舟[^b]。\n\n[^b]: 注の二。\n    続き。\n',
    ]


def test_further_paragraphs_of_a_note_go_with_it():
    assert chapters(
        '# 題\n\n## 港\n\n灯[^1]。\n\n## 夜\n\n舟。\n\n[^1]: 一。\n\n    二。\n\n    三。'
    ) == ['# 港\n\n灯[^1]。\n\n[^1]: 一。\n\n    二。\n\n    三。\n', '# 夜\n\n舟。\n']


def test_a_note_that_two_chapters_call_is_in_both():
    first, second = chapters('# 題\n\n## 港\n\n灯[^1]。\n\n## 夜\n\n舟[^1]。\n\n[^1]: 注。')
    assert first.endswith('\n[^1]: 注。\n') and second.endswith('\n[^1]: 注。\n')


def test_a_note_that_nothing_calls_stays_in_its_chapter():
    assert chapters('# 題\n\n## 港\n\n灯。\n\n[^1]: 注。\n\n## 夜\n\n舟。')[0] == (
        '# 港\n\n灯。\n\n[^1]: 注。\n'
    )


def test_of_notes_with_one_label_a_call_has_the_next():
    (made,) = chapters('# 題\n\n一[^1]。\n\n[^1]: 注の一。\n\n二[^1]。\n\n[^1]: 注の二。')
    assert made == '# 題\n\n一[^1]。\n\n二[^1-2]。\n\n[^1]: 注の一。\n\n[^1-2]: 注の二。\n'


def test_seeds_that_make_one_chapter_keep_their_notes_apart():
    (made,) = chapters('本文[^1]。\n\n[^1]: 甲。', '続き[^1]。\n\n[^1]: 乙。')
    assert made.index('本文[^1]') < made.index('続き[^1-2]')
    assert '[^1]: 甲。' in made and '[^1-2]: 乙。' in made


def test_code_and_escaped_marks_call_nothing():
    made = chapters('# 題\n\n## 港\n\n`[^1]`と\\[^1]。\n\n## 夜\n\n舟[^1]。\n\n[^1]: 注。')
    assert made == ['# 港\n\n`[^1]`と\\[^1]。\n', '# 夜\n\n舟[^1]。\n\n[^1]: 注。\n']


def test_a_call_in_a_heading_has_its_note_below_it():
    assert chapters('# 題\n\n## 港[^1]\n\n灯。\n\n## 夜\n\n舟。\n\n[^1]: 注。')[0] == (
        '# 港[^1]\n\n灯。\n\n[^1]: 注。\n'
    )


@given(
    st.lists(
        st.sampled_from(
            [
                '## 章',
                '灯は消えた。',
                '舟[^1]。',
                '港[^a]、夜[^1]。',
                '[^1]: 注の壱。',
                '[^a]: 注の弐。',
                '    続き。',
            ]
        ),
        max_size=14,
    )
)
def test_every_note_is_there_and_every_call_has_one(lines):
    made = chapters('\n\n'.join(['# 題', '本文。', *lines]))
    for words in ('注の壱。', '注の弐。', '灯は消えた。'):
        assert sum(text.count(words) for text in made) >= '\n'.join(lines).count(words)
    for label, note in (('1', '注の壱。'), ('a', '注の弐。')):
        if any(note in line for line in lines):
            for text in made:
                calls = {*re.findall(rf'\[\^({label}(?:-\d+)?)\](?!:)', text)}
                notes = re.findall(rf'^\[\^({label}(?:-\d+)?)\]:', text, re.MULTILINE)
                assert calls <= {*notes} and len({*notes}) == len(notes)
