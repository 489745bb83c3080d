"""The editor's workspace: what cleaning writes, and what it never touches."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tategumi.errors import BadInput
from tategumi.manuscript import clean, read_chapters
from tategumi.manuscript.plan import plan
from tategumi.manuscript.state import digest_of
from tategumi.settings import load_settings

SEED = '港の灯\n\n出典: 海の週報\n\n前文。\n\n01 夜\n\n暗い。\n\n02 朝\n\n明るい。\n'


@pytest.fixture
def root(tmp_path):
    (tmp_path / 'seeds').mkdir()
    (tmp_path / 'seeds' / 'a.txt').write_text(SEED, encoding='utf-8')
    return tmp_path


def run(root, **options):
    return clean(root, load_settings(root), **options)


def names(paths):
    return [path.name for path in paths]


def files(root):
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob('*'))
        if path.is_file()
    }


def change(path, text):
    path.write_text(text, encoding='utf-8')


def test_a_folder_that_holds_only_seeds_becomes_a_book(root):
    result = run(root)
    settings = load_settings(root)
    assert names(result.written) == ['00-序.md', '01-夜.md', '02-朝.md']
    assert names(chapter.path for chapter in read_chapters(settings)) == names(result.chapters)
    assert (settings.title, settings.source) == ('港の灯', '海の週報')
    assert settings.identifier.startswith('urn:uuid:')
    assert sorted(files(root / 'dist')) == ['cleaning.html', 'cleaning.json']


def test_the_book_is_the_same_book_without_book_yaml(root):
    run(root)
    with_it = load_settings(root)
    (root / 'book' / 'book.yaml').unlink()
    assert load_settings(root) == with_it


def test_the_identifier_is_the_seeds(root):
    run(root)
    before = load_settings(root).identifier
    (root / 'book' / 'book.yaml').unlink()
    change(root / 'seeds' / 'a.txt', SEED + '\n了。\n')
    run(root)
    assert load_settings(root).identifier != before


def test_the_same_seeds_write_the_same_bytes_and_touch_nothing(root):
    run(root)
    before = files(root)
    times = {path: path.stat().st_mtime_ns for path in root.rglob('*')}
    result = run(root)
    assert result.written == result.left_alone == result.removed == ()
    assert files(root) == before
    assert {path: path.stat().st_mtime_ns for path in root.rglob('*')} == times


def test_the_record_names_lines_of_the_manuscript(root):
    run(root)
    record = json.loads((root / 'dist' / 'cleaning.json').read_text(encoding='utf-8'))
    [seed] = record['seeds']
    assert seed['file'] == 'seeds/a.txt'
    assert ''.join(line['text'] + line['end'] for line in seed['lines']) == SEED
    kept = [line for line in seed['lines'] if line['fate'] in ('kept', 'changed', 'suspect')]
    assert len(kept) == 5
    for line in kept:
        text = (root / line['where']['file']).read_text(encoding='utf-8').split('\n')
        after = line['becomes'] if 'changes' in line else line['text']
        assert text[line['where']['line'] - 1].removeprefix('# ') == after


def test_an_editors_change_is_left_alone_and_said(root):
    run(root)
    edited = root / 'book' / 'chapters' / '01-夜.md'
    change(edited, '# 夜\n\n直した。\n')
    change(root / 'seeds' / 'a.txt', SEED.replace('明るい', '白い'))
    result = run(root)
    assert names(result.left_alone) == ['01-夜.md'] and names(result.written) == ['02-朝.md']
    assert '直した' in edited.read_text(encoding='utf-8')
    assert names(run(root).left_alone) == ['01-夜.md']


def test_force_keeps_the_editors_file_beside_the_new_one(root):
    run(root)
    folder = root / 'book' / 'chapters'
    for number, text in enumerate(['一度目。\n', '二度目。\n'], 1):
        change(folder / '01-夜.md', text)
        result = run(root, force=True)
        assert names(result.kept_aside) == [f'01-夜.md.kept-{number}']
        assert (folder / '01-夜.md').read_text(encoding='utf-8') == '# 01　夜\n\n暗い。\n'
    assert (folder / '01-夜.md.kept-1').read_text(encoding='utf-8') == '一度目。\n'
    assert (folder / '01-夜.md.kept-2').read_text(encoding='utf-8') == '二度目。\n'
    assert len(read_chapters(load_settings(root))) == 3


def test_a_head_renamed_in_the_seed_leaves_no_second_chapter(root):
    run(root)
    change(root / 'seeds' / 'a.txt', SEED.replace('02 朝', '02 暁'))
    result = run(root)
    assert names(result.removed) == ['02-朝.md']
    assert len(read_chapters(load_settings(root))) == 3


def test_an_edited_chapter_the_seed_no_longer_has_stays(root):
    run(root)
    change(root / 'book' / 'chapters' / '02-朝.md', '# 朝\n\n直した。\n')
    change(root / 'seeds' / 'a.txt', SEED.replace('02 朝', '02 暁'))
    result = run(root)
    assert names(result.left_alone) == ['02-朝.md'] and result.removed == ()
    assert (root / 'book' / 'chapters' / '02-朝.md').exists()


def test_files_that_cleaning_did_not_write_stay(root):
    run(root)
    own = root / 'book' / 'chapters' / '03-跋.md'
    change(own, '# 跋\n')
    change(root / 'book' / 'book.yaml', 'title: 私の題\n')
    run(root, force=True)
    assert own.read_text(encoding='utf-8') == '# 跋\n'
    assert load_settings(root).title == '私の題'


def test_captions_are_dropped_when_book_yaml_says_so(root):
    change(root / 'seeds' / 'a.txt', SEED + '\n|夜の港\n\n了。\n')
    run(root)
    assert '夜の港' in (root / 'book' / 'chapters' / '02-朝.md').read_text(encoding='utf-8')
    change(root / 'book' / 'book.yaml', 'captions: drop\n')
    result = run(root)
    assert '夜の港' not in (root / 'book' / 'chapters' / '02-朝.md').read_text(encoding='utf-8')
    assert result.record.summary.dropped['caption-dropped-by-book-yaml'] == 1


@pytest.mark.parametrize('damage', ['原文表示\n共有\n', '', '\x00'])
def test_a_bad_seed_changes_no_file(root, damage):
    run(root)
    change(root / 'seeds' / 'b.txt', damage)
    before = files(root)
    with pytest.raises(BadInput, match=r'seeds/b\.txt'):
        run(root)
    assert files(root) == before


@pytest.mark.parametrize('state', ['{', '[]', '{"chapters": 1, "metadata": {}}'])
def test_a_damaged_state_is_named_and_nothing_is_written(root, state):
    run(root)
    settings = load_settings(root)
    change(root / 'book' / '.manuscript.json', state)
    before = files(root)
    with pytest.raises(BadInput, match=r'\.manuscript\.json'):
        clean(root, settings, force=True)
    assert files(root) == before


def test_a_state_that_points_elsewhere_is_refused(root):
    run(root)
    path = root / 'book' / '.manuscript.json'
    state = json.loads(path.read_text(encoding='utf-8'))
    state['chapters']['../../seeds/a.txt'] = digest_of(SEED)
    change(path, json.dumps(state))
    with pytest.raises(BadInput, match='manuscript.json: .*no name of a file'):
        run(root)
    assert (root / 'seeds' / 'a.txt').exists()


TEXTS = st.dictionaries(st.sampled_from(['a.md', 'b.md', 'c.md']), st.sampled_from('一二三'))


@given(made=TEXTS, recorded=TEXTS, there=TEXTS, force=st.booleans())
def test_no_text_of_an_editor_is_ever_lost(made, recorded, there, force):
    steps = plan(
        made,
        {name: digest_of(text) for name, text in recorded.items()},
        {name: digest_of(text) for name, text in there.items()},
        force,
    )
    after = dict(there)
    for name, aside in steps.keep_aside:
        assert aside not in after
        after[aside] = there[name]
    after.update(steps.write)
    for name in steps.remove:
        del after[name]
    for name, text in there.items():
        if text != recorded.get(name) and text != made.get(name):
            assert text in [after.get(other) for other in after if other.startswith(name)]
    for name, text in made.items():
        assert after[name] == text or name in steps.left_alone
    assert not (force and set(made) & set(steps.left_alone))
