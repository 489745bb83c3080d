"""The book at work: what a click decides is in the files, and is taken back whole."""

import pytest

from tategumi.desk import clicks, view
from tategumi.desk.session import Session
from tategumi.errors import BadInput
from tategumi.language import language_of
from tategumi.messages import ENGLISH

from .conftest import SEED, make_book


@pytest.fixture
def session(root):
    session = Session(root, lambda kind, data: None)
    session.open()
    assert not session.fault
    return session


def files_of(session):
    return {
        path.relative_to(session.root).as_posix(): path.read_bytes()
        for path in session.settings.book.rglob('*')
        if path.is_file()
    }


def line_of(text):
    return next(n for n, line in enumerate(SEED.split('\n'), 1) if text in line)


def manuscript(session):
    return '\n'.join(session.text_of(name) for name in session.files)


def test_the_seed_is_told_line_by_line(session):
    lines = view.seed(session, 0, ENGLISH)
    assert [line['text'] for line in lines] == SEED.removesuffix('\n').split('\n')
    fates = {line['text']: line['fate'] for line in lines}
    assert fates['ログイン'] == 'dropped' and fates['老人は黙って網を直していた。'] == 'kept'
    state = view.state(session, ENGLISH)
    (seed,) = state['seeds']
    assert seed['first'] <= line_of('夜の港') and seed['last'] == line_of('老人は')
    assert [chapter['title'] for chapter in state['chapters']] == ['01　夜の港', '02　朝の市']
    assert len(state['pages']) > 3


def test_what_is_to_look_at_in_the_manuscript_is_told_as_it_is_typed(session):
    name, *_ = session.files
    assert view.pages(session, ENGLISH)['remarks'] == []
    text = session.text_of(name)
    session.draft(name, f'{text.rstrip()}[^7]\n')
    (remark,) = view.pages(session, ENGLISH)['remarks']
    line = len(text.rstrip().split('\n'))
    assert (remark['chapter'], remark['title'], remark['line']) == (name, '01　夜の港', line)
    assert '[^7]' in remark['what'] and name not in remark['what']
    session.draft(name, text)
    assert view.pages(session, ENGLISH)['remarks'] == []


def test_reports_are_in_the_language_of_the_session(root):
    session = Session(root, lambda kind, data: None, language_of('ja'))
    session.open()
    record = (root / 'dist' / 'cleaning.json').read_text(encoding='utf-8')
    assert '本文より前にある' in record and 'it stands above' not in record
    session.make()
    assert (root / 'dist' / 'cleaning.json').read_text(encoding='utf-8') == record


def test_a_book_without_a_title_says_so_until_it_has_one(tmp_path):
    session = Session(make_book(tmp_path, '雨が降っていた。\n'), lambda kind, data: None)
    session.open()
    assert view.state(session, ENGLISH)['untitled']
    clicks.decide(session, {'kind': 'names', 'title': ' 雨 ', 'author': '岬野澪'})
    state = view.state(session, ENGLISH)
    assert (state['untitled'], state['title'], state['author']) == (False, '雨', '岬野澪')
    with pytest.raises(clicks.Refused):
        clicks.decide(session, {'kind': 'names', 'title': ' ', 'author': ''})


@pytest.mark.parametrize(
    ('asked', 'is_done'),
    [
        ({'kind': 'drop', 'line': line_of('老人は')}, lambda text: '老人は' not in text),
        ({'kind': 'keep', 'line': line_of('関連記事')}, lambda text: '関連記事' in text),
        (
            {'kind': 'bounds', 'first': line_of('夜の港'), 'last': line_of('市場では')},
            lambda text: '老人は' not in text and '市場では' in text,
        ),
        (
            {'kind': 'replace', 'find': '灯台の灯は', 'by': '燈台の燈は'},
            lambda t: '燈台の燈は' in t,
        ),
        ({'kind': 'heading', 'line': line_of('老人は'), 'level': 2}, lambda t: '# 老人は' in t),
        ({'kind': 'heading', 'line': line_of('老人は'), 'level': 1}, lambda t: '\n# 老人は' in t),
        (
            {'kind': 'join', 'line': line_of('老人は')},
            lambda text: '人が多い。老人は黙って' in text,
        ),
    ],
    ids=lambda value: value['kind'] if isinstance(value, dict) else '',
)
def test_a_click_changes_the_book_and_undo_takes_it_back(session, asked, is_done):
    before, text = files_of(session), manuscript(session)
    assert not is_done(text)
    clicks.decide(session, {'seed': 0, **asked})
    after = files_of(session)
    assert is_done(manuscript(session)) and not session.fault
    assert clicks.undo(session) == asked['kind']
    assert files_of(session) == before and manuscript(session) == text
    assert clicks.redo(session) == asked['kind']
    assert files_of(session) == after
    with pytest.raises(clicks.Refused):
        clicks.redo(session)


