"""Where chapters begin, and what their files are called."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tategumi.cleaning import Article, Block, clean_seed
from tategumi.manuscript import compose
from tategumi.seed import seed_text


def chapters(*texts, each='part'):
    return compose(
        [
            clean_seed(seed_text(f'seeds/{number}.txt', text))[0]
            for number, text in enumerate(texts)
        ],
        each,
    )


def test_text_before_the_first_head_is_the_opening():
    made = chapters('題\n\n前文。\n\n01 港 の灯\n\n本文。\n\n02 朝\n\n|船\n\n了。')
    assert [(chapter.name, chapter.text) for chapter in made] == [
        ('00-序.md', '# 序\n\n前文。\n'),
        ('01-港の灯.md', '# 01　港の灯\n\n本文。\n'),
        ('02-朝.md', '# 02　朝\n\n船\n{: .caption }\n\n了。\n'),
    ]


def test_without_text_before_it_the_first_head_opens_the_book():
    made = chapters('題\n\n第一章　港\n\n本文。\n\n第一節\n\n節。')
    assert [(chapter.name, chapter.text) for chapter in made] == [
        ('01-第一章-港.md', '# 第一章　港\n\n本文。\n\n## 第一節\n\n節。\n')
    ]


def test_an_only_chapter_is_headed_by_the_title():
    assert [c.text for c in chapters('港の灯\n\n本文。')] == ['# 港の灯\n\n本文。\n']
    assert [c.text for c in chapters('本文です。')] == ['# 本文\n\n本文です。\n']


def test_each_titled_seed_of_several_is_a_part():
    made = chapters('一の題\n\n一。\n\n第一章\n\n章。\n\n第一節\n\n節。', '二の題\n\n二。')
    assert [(chapter.name, chapter.text) for chapter in made] == [
        ('01-一の題.md', '# 一の題\n{: .part }\n\n一。\n'),
        ('02-第一章.md', '# 第一章\n\n章。\n\n## 第一節\n\n節。\n'),
        ('03-二の題.md', '# 二の題\n{: .part }\n\n二。\n'),
    ]


def test_book_yaml_may_make_chapters_of_the_seeds_and_sections_of_their_heads():
    made = chapters('一の題\n\n一。\n\n第一章\n\n章。', '二の題\n\n二。', each='chapter')
    assert [chapter.text for chapter in made] == [
        '# 一の題\n\n一。\n\n## 第一章\n\n章。\n',
        '# 二の題\n\n二。\n',
    ]


def test_seeds_without_heads_are_chapters():
    made = chapters('一の題\n\n一。', '二の題\n\n二。')
    assert [chapter.text for chapter in made] == ['# 一の題\n\n一。\n', '# 二の題\n\n二。\n']


def test_an_untitled_seed_goes_on_from_the_one_before():
    made = chapters('第一章\n\n一。', '続き。\n\n第二章\n\n二。')
    assert [chapter.text for chapter in made] == [
        '# 第一章\n\n一。\n\n続き。\n',
        '# 第二章\n\n二。\n',
    ]


def test_files_sort_in_reading_order_past_ninety_nine_chapters():
    names = [c.name for c in chapters('\n\n'.join(f'第{n}章\n\n文。' for n in range(1, 121)))]
    assert names == sorted(names) and len(set(names)) == 120


@given(st.text(max_size=60).filter(bool))
def test_a_head_never_names_a_file_elsewhere(head):
    head = head.replace('\n', ' ').replace('\r', ' ')
    [chapter] = compose([Article(Path('a.txt'), '', '', (), (Block('head', head, (1,), 1),))])
    assert chapter.name == Path(chapter.name).name
    assert chapter.name.startswith('01-') and chapter.name.endswith('.md')
    assert len(chapter.name.encode()) < 200


def test_places_are_the_lines_an_editor_sees():
    texts = [
        '題\n\n前。\n\n01 港\n\n|船\n\n本文。\n\n02 朝\n\n了。',
        '二の題\n\n前。\n\n第一章\n\n了。',
    ]
    for chapter in chapters(*texts):
        lines = chapter.text.split('\n')
        for (file, seed_line), line in chapter.places.items():
            seen = texts[int(file.stem)].split('\n')[seed_line - 1].lstrip('|').split(' ')[-1]
            assert seen in lines[line - 1]
    assert sum(len(chapter.places) for chapter in chapters(*texts)) == 9


def test_notation_in_a_title_heads_the_chapter_and_is_not_in_the_title():
    text = '# {港|みなと}の*灯* 5\\*3\n\n船は出た。\n'
    article, _ = clean_seed(seed_text('a.md', text))
    assert article.title == '港の灯 5*3'
    [chapter] = compose([article])
    assert chapter.text == text
