"""Folders of books as nobody means well makes them, and what the press must do with each.

``ATTACKS`` has for each name a function that lays the attack into a book that was made
before, and words, one of which the press must say where it does not make the book.
"""

import hashlib
import json
import os
import re
import shutil
import socket
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from .sheets import SHEETS, with_sheet

SEED = (
    '題のある文章\n\n今日は良い天気です。明日も晴れるでしょう。\n\n01 はじまり\n\n'
    '物語が始まる。港の灯は沖の船を照らす。\n'
)
#: What a terminal would obey, as it may stand in any text.
ESCAPES = '\x1b]0;evil\x07\x1b[31mred\x9b5n\u202e'
#: The commands each attack is tried with; the others are in the long form. For the list of
#: its pages an EPUB needs the PDF.
COMMANDS = ('rules', 'report', 'explain', 'clean', 'epub')
ALL_COMMANDS = (*COMMANDS, 'kepub', 'pdf', 'all', 'proof', 'check')


@dataclass(frozen=True)
class Attack:
    """``lay(root)`` changes the book in ``root``; one of ``named`` must be in what is told.

    ``fails`` are commands that must not succeed; of the others any may.
    """

    lay: Callable[[Path], object]
    named: tuple[str, ...]
    fails: tuple[str, ...] = ()


def _in(path, content):
    """An attack that writes ``content`` to ``path``."""

    def lay(root):
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.unlink(missing_ok=True)
        place.write_bytes(content if isinstance(content, bytes) else content.encode())

    return lay


def _instead(path, make):
    """An attack that puts what ``make`` makes in the place of ``path``."""

    def lay(root):
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        if place.is_dir() and not place.is_symlink():
            shutil.rmtree(place)
        place.unlink(missing_ok=True)
        make(place)

    return lay


def _socket(place):
    # Its address must be short.
    here = os.open('.', os.O_RDONLY)
    try:
        os.chdir(place.parent)
        socket.socket(socket.AF_UNIX).bind(place.name)
    finally:
        os.fchdir(here)
        os.close(here)


def _link_to_itself(place):
    place.symlink_to(place.name)


def _link(target):
    return lambda place: place.symlink_to(target)


def _both(*lays):
    def lay(root):
        for each in lays:
            each(root)

    return lay


IRREGULAR = {
    'a pipe': os.mkfifo,
    'a socket': _socket,
    'a link to itself': _link_to_itself,
    'a link to a device': _link('/dev/zero'),
    'a link to nothing': _link('nowhere'),
    'a folder': Path.mkdir,
}
CHAPTER = '# 章\n\n本文。\n\n![絵](../pictures/a.png)\n'
_PICTURE = _in('book/chapters/99-絵.md', CHAPTER)
_RULE = 'book/rules/a.yaml'
#: Every place whose file the press opens, what must be named, and what fails for it.
OPENED = {
    'book/book.yaml': ('book.yaml', ALL_COMMANDS),
    'book/.manuscript.json': ('.manuscript.json', ALL_COMMANDS),
    'book/chapters/99-x.md': ('99-x.md', ('epub', 'pdf', 'all', 'kepub', 'proof')),
    'book/pictures/a.png': ('a.png', ('epub', 'pdf', 'all', 'kepub', 'proof')),
    'seeds/b.txt': ('b.txt', ('clean', 'epub', 'pdf', 'all', 'kepub', 'proof')),
    'styles/book.css': ('book.css', ('epub', 'pdf', 'all', 'kepub', 'proof')),
    _RULE: ('a.yaml', ('rules', 'clean', 'epub', 'pdf', 'all', 'kepub', 'proof')),
    'dist/cleaning.json': ('cleaning.json', ('report', 'explain')),
    'dist/.cache': ('.cache', ()),
    'dist/題のある文章.epub': ('題のある文章.epub', ()),
    'seeds': ('seeds', ()),
    'book': ('book', ()),
    'dist': ('dist', ()),
}