def test_how_deep_a_heading_is_can_be_said_anew(session):
    asked = {'kind': 'heading', 'seed': 0, 'line': line_of('老人は')}
    clicks.decide(session, {**asked, 'level': 3})
    clicks.decide(session, {**asked, 'level': 1})
    assert session.settings.heading == (f'# seeds/a.txt:{asked["line"]}',)
    (line,) = [each for each in view.seed(session, 0, ENGLISH) if each['line'] == asked['line']]
    assert line['decided'] == 'heading'
    clicks.decide(session, {**asked, 'kind': 'undecide'})
    assert session.settings.heading == () and '# 老人は' not in manuscript(session)


def test_a_question_is_settled_by_a_click(session):
    (question,) = view.state(session, ENGLISH)['questions']
    assert question['line'] == line_of('灯台の灯は')
    clicks.decide(session, {'kind': 'keep', 'seed': 0, 'line': question['line']})
    assert view.state(session, ENGLISH)['questions'] == []
    clicks.undo(session)
    assert len(view.state(session, ENGLISH)['questions']) == 1


def test_a_question_falls_away_when_its_place_is_edited(session):
    name = next(name for name in session.files if '灯台' in session.text_of(name))
    text = session.text_of(name)
    session.save(
        name, text.replace('市場', '魚市場').replace('雨が', '小雨が'), session.files[name].digest
    )
    assert len(view.state(session, ENGLISH)['questions']) == 1
    text = session.text_of(name).replace('「まだ遠い。', '「まだ遠い」。')
    session.save(name, text, session.files[name].digest)
    assert view.state(session, ENGLISH)['questions'] == []


def test_undo_keeps_what_was_edited_since(session):
    clicks.decide(session, {'kind': 'join', 'seed': 0, 'line': line_of('老人は')})
    (name,) = [name for name in session.files if '老人' in session.text_of(name)]
    edited = session.text_of(name).replace('朝の市', '朝の市場')
    session.save(name, edited, session.files[name].digest)
    clicks.undo(session)
    assert session.text_of(name) == edited.replace('老人', '\n\n老人')


def test_undo_of_a_decision_keeps_what_was_edited_since(session):
    clicks.decide(session, {'kind': 'drop', 'seed': 0, 'line': line_of('老人は')})
    (name,) = [name for name in session.files if '市場' in session.text_of(name)]
    edited = session.text_of(name).replace('朝早く', '夜明け')
    session.save(name, edited, session.files[name].digest)
    clicks.undo(session)
    assert '夜明け' in session.text_of(name) and '老人は' in session.text_of(name)


def test_undo_refuses_where_the_same_place_was_edited(session):
    clicks.decide(session, {'kind': 'join', 'seed': 0, 'line': line_of('老人は')})
    (name,) = [name for name in session.files if '老人' in session.text_of(name)]
    edited = session.text_of(name).replace('多い。老人は黙って', '少ない。老いた人は黙って')
    session.save(name, edited, session.files[name].digest)
    with pytest.raises(clicks.Refused):
        clicks.undo(session)
    assert session.text_of(name) == edited


def test_a_click_that_cannot_be_leaves_all_as_it_was(session):
    before = files_of(session)
    with pytest.raises(BadInput):
        clicks.decide(session, {'kind': 'replace', 'find': '何処にもない言葉', 'by': '言葉'})
    for asked in (
        {'kind': 'drop', 'seed': 0, 'line': 9999},
        {'kind': 'drop', 'seed': 7, 'line': 1},
        {'kind': 'bounds', 'seed': 0, 'first': 9, 'last': 3},
        {'kind': 'join', 'seed': 0, 'line': 1},
        {'kind': 'replace', 'find': '', 'by': '言葉'},
    ):
        with pytest.raises(clicks.Refused):
            clicks.decide(session, asked)
    assert files_of(session) == before and not session.history.done


