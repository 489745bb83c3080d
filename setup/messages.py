"""Keeps the catalogues of messages in step with the code: ``make messages``.

Every template of a message, wherever it is said, becomes an entry of ``tategumi/language/*.po``;
those that are said no more go. What a new one is in another language its author writes there.
"""

import argparse
import ast
import re
import sys
import typing
from collections.abc import Iterator
from dataclasses import is_dataclass
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog
from babel.messages.pofile import read_po, write_po

from tategumi.build import OUTPUTS
from tategumi.check import CHECKS, KINDS
from tategumi.cleaning.rules import catalogue
from tategumi.errors import FAULTS, explanation
from tategumi.kumihan.ladder import Stage
from tategumi.messages import SLOT
from tategumi.settings.keys import keys_of
from tategumi.settings.schema import Settings

PRESS = Path(__file__).parents[1]
CODE = PRESS / 'tategumi'
CATALOGUES = CODE / 'language'

_HEADER = """\
# The words of messages; `make messages` keeps it in step with the code.
msgid ""
msgstr ""
"Language: {tag}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""

_WORD = re.compile('[A-Za-z]{2}')

#: Which argument of these is a template, counted from 0.
_ARGUMENTS = {
    **{kind.__name__: 1 for kind in FAULTS},
    '_wrong': 2,
    '_undecodable': 2,
    'Message': 0,
    'say': 0,
    'translate': 0,
    'step': 0,
}
#: What has facts for the summary; their names are templates.
_SUMMARIES = ('summary', 'self')

#: What argparse says of itself.
_OF_ARGPARSE = (
    'usage: ',
    'options',
    'positional arguments',
    'show this help message and exit',
    "show program's version number and exit",
    '%(prog)s: error: %(message)s\n',
    'the following arguments are required: %s',
    'unrecognized arguments: %s',
    'expected one argument',
    'expected at least one argument',
    'expected %s argument',
    'expected %s arguments',
    'argument %(argument_name)s: %(message)s',
    'invalid choice: %(value)r (choose from %(choices)s)',
    'invalid %(type)s value: %(value)r',
    'ignored explicit argument %r',
    'ambiguous option: %(option)s could match %(matches)s',
    'must be a whole number from 1',
)
#: What systems say of files.
_OF_SYSTEMS = (
    'No such file or directory',
    'Permission denied',
    'Operation not permitted',
    'Is a directory',
    'Not a directory',
    'File exists',
    'File name too long',
    'No space left on device',
    'Disk quota exceeded',
    'Read-only file system',
    'Input/output error',
    'Too many open files',
    'Too many levels of symbolic links',
    'Directory not empty',
    'File too large',
    'it is a folder',
    'it is no regular file',
)


def templates() -> dict[str, list[str]]:
    """``{template: the files that say it}``."""
    found: dict[str, list[str]] = {}
    for path in sorted(CODE.rglob('*.py')):
        name = path.relative_to(PRESS).as_posix()
        for template in _in(path):
            found.setdefault(template, [])
            if name not in found[template]:
                found[template].append(name)
    for origin, texts in _DATA.items():
        for template in texts():
            found.setdefault(template, [origin])
    return {text: files for text, files in found.items() if text.strip()}


def has_words(template: str) -> bool:
    """Whether a template is more than slots and marks, which every language may have."""
    return bool(_WORD.search(SLOT.sub('', template)))


def _in(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding='utf-8'))
    named = {
        node.targets[0].id: node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = _name_of(node.func)
            index = 0 if name == 'add' and _is_of_summary(node.func) else _ARGUMENTS.get(name)
            if index is not None and len(node.args) > index:
                argument = node.args[index]
                yield from _constants(named.get(getattr(argument, 'id', ''), argument))


def _is_of_summary(function: ast.expr) -> bool:
    owner = function.value if isinstance(function, ast.Attribute) else function
    return _name_of(owner) in _SUMMARIES


def _name_of(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, 'id', '')


def _constants(node: ast.expr) -> Iterator[str]:
    """The texts that an argument may be, one or the other."""
    if isinstance(node, ast.IfExp):
        yield from _constants(node.body)
        yield from _constants(node.orelse)
    elif isinstance(node, ast.BoolOp):
        for each in node.values:
            yield from _constants(each)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


def _comments(schema: type) -> Iterator[str]:
    for key in keys_of(schema).values():
        for part in ('comment', 'more'):
            said = key.metadata.get(part, '')
            yield getattr(said, 'template', said)
        for kind in (key.type, *typing.get_args(key.type)):
            if isinstance(kind, type) and is_dataclass(kind):
                yield from _comments(kind)


#: Where templates are data, and what gives them.
_DATA = {
    'tategumi/settings/schema.py': lambda: _comments(Settings),
    'tategumi/cleaning/catalogue': lambda: (rule.why for rule in catalogue().rules),
    'tategumi/kumihan/ladder.py': lambda: (stage.words for stage in Stage),
    'tategumi/build/outputs.py': lambda: (output.help for output in OUTPUTS.values()),
    'tategumi/check/__init__.py': lambda: (
        text for check in CHECKS for text in (check.progress, check.about)
    ),
    'tategumi/check/fault.py': lambda: (kind.about for kind in KINDS),
    'tategumi/errors.py': lambda: map(explanation, FAULTS),
    'tategumi/cli.py': lambda: (_about(),),
    'argparse': lambda: _OF_ARGPARSE,
    'the system': lambda: _OF_SYSTEMS,
}


def _about() -> str:
    from tategumi.cli import _ABOUT

    return _ABOUT


def updated(old: Catalog, found: dict[str, list[str]]) -> Catalog:
    """The catalogue ``old`` with an entry for each of the templates, and no others."""
    new = Catalog(locale=old.locale, charset='utf-8')
    for template, files in sorted(found.items(), key=lambda item: (item[1], item[0])):
        before = old.get(template)
        new.add(
            template,
            before.string if before else '',
            locations=[(file, None) for file in files],
            flags=(),
        )
    return new


def read(path: Path) -> Catalog:
    """The catalogue in the file ``path``."""
    with path.open('rb') as file:
        return read_po(file, locale=path.stem)


def written(catalog: Catalog, tag: str) -> bytes:
    """The catalogue as a file, without names and times that change from one day to the next."""
    content = BytesIO()
    write_po(content, catalog, width=96, omit_header=True)
    return _HEADER.format(tag=tag).encode() + content.getvalue()


def main() -> int:
    """Write all catalogues; print what they lack, and return 1 where that is anything."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.parse_args()
    found, lacking = templates(), 0
    for path in sorted(CATALOGUES.glob('*.po')):
        new = updated(read(path), found)
        path.write_bytes(written(new, path.stem))
        for entry in new:
            if entry.id and not entry.string and has_words(entry.id):
                print(f'{path.relative_to(PRESS)}: nothing for {entry.id!r}')
                lacking += 1
    return int(lacking > 0)


if __name__ == '__main__':
    sys.exit(main())
