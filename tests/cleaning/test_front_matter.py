"""What a Markdown file says of itself above its text."""

import pytest

from tategumi.cleaning import clean_seed
from tategumi.seed import seed_text
from tategumi.settings import Creator, Credit

TEXT = """---
title: "港の灯"
author: 山田太郎
layout: post
tags:
  - 海
url: https://a.jp/b
---

# はじまり

港の灯。
"""


def clean(text, name='seeds/a.md'):
    return clean_seed(seed_text(name, text))


def test_it_becomes_metadata():
    article, record = clean(TEXT)
    assert (article.title, article.source) == ('港の灯', 'https://a.jp/b')
    assert article.creators == (Creator('山田太郎'),)
    assert article.credits == (Credit('出典', 'https://a.jp/b'),)
    assert [block.text for block in article.blocks] == ['はじまり', '港の灯。']
    assert {line.rule for line in record.lines[:8] if line.fate == 'dropped'} == {
        'front-matter-other'
    }


@pytest.mark.parametrize(
    'text',
    ['---\n\n港の灯。\n\n---\n\n朝。', '---\n---\n港の灯。', '---\ntitle: 港\n\n灯は消えた。'],
)
def test_a_rule_at_the_top_opens_no_front_matter(text):
    article, record = clean(text)
    assert article.title == ''
    assert 'front-matter-other' not in {line.rule for line in record.lines}


def test_a_plain_text_has_none():
    article, _ = clean(TEXT, 'seeds/a.txt')
    assert article.creators == ()


@pytest.mark.parametrize('authors', ['authors = ["山田太郎"]', "author = '山田太郎'"])
def test_that_of_toml_becomes_metadata_too(authors):
    article, _ = clean(
        f'+++\ntitle = "港の灯"\ndate = 2024-01-02\n{authors}\n[params]\n  toc = true\n+++\n\n'
        '港の灯。\n'
    )
    assert (article.title, article.creators) == ('港の灯', (Creator('山田太郎'),))
    assert [block.text for block in article.blocks] == ['港の灯。']


@pytest.mark.parametrize('text', ['+++\n\n港の灯。\n\n+++\n\n朝。', '+++\n港の灯。\n朝。'])
def test_a_row_of_crosses_at_the_top_opens_none(text):
    _, record = clean(text)
    assert 'front-matter-other' not in {line.rule for line in record.lines}


@pytest.mark.parametrize(
    'heads, expected',
    [
        (['# 港の灯', '## 東', '## 南'], ['東', '南']),
        (['# 港の灯 #', '## 東', '### 朝', '## 南'], ['東', '朝', '南']),
        (['# 灯台の話', '## 東', '## 南'], ['灯台の話', '東', '南']),
        (['# 港の灯', '# 東', '# 南'], ['港の灯', '東', '南']),
        (['# 港の灯'], ['港の灯']),
    ],
)
def test_a_topmost_head_that_says_the_title_again_is_no_chapter(heads, expected):
    text = ''.join(f'{head}\n\n港の灯は消えない。夜が明ける。\n\n' for head in heads)
    if heads[1:2] == ['## 東']:
        text = text.replace('港の灯は消えない。夜が明ける。\n\n', '', 1)
    article, _ = clean(f'---\ntitle: 港の灯\n---\n\n{text}')
    assert article.title == '港の灯'
    assert [block.text for block in article.blocks if block.kind == 'head'] == expected


@pytest.mark.parametrize(
    'authors',
    [
        'authors: ["山田太郎", \'佐藤 花子\']',
        'authors: [山田太郎, 佐藤 花子]',
        'author:\n  - 山田太郎\n  - "佐藤 花子"',
        'authors:\n- name: 山田太郎\n  email: a@b.jp\n- name: 佐藤 花子',
    ],
)
def test_several_authors_are_each_known(authors):
    article, record = clean(f'---\ntitle: 港の灯\n{authors}\nlayout: post\n---\n\n港の灯。\n')
    assert article.creators == (Creator('山田太郎'), Creator('佐藤花子'))
    assert [block.text for block in article.blocks] == ['港の灯。']


@pytest.mark.parametrize(
    'authors',
    [
        'authors = ["山田太郎", "佐藤 花子"]',
        "authors = [\n  '山田太郎',\n'佐藤 花子',\n]",
        '[[authors]]\nname = "山田太郎"\n[[authors]]\nname = "佐藤 花子"',
    ],
)
def test_several_authors_of_toml_are_each_known(authors):
    article, _ = clean(f'+++\ntitle = "港の灯"\n{authors}\n+++\n\n港の灯。\n')
    assert article.creators == (Creator('山田太郎'), Creator('佐藤花子'))


def test_who_translated_it_is_known_as_such():
    article, _ = clean(
        '---\nauthor: Ann Lee\ntranslator: 佐藤花子\ntags: [author]\n---\n\n港の灯。\n'
    )
    assert article.creators == (Creator('Ann Lee'), Creator('佐藤花子', 'trl'))
