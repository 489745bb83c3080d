"""Whoever writes book.yaml is told of all that is wrong with it at once, and what to write."""

import re

import pytest

from tategumi.cli import main
from tategumi.errors import BadInput
from tategumi.language import language_of
from tategumi.markup.printed import printed
from tategumi.settings import load_settings

FAULTY = """\
titel: 港の灯
page: a4
house_style:
  acronyms: many
  figures: roman
creators:
  - role: aut
contents_depth: -1
"""


def lines_of(root, text):
    (root / 'book').mkdir(exist_ok=True)
    (root / 'book' / 'book.yaml').write_text(text, encoding='utf-8')
    with pytest.raises(BadInput) as caught:
        load_settings(root)
    return [str(fault) for fault in (caught.value, *caught.value.also)]


def test_every_fault_is_told_with_its_line(tmp_path):
    lines = lines_of(tmp_path, FAULTY)
    places = [line.rpartition('book.yaml:')[2].partition(':')[0] for line in lines]
    assert places == ['1', '2', '4', '5', '7', '8']
    assert 'perhaps "title" is meant' in lines[0]


def test_faults_of_what_is_well_formed_are_told_together_too(tmp_path):
    text = 'slug: a/b\nlanguage: 日本語\nhouse_style:\n  last_line: 11\n'
    slug, language, last_line = lines_of(tmp_path, text)
    assert 'book.yaml:1: ' in slug and '"slug"' in slug
    assert 'book.yaml:2: ' in language and '"language"' in language
    assert 'book.yaml:3: ' in last_line and '"last_line"' in last_line


@pytest.mark.parametrize(
    'tag', ['ja', 'ja-JP', 'zh-Hant-TW', 'de-CH-1996', 'es-419', 'ja-u-co-unihan', 'en-x-port']
)
def test_a_language_tag_has_the_form_of_one(tmp_path, tag):
    (tmp_path / 'book').mkdir()
    (tmp_path / 'book' / 'book.yaml').write_text(f'language: {tag}\n', encoding='utf-8')
    assert load_settings(tmp_path).language == tag


@pytest.mark.parametrize('tag', ['xx-notaregion', 'ja-', 'ja-a', 'en-US-US', 'j', 'ja-x'])
def test_another_tag_is_refused_before_an_epub_has_it(tmp_path, tag):
    (line,) = lines_of(tmp_path, f'language: {tag}\n')
    assert 'book.yaml:1: "language" must be a language tag' in line


def test_of_very_many_faults_the_first_are_told(tmp_path):
    lines = lines_of(tmp_path, ''.join(f'kye{number}: x\n' for number in range(30_000)))
    assert len(lines) == 21 and 'book.yaml:20: ' in lines[-2]
    assert lines[-1].endswith('when those above are mended')


def test_a_list_of_choices_stands_in_a_message_once(tmp_path):
    (line,) = lines_of(tmp_path, 'page: a4\n')
    assert line.count('shinsho') == 1 and line.endswith('not a4')


def test_the_command_prints_a_line_for_each_in_the_language_asked_for(
    tmp_path, capsys, monkeypatch
):
    monkeypatch.setenv('LANGUAGE', 'en')
    lines_of(tmp_path, FAULTY)
    assert main(['--lang', 'ja', 'all', '--root', str(tmp_path)]) == 2
    error = capsys.readouterr().err.splitlines()
    assert len(error) == 6 and '"title" のことでしょうか' in error[0]


@pytest.mark.parametrize('text', ['title: ""', 'creators: [{name: ""}]'])
def test_what_must_not_be_empty_is_told_with_its_line(tmp_path, text):
    (tmp_path / 'book').mkdir()
    (tmp_path / 'book' / 'book.yaml').write_text(f'page: a5\n{text}\n', encoding='utf-8')
    with pytest.raises(BadInput, match=r'book\.yaml:2: .* must not be empty'):
        printed(load_settings(tmp_path))


@pytest.mark.parametrize('find', ["''", '""', '~', ''])
def test_words_to_put_right_are_words(tmp_path, find):
    (line,) = lines_of(tmp_path, f'title: 港\nreplace:\n  - by: 港\n    find: {find}\n')
    assert 'book.yaml:3: ' in line and '"find" of "replace" must not be empty' in line


def test_words_may_be_put_right_by_nothing(tmp_path):
    (tmp_path / 'book').mkdir()
    (tmp_path / 'book' / 'book.yaml').write_text("replace:\n  - find: 港\n    by: ''\n", 'utf-8')
    assert load_settings(tmp_path).replace[0].by == ''


@pytest.mark.parametrize(
    ('text', 'line', 'advice'),
    [
        ('title: 港: 灯\n', 1, 'must be in quotes'),
        ('date: 2024\ntitle: 「港」: 灯\n', 2, 'must be in quotes'),
        ('title: @港\n', 1, 'must be in quotes'),
        ("title: '港\nsubtitle: 灯\n", 1, 'a quote that opens a value is not closed'),
        ('date: 2024\ntitle: "港\n', 2, 'a quote that opens a value is not closed'),
        ('print:\n\tbleed: 3\n', 2, 'not with a tab'),
        ('keep: [a\ntitle: 港\n', 2, 'lacks a comma or its closing bracket'),
        ('title: 港\nkeep:\n  - a\n - b\n', 4, 'indented more or less'),
        ("title: '港'の灯\n", 1, 'before or after a quote'),
        ("# 書名\ntitle:港の灯\n\n# 副題\nsubtitle: ''\n", 2, 'a space behind it'),
        ('date: 2024\ntitle：港の灯\nsubtitle: 灯\n', 2, 'must be half-width'),
        ('creators:\n- name:　青井\n  role: aut\n', 2, 'a space behind it'),
        ('house_style:\n  figures:kanji\n  hanging: true\n', 2, 'a space behind it'),
    ],
)
def test_what_is_no_yaml_is_told_with_what_to_write(tmp_path, text, line, advice):
    """Those who write titles know no YAML."""
    (tmp_path / 'book').mkdir()
    (tmp_path / 'book' / 'book.yaml').write_text(text, encoding='utf-8')
    with pytest.raises(BadInput, match=f'book.yaml:{line}: not YAML: .*{advice}') as fault:
        load_settings(tmp_path)
    said = language_of('ja').say(fault.value)
    assert 'YAMLとして読めません' in said and not re.search('[a-z]{3} [a-z]{3}', said)
