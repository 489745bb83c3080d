"""Of a long chapter the pages around the cursor are set first, as they will be with all others."""

import pytest

from tategumi.desk import view
from tategumi.desk.session import Session
from tategumi.messages import ENGLISH

LINES = ('港の灯が一つずつ消えていった。', '老人は黙って網を直していた。', '船はまだ動かない。')
#: Paragraphs of one to nine sentences, so that some pages begin with one.
LONG = '\n\n'.join(
    f'　{number}番目の朝。{"".join(LINES[: 1 + number % 3]) * (1 + number % 4)}'
    for number in range(300)
)


@pytest.fixture(scope='module')
def session(tmp_path_factory):
    root = tmp_path_factory.mktemp('long')
    chapters = root / 'book' / 'chapters'
    chapters.mkdir(parents=True)
    (chapters / '01.md').write_text(f'# 港\n\n{LONG}\n', encoding='utf-8')
    (chapters / '02.md').write_text('# 市\n\n雨。\n', encoding='utf-8')
    session = Session(root, lambda kind, data: None)
    session.open()
    assert not session.fault
    return session


@pytest.mark.parametrize('number', [0, 7, 150, 298])
def test_the_page_is_the_one_that_the_whole_book_has(session, number):
    name = 'chapters/01.md'
    lines = session.files[name].text.split('\n')
    line = next(at for at, each in enumerate(lines) if each.startswith(f'　{number}番目'))
    lines[line] = lines[line].replace('朝。', '朝、鴎が鳴いた。')
    session.draft(name, session.files[name].text)
    before = [*session.pages.names]
    is_whole = session.draft(name, '\n'.join(lines), (line, 6))
    assert not is_whole and not session.fault
    assert len(session.pages.names) == len(before)
    page = view.place_in_chapter(session, name, line, 6)['page']
    early = session.pages.drawing(session.pages.names[page])
    assert session.pages.names[page] != before[page]
    # What was not set anew is as it was.
    assert session.pages.names[: page - 8 if page > 8 else 0] == before[: max(0, page - 8)]
    assert session.draft(name, '\n'.join(lines)) and not session.fault
    whole = view.place_in_chapter(session, name, line, 6)['page']
    assert whole == page
    assert session.pages.drawing(session.pages.names[page]) == early


def test_short_chapters_are_set_whole(session):
    assert session.draft('chapters/02.md', '# 市\n\n雪。\n', (2, 1))
    assert view.pages(session, ENGLISH)['fault'] == ''
