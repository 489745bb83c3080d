"""The seed that comes with the press, cleaned: what an editor finds in the workspace."""

import re
import shutil
from pathlib import Path

import pytest

from tategumi.cleaning.characters import JAPANESE
from tategumi.manuscript import clean, read_chapters
from tategumi.settings import Credit, load_settings

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope='module')
def cleaned(tmp_path_factory):
    root = tmp_path_factory.mktemp('book')
    shutil.copytree(ROOT / 'seeds', root / 'seeds')
    result = clean(root, load_settings(root))
    return result, read_chapters(load_settings(root))


def files(folder):
    return {path: path.read_bytes() for path in folder.rglob('*') if path.is_file()}


def test_an_opening_and_three_numbered_chapters(cleaned):
    _, chapters = cleaned
    assert [chapter.text.split('\n')[0] for chapter in chapters] == [
        '# 序',
        '# 01　Google創設者との仲違い',
        '# 02　OpenAIボリュームの寝具',
        '# 03　「トップマッチ」の新しい恋人、難しい昔の夢',
    ]
    assert sum(chapter.text.count('\n{: .caption }') for chapter in chapters) == 2


def test_title_and_credits(cleaned):
    result, chapters = cleaned
    settings = load_settings(chapters[0].path.parents[2])
    assert settings.title == 'マスク氏とAI大手2社の関係は良好ではない'
    assert settings.credits == (
        Credit('出典', 'ブルーワードプロジェクト'),
        Credit('画像ソース', 'Unbounded AIによって生成'),
    )
    assert result.record.summary.dropped['below-the-text'] == 5
    assert result.record.summary.dropped['button-of-a-translator'] == 1


def test_nothing_of_the_damage_is_left_but_what_is_listed(cleaned):
    result, chapters = cleaned
    text = ''.join(chapter.text.partition('\n')[2] for chapter in chapters)
    text = text.replace('\n{: .caption }', '')
    assert not re.search(r'[()"?!;|]|\*\* | \*\*$', text)
    machine_spaces = re.findall(f'\\S+ [{JAPANESE}]|[{JAPANESE}] \\S', text)
    assert [found[-4:] for found in machine_spaces] == ['D. 中']
    assert [place.line for place, _ in result.record.suspicions] == [31, 43, 63, 81, 111, 141]
    for word in ('コメントなし', '原文表示', '報酬'):
        assert word not in text


def test_the_book_as_it_lies_here_is_not_touched_by_cleaning_again(tmp_path):
    shutil.copytree(ROOT / 'seeds', tmp_path / 'seeds')
    shutil.copytree(ROOT / 'book', tmp_path / 'book')
    before = files(tmp_path / 'book')
    assert clean(tmp_path, load_settings(tmp_path)).written == ()
    assert files(tmp_path / 'book') == before
