"""A new scrape and an editor's changes: both are in the chapter, and nothing is lost."""

import shutil
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tategumi.errors import BadInput
from tategumi.manuscript import clean, read_chapters
from tategumi.manuscript.merge import BETWEEN, OURS, THEIRS, conflict_line, merge
from tategumi.manuscript.merge_base import common_paragraphs
from tategumi.settings import load_settings

PARAGRAPHS = st.lists(st.sampled_from('一二三四五六七八'), min_size=1, max_size=8)
SEED = '港の灯\n\n一の文。\n\n二の文。\n\n三の文。\n\n四の文。\n'


def text(paragraphs):
    return '\n\n'.join(paragraphs) + '\n'


@given(PARAGRAPHS.map(text), PARAGRAPHS.map(text))
def test_what_only_one_changed_is_taken_over(base, changed):
    assert merge(base, changed, base) == (changed, 0)
    assert merge(base, base, changed) == (changed, 0)
    assert merge(base, changed, changed) == (changed, 0)


@given(PARAGRAPHS, PARAGRAPHS, PARAGRAPHS)
def test_no_new_paragraph_of_either_is_lost(base, edited, new):
    merged, conflicts = merge(text(base), text(edited), text(new))
    paragraphs = merged.strip().split('\n\n')
    assert set(edited) - set(base) <= set(paragraphs)
    assert set(new) - set(base) <= set(paragraphs)
    assert set(base) & set(edited) & set(new) <= set(paragraphs)
    assert paragraphs.count(OURS) == paragraphs.count(THEIRS) == conflicts
    assert bool(conflict_line(merged)) == bool(conflicts)


def test_both_versions_of_a_conflict_stay():
    assert merge(text('一二三'), text('一弐三'), text('一2三')) == (
        text(['一', OURS, '弐', BETWEEN, '2', THEIRS, '三']),
        1,
    )


LAMP = '港の灯は、夜になると、ともる。'
SHIP = '船の灯も、岸からよく見える。'


LATER = '港の灯は、夜が来ると、ともる。'
SHIPS = '船の灯は、岸からよく見える。'


@pytest.mark.parametrize(
    'edited, new, merged',
    [
        ([LATER, SHIP], [LAMP, SHIPS], [LATER, SHIPS]),
        (
            [LATER, SHIP],
            ['港の灯は、夜になると、消える。', SHIP],
            ['港の灯は、夜が来ると、消える。', SHIP],
        ),
        ([LATER, SHIP], [SHIP, LAMP], [SHIP, LATER]),
        ([LAMP], [LAMP, SHIP, '朝になった。'], [LAMP, '朝になった。']),
        ([LAMP], [LAMP, '朝になった。'], [LAMP, '朝になった。']),
        ([LAMP, '朝になった。'], [LAMP], [LAMP, '朝になった。']),
        (['朝になった。'], [SHIP], ['朝になった。']),
        (['朝になった。'], [], ['朝になった。']),
        (
            [LAMP, '編集者の文。', SHIP],
            [LAMP, '汽笛が鳴った。', SHIP],
            [LAMP, '編集者の文。', '汽笛が鳴った。', SHIP],
        ),
    ],
)
def test_changes_of_different_phrases_are_both_taken_over(edited, new, merged):
    assert merge(text([LAMP, SHIP]), text(edited), text(new)) == (text(merged), 0)


def test_a_conflict_is_of_the_phrase_and_marked_in_its_paragraph_alone():
    made, conflicts = merge(
        text([LAMP, SHIP, '終わり。']),
        text(['港の火は、夜が来ると、ともる。', SHIP, '終わりだ。']),
        text(['港の灯は、夕方になると、消える。', '船の灯は、岸からよく見える。', '終わり。']),
    )
    assert conflicts == 1
    assert made == text(
        [
            OURS,
            '港の火は、夜が来ると、消える。',
            BETWEEN,
            '港の火は、夕方になると、消える。',
            THEIRS,
            '船の灯は、岸からよく見える。',
            '終わりだ。',
        ]
    )


def test_a_paragraph_that_one_left_out_and_the_other_changed_is_a_conflict():
    made, conflicts = merge(text([LAMP, SHIP]), text([LAMP]), text([LAMP, SHIPS]))
    assert conflicts == 1 and made == text([LAMP, OURS, BETWEEN, SHIPS, THEIRS])


def test_a_long_chapter_is_merged_quickly():
    paragraphs = [f'第{number}の段落である。海は{number}度、鳴った。' for number in range(3_000)]
    edited = [each.replace('海は', '波は') for each in paragraphs]
    new = [each.replace('段落', '文') for each in paragraphs]
    made, conflicts = merge(text(paragraphs), text(edited), text(new))
    assert not conflicts and '第7の文である。波は7度、鳴った。' in made


@pytest.fixture
def root(tmp_path):
    (tmp_path / 'seeds').mkdir()
    scrape(tmp_path, SEED)
    run(tmp_path)
    return tmp_path