YAML = {
    'a date': 'date: 2024-13-45\ntitle: 2024-99-99\n',
    'a date for a number': 'contents_depth: 2024-13-45\n',
    'a huge number': f'contents_depth: {"9" * 6000}\n',
    'a large number': f'kihon_hanmen: {{character_size: {10**400}}}\n',
    'numbers beyond any page': (
        'kihon_hanmen: {character_size: 999999, characters: 999999, lines: 999999, '
        'line_gap: 999999, head: 999999, gutter: 999999}\n'
    ),
    'the smallest numbers': 'kihon_hanmen: {character_size: 0.000001, characters: 1}\n',
    'not a number': 'kihon_hanmen: {head: .nan}\n',
    'infinity': 'kihon_hanmen: {head: .inf}\n',
    'NUL': 'title: "a\\0b"\n',
    'NUL itself': b'title: a\0b\n',
    'NUL in a chapter': 'chapters: ["chapters/\\0.md"]\n',
    'NUL in a cover': 'cover: "\\0"\n',
    'half a character': 'title: "\\ud800"\n',
    'half a character in words to replace': 'replace: [{find: "\\udfff", by: x}]\n',
    'half a character in a name of a font': 'fonts: {serif: ["\\ud800"]}\n',
    'a key that is a list': '? [a, b]\n: c\n',
    'a key that is a mapping': '{{a: b}: c}\n',
    'a key of a creator that is a list': 'creators: [{? [a] : b}]\n',
    'brackets': 'title: ' + '[' * 3000 + '\n',
    'closed brackets': 'title: ' + '[' * 3000 + ']' * 3000 + '\n',
    'braces': '{a: ' * 3000 + '\n',
    'indentation': ''.join(' ' * level + 'a:\n' for level in range(300)),
    'a list in itself': 'creators: &a [*a]\n',
    'more and more aliases': 'keep: &a [x]\ndrop: &b [*a, *a]\nseeds: [*b, *b]\n',
    'an unknown tag': 'title: !!python/object/apply:os.system ["true"]\n',
    'a number by its tag': 'contents_depth: !!int "x"\n',
    'two documents': 'title: a\n---\ntitle: b\n',
    'a list': '- a\n',
    'no UTF-8': b'title: \xff\xfe\n',
    'escapes in a key': f'"{ESCAPES.encode("unicode_escape").decode()}": 1\n',
    'escapes in a value': 'page: "\\e[31m"\n',
    'escapes themselves': f'title: {ESCAPES}\n',
    'a line end in a key': '"a\\nb\\x85c\\u2028d": 1\n',
    'a long slug': f'slug: {"港" * 100}\n',
    'a slug with an escape': 'slug: "a\\x9bb"\n',
    'a huge line number': f'keep: ["seeds/a.txt:{"9" * 5000}"]\n',
    'a key of a million letters': 'a' * 1_000_000 + ': 1\n',
    'an empty title': 'title: " "\n',
    'words to replace that are empty': 'replace: [{find: "", by: "港"}]\n',
    'a cover that is a folder': 'cover: chapters\n',
    'a chapter that is a folder': 'chapters: [chapters]\n',
    'a chapter far away': f'chapters: ["{"../" * 3000}x"]\n',
    'a chapter of a long name': f'chapters: ["{"x" * 5000}"]\n',
    'a language': 'language: "\\u001b[31m"\n',
    'a modification': 'modified: 2024-99-99T99:99:99Z\n',
}
#: Those that are no fault.
_SOUND_YAML = {'a date', 'words to replace that are empty'}

_STATE = {'metadata': {'title': '題'}, 'chapters': {}}
STATES = {
    'nothing': '',
    'no JSON': '{',
    'a list': '[]',
    'a number': '1',
    'null': 'null',
    'a huge number': '9' * 6000,
    'brackets': '[' * 100_000,
    'braces': '{"a":' * 100_000,
    'no metadata': '{}',
    'no UTF-8': b'\xff',
    'NUL': b'{"metadata": {"title": "\0"}}',
    **{
        name: json.dumps({**_STATE, **changed})
        for name, changed in {
            'metadata as a list': {'metadata': []},
            'metadata as text': {'metadata': 'title'},
            'metadata as null': {'metadata': None},
            'a title that is a number': {'metadata': {'title': 1}},
            'a title that is a list': {'metadata': {'title': ['題']}},
            'a title with NUL': {'metadata': {'title': 'a\0b'}},
            'a title with half a character': {'metadata': {'title': '\ud800'}},
            'creators as text': {'metadata': {'creators': '山田'}},
            'creators as a mapping': {'metadata': {'creators': {'name': '山田'}}},
            'a creator that is text': {'metadata': {'creators': ['山田']}},
            'a creator without a name': {'metadata': {'creators': [{'role': 'aut'}]}},
            'a creator whose name is a list': {'metadata': {'creators': [{'name': []}]}},
            'a creator of other keys': {'metadata': {'creators': [{'name': 'a', 'b': 'c'}]}},
            'a page that is a number': {'metadata': {'page': 3}},
            'a number for a number': {'metadata': {'contents_depth': 3}},
            'a house style': {'metadata': {'house_style': {'hanging': 'x'}}},
            'a slug that leads away': {'metadata': {'slug': '../../evil'}},
            'chapters as a list': {'chapters': []},
            'chapters as null': {'chapters': None},
            'a digest that is a list': {'chapters': {'a.md': []}},
            'a chapter that leads away': {'chapters': {'../../a.md': 'x'}},
            'a chapter that is its folder': {'chapters': {'.': 'x'}},
            'a chapter without a name': {'chapters': {'': 'x'}},
            'a chapter with NUL': {'chapters': {'\0.md': 'x'}},
            'a chapter that is half a character': {'chapters': {'\udcff.md': 'x'}},
            'decisions as text': {'decisions': 'x'},
            'a decision that is a number': {'decisions': {'keep x': 1}},
            'pictures as a number': {'pictures': 1},
            'a picture that leads away': {'pictures': {'../a.png': 'x'}},
            'a picture from the root': {'pictures': {'/etc/passwd': 'x'}},
        }.items()
    },
}
#: What ``book.yaml`` says comes first.
_SOUND_STATES = {'a slug that leads away'}

