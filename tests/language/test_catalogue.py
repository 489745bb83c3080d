"""Everything the press says is said in Japanese too, with the same values in it."""

import importlib.util
import pickle
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tategumi.errors import BadInput, BadSettings, Place
from tategumi.language import TAGS, language_of, users_tag
from tategumi.messages import ENGLISH, SLOT, Message, from_plain, plain

PRESS = Path(__file__).parents[2]

_specification = importlib.util.spec_from_file_location('catalogues', PRESS / 'setup/messages.py')
catalogues = importlib.util.module_from_spec(_specification)
_specification.loader.exec_module(catalogues)

TEMPLATES = catalogues.templates()
JAPANESE = catalogues.read(catalogues.CATALOGUES / 'ja.po')

#: What argparse fills in.
PERCENT = re.compile(r'%(?:\(\w+\))?[sr]')


def test_the_templates_of_every_room_are_found():
    rooms = {file.split('/')[1] for files in TEMPLATES.values() for file in files if '/' in file}
    assert {'seed', 'settings', 'cleaning', 'manuscript', 'markup', 'pdf', 'epub'} <= rooms
    assert len(TEMPLATES) > 500


@pytest.mark.parametrize('template', sorted(filter(catalogues.has_words, TEMPLATES)))
def test_a_message_has_japanese_words_with_the_same_slots(template):
    entry = JAPANESE.get(template)
    assert entry and entry.string, f'run `make messages` and write it: {TEMPLATES[template]}'
    assert sorted(SLOT.findall(entry.string)) == sorted(SLOT.findall(template))
    assert sorted(PERCENT.findall(entry.string)) == sorted(PERCENT.findall(template))
    assert template.count('\n') == 0 or entry.string.count('\n') >= 1 or '{' not in template


def test_the_catalogue_has_nothing_that_nobody_says():
    assert {entry.id for entry in JAPANESE if entry.id} <= set(TEMPLATES)


def test_a_message_is_its_english_text_and_is_said_in_another_language():
    message = Message('picture "{source}" {what}', source='a.png', what=Message('is no SVG'))
    assert message == 'picture "a.png" is no SVG'
    assert language_of('ja').say(message) == '図「a.png」: SVGではありません。'
    assert ENGLISH.say(message) == message


def test_values_are_never_templates_and_act_on_no_terminal():
    message = Message('the chapter {name} is not there', name='{name}\x1b[2J')
    assert message == 'the chapter {name}\\x1b[2J is not there'
    assert '{name}\\x1b[2J' in language_of('ja').say(message)
    assert Message('{braces} of a text without values') == '{braces} of a text without values'


def test_a_message_goes_from_process_to_process_and_through_json():
    message = Message(
        '{count} books: {states}', count=3, states=[Message('failed'), Message('made')]
    )
    for told in (pickle.loads(pickle.dumps(message)), from_plain(plain(message))):
        assert told == '3 books: failed, made'
        assert language_of('ja').say(told) == '3冊: 失敗、できた'


@pytest.mark.parametrize('value', [3, {}, [], ['a'], [1, {}], ['a', 1], ['a', {'b': {}}], None])
def test_what_is_no_message_in_json_is_refused(value):
    with pytest.raises((TypeError, ValueError, KeyError)):
        from_plain(value)


def test_a_fault_is_one_line_in_either_language():
    fault = BadInput(Place('book/book.yaml', 3), 'the chapter {name} is not there', name='序')
    assert str(fault) == 'book/book.yaml:3: the chapter 序 is not there'
    assert language_of('ja').say(fault) == 'book/book.yaml:3: 序という章はありません。'


def test_faults_that_were_found_together_stay_together():
    fault = BadSettings('a', '"title" must not be empty')
    fault.also = (BadSettings('b', '"identifier" must not be empty'),)
    told = pickle.loads(pickle.dumps(fault))
    assert language_of('ja').say(told).splitlines() == [
        'a: "title" が空です。',
        'b: "identifier" が空です。',
    ]


@pytest.mark.parametrize(
    'environment, system, tag',
    [
        ({'LANG': 'ja_JP.UTF-8'}, '', 'ja'),
        ({'LANG': 'ja'}, '', 'ja'),
        ({'LANG': 'en_US.UTF-8', 'LC_ALL': 'ja_JP.UTF-8'}, '', 'ja'),
        ({'LANG': 'ja_JP.UTF-8', 'LC_MESSAGES': 'C'}, '', 'en'),
        ({'LANG': 'ja_JP.UTF-8', 'LANGUAGE': 'en'}, '', 'en'),
        ({'LANG': 'C.UTF-8', 'LANGUAGE': 'fr:ja'}, '', 'ja'),
        ({'LANG': 'de_DE.UTF-8'}, '', 'en'),
        ({}, '', 'en'),
        ({}, 'Japanese_Japan', 'ja'),
        ({}, 'ja_JP', 'ja'),
    ],
)
def test_the_language_is_that_of_the_users_locale(environment, system, tag):
    assert users_tag(environment, system) == tag and tag in TAGS


@pytest.mark.parametrize('options', [['--lang', 'ja'], ['--lang=ja'], []])
def test_help_and_wrong_use_are_told_in_the_language_asked_for(options):
    def run(*arguments, **environment):
        return subprocess.run(
            [sys.executable, '-m', 'tategumi', *arguments],
            capture_output=True,
            encoding='utf-8',
            cwd=PRESS,
            env={'PATH': '', 'PYTHONUTF8': '1', **environment},
        )

    asked = {} if options else {'LANG': 'ja_JP.UTF-8'}
    helped = run(*options, 'library', '--help', **asked)
    assert helped.returncode == 0 and '使い方: ' in helped.stdout
    assert 'オプション' in helped.stdout and '本のフォルダ' in helped.stdout
    refused = run(*options, 'explain', **asked)
    assert refused.returncode == 2 and '引数が足りません' in refused.stderr