def scrape(root, seed):
    (root / 'seeds' / 'a.txt').write_text(seed, encoding='utf-8')


def run(root):
    return clean(root, load_settings(root))


def edit(root, before, after):
    [path] = (root / 'book' / 'chapters').iterdir()
    path.write_text(path.read_text('utf-8').replace(before, after), encoding='utf-8')


def chapter(root):
    return read_chapters(load_settings(root))[0].text


def test_a_new_scrape_is_merged_into_an_edited_chapter(root):
    edit(root, '一の文。', '一の、よい文。')
    scrape(root, SEED.replace('四の文。', '四の長い文。\n\n五の文。'))
    result = run(root)
    assert [path.name for path in result.merged] == ['01-港の灯.md'] and result.conflicts == 0
    assert chapter(root) == (
        '# 港の灯\n\n一の、よい文。\n\n二の文。\n\n三の文。\n\n四の長い文。\n\n五の文。\n'
    )
    again = run(root)
    assert (again.merged, again.written) == ((), ())


def test_a_second_new_scrape_is_merged_too(root):
    edit(root, '一の文。', '一の、よい文。')
    for more in ('五の文。', '五の文。\n\n六の文。'):
        scrape(root, f'{SEED}\n{more}\n')
        run(root)
    assert chapter(root).startswith('# 港の灯\n\n一の、よい文。\n')
    assert chapter(root).endswith('四の文。\n\n五の文。\n\n六の文。\n')


def test_a_conflict_waits_for_the_editor(root):
    edit(root, '二の文。', '二の、よい文。')
    scrape(root, SEED.replace('二の文。', '二の違う文。'))
    assert run(root).conflicts == 1
    with pytest.raises(BadInput, match=r'01-港の灯\.md:5: .*keep one of the two versions'):
        chapter(root)
    [path] = (root / 'book' / 'chapters').iterdir()
    both = path.read_text('utf-8')
    assert '二の、よい文。' in both and '二の違う文。' in both
    scrape(root, SEED.replace('二の文。', '二のまた違う文。'))
    run(root)
    assert path.read_text('utf-8') == both


def test_what_is_in_dist_may_be_deleted(root):
    edit(root, '一の文。', '一の、よい文。')
    shutil.rmtree(root / 'dist')
    scrape(root, SEED.replace('四の文。', '四の長い文。'))
    assert run(root).conflicts == 0
    assert '一の、よい文。' in chapter(root) and '四の長い文。' in chapter(root)


@pytest.mark.parametrize(
    'damage',
    [
        shutil.rmtree,
        lambda folder: [
            path.write_text('別の文。\n', encoding='utf-8') for path in folder.iterdir()
        ],
    ],
)
def test_where_the_ground_is_lost_both_versions_stay(root, damage):
    edit(root, '一の文。', '一の、よい文。')
    damage(root / 'book' / '.ground')
    scrape(root, SEED.replace('四の文。', '四の文。\n\n五の文。'))
    assert run(root).conflicts == 1
    [path] = (root / 'book' / 'chapters').iterdir()
    both = path.read_text('utf-8')
    assert both.count('二の文。') == 1
    assert all(words in both for words in ('一の文。', '一の、よい文。', '五の文。'))


@given(PARAGRAPHS.map(text), PARAGRAPHS.map(text))
def test_on_common_ground_nothing_of_either_falls_away(edited, new):
    merged, _ = merge(common_paragraphs(edited, new), edited, new)
    kept = Counter(merged.split('\n\n'))
    for version in (edited, new):
        paragraphs = Counter(version.strip('\n').split('\n\n'))
        assert set(paragraphs) <= {each.strip('\n') for each in kept}


def test_after_the_state_is_lost_an_edit_stays_and_the_next_scrape_is_merged(root):
    edit(root, '一の文。', '一の、よい文。')
    (root / 'book' / '.manuscript.json').unlink()
    assert [path.name for path in run(root).left_alone] == ['01-港の灯.md']
    scrape(root, SEED.replace('四の文。', '四の長い文。'))
    run(root)
    assert '一の、よい文。' in chapter(root) and '四の長い文。' in chapter(root)


def test_an_edited_chapter_follows_its_number(root):
    scrape(root, '題\n\n第一章　夜\n\n暗い。\n\n第二章　朝\n\n明るい。\n')
    run(root)
    folder = root / 'book' / 'chapters'
    path = folder / '02-第二章-朝.md'
    path.write_text('# 朝\n\n明るい、よい文。\n', encoding='utf-8')
    scrape(
        root,
        '題\n\n前の文。\n\n第一章　夜\n\n暗い。\n\n第一章の二　昼\n\n白い。\n\n'
        '第二章　朝\n\n明るい。\n\n次の文。\n',
    )
    run(root)
    [now] = folder.glob('*朝.md')
    assert not path.exists() or now == path
    kept = now.read_text(encoding='utf-8')
    assert '明るい、よい文。' in kept and '次の文。' in kept