RULE = {
    'name': 'harbour-button',
    'where': 'anywhere',
    'line': '船に乗る',
    'does': 'drop',
    'why': 'a button',
    'examples': ['船に乗る'],
    'near_misses': ['船。'],
}
RULES = {
    'where as a list in a list': {'where': [['a']]},
    'where as a mapping': {'where': {'a': 'b'}},
    'where as a list of mappings': {'where': [{'a': 'b'}]},
    'a repetition beyond count': {'line': '船{99999999999}'},
    'repetitions in one another': {'line': '(?:(?:(?:船?){1000}){1000}){1000}'},
    'a pattern of brackets': {'line': '(' * 3000 + ')' * 3000},
    'a pattern that is none': {'line': '(?P<a>'},
    'a pattern that backtracks': {'line': '(?:a|aa)+b', 'examples': ['a' * 60]},
    'a replacement that does not fit': {
        'line': None,
        'inside': '船',
        'does': 'rewrite',
        'replacement': '\\9',
        'examples': [['船', '船']],
    },
    'a number for least': {'least': 10**30},
    'a name that is a number': {'name': 1},
    'a name with an escape': {'name': 'a\x1b[31m'},
    'a reason with an escape': {'why': ESCAPES},
    'an unknown key with an escape': {ESCAPES: 1},
    'examples that are mappings': {'examples': [{'a': 1}]},
    'half a character': {'line': '\ud800'},
}
_SOUND_RULES = {'a reason with an escape'}
RULE_FILES = {
    'a date': '- name: 2024-13-45\n',
    'a date for a reason': '- {name: x, why: 2024-99-99, where: [2024-99-99]}\n',
    'a key that is a list': '- {[a]: b}\n',
    'a key that is a list, at large': '- ? [a]\n  : b\n',
    'brackets': '- ' + '[' * 3000 + '\n',
    'a list in itself': '- &a [*a]\n',
    'a rule in itself': '&a\n- *a\n',
    'a huge number': f'- least: {"9" * 6000}\n',
    'an unknown tag': '- !!python/name:os.system\n',
    'a mapping': 'name: x\n',
    'text': 'x\n',
    'NUL': b'- name: a\0b\n',
    'no UTF-8': b'- name: \xff\n',
    'laughs': '- &a [x, x]\n'
    + ''.join(f'- &{b} [{", ".join([f"*{a}"] * 10)}]\n' for a, b in zip('abcdefghi', 'bcdefghij')),
}

RECORDS = {
    'no JSON': '{',
    'a list': '[]',
    'brackets': '[' * 100_000,
    'seeds as text': '{"seeds": "x"}',
    'lines as null': '{"seeds": [{"file": "seeds/a.txt", "lines": null}]}',
    'a line that is text': '{"seeds": [{"file": "seeds/a.txt", "lines": ["x"]}]}',
    'no UTF-8': b'\xff',
}