def test_a_fault_is_told_and_the_pages_stay(session):
    (name, *_) = session.files
    names = session.pages.names
    session.draft(name, session.text_of(name) + '\n![図](nowhere.png)\n')
    assert 'nowhere.png' in str(session.fault) and session.pages.names == names
    session.draft(name, session.files[name].text)
    assert not session.fault


def test_a_draft_changes_its_own_pages_alone(session):
    (first, second) = session.files
    names = session.pages.names
    session.draft(second, session.text_of(second).replace('黙って', '笑って'))
    changed = [old for old, new in zip(names, session.pages.names) if old != new]
    place = view.place_in_chapter(session, second, 4, 0)
    assert changed == [names[place['page']]]
    assert session.files[second].text != session.text_of(second)


def test_the_cursor_the_page_and_the_seed_follow_one_another(session):
    (name,) = [name for name in session.files if '老人' in session.text_of(name)]
    lines = session.text_of(name).split('\n')
    at = next(n for n, line in enumerate(lines) if '老人' in line)
    place = view.place_in_chapter(session, name, at, 2)
    assert (place['seed'], place['seed_line']) == (0, line_of('老人は'))
    back = view.place_on_page(session, place['page'])
    assert back['chapter'] == name and back['line'] <= at


def test_what_changed_on_the_disk_is_taken_in(session, root):
    assert not session.refresh()
    seed = root / 'seeds' / 'a.txt'
    seed.write_text(SEED.replace('老人は', '老いた人は'), encoding='utf-8')
    assert session.refresh() and '老いた人は' in manuscript(session)
    (root / 'book' / 'book.yaml').write_text('page: a99\n')
    assert session.refresh() and 'book.yaml:1' in str(session.fault)
    assert '老いた人は' in manuscript(session)


def test_a_book_without_seeds_has_a_desk_too(tmp_path):
    chapters = tmp_path / 'book' / 'chapters'
    chapters.mkdir(parents=True)
    (chapters / '01.md').write_text('# 港\n\n雨。\n', encoding='utf-8')
    session = Session(tmp_path, lambda kind, data: None)
    session.open()
    state = view.state(session, ENGLISH)
    assert state['seeds'] == [] and state['questions'] == [] and len(state['pages']) > 1


@pytest.mark.parametrize('yaml', ['page: a99\n', 'title: [\n', 'keep: [何処にもない行です]\n'])
def test_a_desk_opens_with_a_fault_and_goes_on_when_it_is_mended(root, yaml):
    (root / 'book').mkdir()
    (root / 'book' / 'book.yaml').write_text(yaml, encoding='utf-8')
    session = Session(root, lambda kind, data: None)
    session.open()
    assert 'book.yaml' in view.state(session, ENGLISH)['fault']
    (root / 'book' / 'book.yaml').write_text('title: 港\n', encoding='utf-8')
    assert session.refresh()
    state = view.state(session, ENGLISH)
    assert state['fault'] == '' and state['title'] == '港' and state['pages']


def test_a_folder_without_anything_says_what_it_lacks(tmp_path):
    session = Session(tmp_path, lambda kind, data: None)
    session.open()
    state = view.state(session, ENGLISH)
    assert 'seeds' in state['fault'] and state['pages'] == [] and state['chapters'] == []
    make_book(tmp_path)
    assert session.refresh()
    assert view.state(session, ENGLISH)['fault'] == ''


def test_it_is_told_how_far_the_pages_are(root):
    told = []
    session = Session(root, lambda kind, data: told.append((kind, data)))
    session.open()
    steps = [data for kind, data in told if kind == 'step']
    assert steps == ['cleaning', 'setting', '']
    progress = [data for kind, data in told if kind == 'progress']
    done = [each for each, _ in progress]
    assert done == sorted(done) and progress[-1][0] == progress[-1][1] and len(progress) > 1


def test_the_book_is_made_where_the_press_puts_it(session):
    files = session.make()
    assert [path.rsplit('.', 1)[1] for path in files] == ['epub', 'pdf']
    heads = [(session.root / path).read_bytes()[:4] for path in files]
    assert heads == [b'PK\x03\x04', b'%PDF']