def png(width, height, chunks=b''):
    """The bytes of a PNG of that size, grey, as small as it can be."""

    def chunk(name, data):
        body = name + data
        return struct.pack('>I', len(data)) + body + struct.pack('>I', zlib.crc32(body))

    compressor, row = zlib.compressobj(9), b'\0' * ((width + 7) // 8 + 1)
    data = b''.join(compressor.compress(row) for _ in range(height)) + compressor.flush()
    return (
        b'\x89PNG\r\n\x1a\n'
        + chunk(b'IHDR', struct.pack('>IIBBBBB', width, height, 1, 0, 0, 0, 0))
        + chunks
        + chunk(b'IDAT', data)
        + chunk(b'IEND', b'')
    )


def _exif(content):
    """A JPEG whose EXIF data is ``content``."""

    def lay(root):
        (root / 'book' / 'pictures').mkdir(exist_ok=True)
        Image.new('L', (40, 40), 99).save(
            root / 'book/pictures/a.png', 'JPEG', exif=b'Exif\0\0' + content
        )

    return _both(_PICTURE, lay)


def _pictures(*files):
    return _both(
        _PICTURE, lambda root: [_in(f'book/pictures/{name}', data)(root) for name, data in files]
    )


_MAKING = ('epub', 'pdf', 'all', 'kepub', 'proof')
PICTURES = {
    'a picture of one long line': (_pictures(('a.png', png(170_000_000, 1))), _MAKING),
    'a picture of one high line': (_pictures(('a.png', png(1, 170_000))), _MAKING),
    'a picture of more than a page shows': (_pictures(('a.png', png(11_000, 9_000))), ()),
    'a picture of too much': (_pictures(('a.png', png(40_000, 40_000))), _MAKING),
    'a picture cut off': (_pictures(('a.png', png(100, 100)[:45])), _MAKING),
    'a picture of no size': (_pictures(('a.png', png(0, 0))), _MAKING),
    'damaged EXIF': (_exif(b'II*\0\xff\xff\xff\xff' + b'\xff' * 40), ()),
    'EXIF cut off': (_exif(b'II*\0\x08\0\0\0\x05\0\x12\x01'), ()),
}

TEXTS = {
    'escapes in a seed': _in('seeds/b.txt', f'港の灯{ESCAPES}は沖の船を照らす。\n{ESCAPES}\n'),
    'escapes in a Markdown seed': _in('seeds/b.md', f'# {ESCAPES}\n\n![{ESCAPES}](x.png)\n'),
    'escapes in an HTML seed': _in('seeds/b.html', f'<p>港の灯{ESCAPES}は&#27;[31m照らす。'),
    'NUL in a seed': _in('seeds/b.txt', '港の灯は\n\0\n'),
    'escapes in a chapter': _in('book/chapters/99-x.md', f'# {ESCAPES}\n'),
    'a chapter of quotations in one another': _in(
        'book/chapters/99-x.md', '# 章\n\n' + '> ' * 3000 + '港\n'
    ),
    'a chapter of lists in one another': _in(
        'book/chapters/99-x.md', '# 章\n\n' + '- ' * 3000 + '港\n'
    ),
    'a chapter of brackets': _in('book/chapters/99-x.md', '# 章\n\n' + '[' * 3000 + '港\n'),
    'a chapter that is not UTF-8': _in('book/chapters/99-x.md', b'# \xff\n'),
    'a seed whose name is not UTF-8': lambda root: Path(
        os.fsdecode(os.fsencode(root / 'seeds') + b'/\xff.txt')
    ).write_text(SEED),
    'a chapter whose name is not UTF-8': lambda root: Path(
        os.fsdecode(os.fsencode(root / 'book/chapters') + b'/99-\xff.md')
    ).write_text(CHAPTER),
    'a seed whose name has escapes': lambda root: (root / 'seeds' / f'{ESCAPES}.txt').write_text(
        '港の灯は(沖の船を照らす。\n\n' * 3
    ),
    'a chapter whose name has escapes': lambda root: (
        root / 'book/chapters' / f'99-{ESCAPES}\n.md'
    ).write_text(CHAPTER),
    'a rule file whose name has escapes': lambda root: (
        (root / 'book/rules').mkdir(),
        (root / 'book/rules' / f'{ESCAPES}.yaml').write_text('x'),
    ),
}


def _merge_base_that_is_no_text(root):
    """What cleaning last made of a chapter is no text, and its digest is as recorded."""
    state = root / 'book' / '.manuscript.json'
    told = json.loads(state.read_text(encoding='utf-8'))
    name = next(iter(told['chapters']))
    content = b'\xff\xfe'
    (root / 'book' / '.ground' / name).write_bytes(content)
    told['chapters'][name] = hashlib.sha256(content).hexdigest()
    state.write_text(json.dumps(told), encoding='utf-8')


TEXTS['a merge base that is no text'] = _merge_base_that_is_no_text

ATTACKS = {
    **{
        f'{path} is {kind}': Attack(
            _both(*([_PICTURE] if 'pictures' in path else []), _instead(path, make)),
            (told,),
            () if kind in ('a folder', 'a link to nothing') else fails,
        )
        for path, (told, fails) in OPENED.items()
        for kind, make in IRREGULAR.items()
        if not (kind == 'a folder' and path in ('seeds', 'book', 'dist', 'dist/.cache'))
    },
    **{
        f'book.yaml: {name}': Attack(
            _in('book/book.yaml', text),
            ('book.yaml', 'chapters'),
            () if name in _SOUND_YAML else ('epub',),
        )
        for name, text in YAML.items()
    },
    **{
        f'.manuscript.json: {name}': Attack(
            _in('book/.manuscript.json', text),
            ('.manuscript.json', 'book.yaml'),
            () if name in _SOUND_STATES else ('epub', 'pdf', 'rules', 'report'),
        )
        for name, text in STATES.items()
    },
    **{
        f'a rule: {name}': Attack(
            _in(
                _RULE,
                json.dumps([{k: v for k, v in {**RULE, **changed}.items() if v is not None}]),
            ),
            ('a.yaml:1: ',),
            () if name in _SOUND_RULES else ('rules', 'clean'),
        )
        for name, changed in RULES.items()
    },
    **{
        f'rules: {name}': Attack(_in(_RULE, text), ('a.yaml',), ('rules', 'clean'))
        for name, text in RULE_FILES.items()
    },
    **{
        f'cleaning.json: {name}': Attack(
            _in('dist/cleaning.json', text), ('cleaning.json',), ('report', 'explain')
        )
        for name, text in RECORDS.items()
    },
    **{name: Attack(lay, ('a.png',), fails) for name, (lay, fails) in PICTURES.items()},
    **{
        name: Attack(lay, ('b.txt', 'b.md', 'b.html', '99-', 'yaml', 'seeds/', '.txt'))
        for name, lay in TEXTS.items()
    },
    **{f'sheet: {name}': Attack(with_sheet(css), ('pdf.css',)) for name, css in SHEETS.items()},
}


def _is_short(name):
    if name.startswith('sheet: '):
        # Their kinds are tried in tests/sheets and tests/pdf/test_own_sheets.py.
        return False
    path, _, kind = name.partition(' is ')
    return kind not in IRREGULAR or kind == 'a pipe' or path == 'book/book.yaml'


#: Those of them that are tried every time: kinds of files are told apart in one place.
SHORT = [name for name in ATTACKS if _is_short(name)]

_RAW = re.compile(
    '[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\udc80-\udcff]'
)
#: What is told of a step, and is no fault.
_STEPS = re.compile(
    r'(?:cleaning the seeds|setting the PDF|counting the pages|making the (?:EPUB|KEPUB)'
    r'|drawing the proof|checking .*)(?:: \d+ %)?'
)


_OF_BOOK_YAML = re.compile(r'book\.yaml:\d+: ')


def assert_told(attack, command, status, out, err):
    """What the press told of ``attack``: one line, if anything, that names the file."""
    told = f'{command}: {status}\n{err}'
    assert command not in attack.fails or status, told
    # What EPUBCheck finds may be more than one thing.
    assert_told_in_one_line(status, out, err, attack.named, command == 'check')
    assert status != 3, told


def assert_told_in_one_line(status, out, err, named, may_be_other=False):
    """What the press told, where it failed, is one line with one of the words ``named``."""
    told = f'{status}\n{out}\n{err}'
    assert status in (0, 1, 2, 3, 130), told
    assert not re.search('Traceback|Warning|Exception ignored', out + err), told
    assert not _RAW.search(out + err), told
    faults = [line for line in err.splitlines() if not _STEPS.fullmatch(line)]
    if may_be_other:
        return
    if status == 0:
        assert not faults, told
    else:
        # All that is wrong with book.yaml is told at once.
        assert len(faults) == 1 or all(map(_OF_BOOK_YAML.search, faults)), told
        assert len(faults) <= 30 and max(map(len, faults)) < 2000, told
        assert any(name in faults[0] for name in named), told


def whole(root):
    """``{name: bytes}`` of what was made in ``root``, each seen to be a whole file."""
    made = {}
    for path in (root / 'dist').glob('*.*') if os.path.isdir(root / 'dist') else ():
        if path.is_symlink() or not path.is_file() or path.name.startswith('.'):
            continue
        made[path.name] = content = path.read_bytes()
        if path.suffix == '.pdf':
            assert content.startswith(b'%PDF-') and content.rstrip().endswith(b'%%EOF')
        if path.suffix == '.epub':
            assert content.startswith(b'PK') and b'PK\x05\x06' in content[-100:]
    return made
