"""Who may import whom: the layers of the press, read from its source."""

import ast
import re
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

PRESS = Path(__file__).parents[1]

#: The packages of ``tategumi``, lowest first. Each imports from the lines above its own alone.
LAYERS = """
    version printable unfinished parent lazy memory call_stack css east_asian people fields
    html_page time_limit declarations
    messages
    errors language tex
    files
    svg spans
    fences indents notation forked pool engine pictures kumihan
    underlined
    page.papers
    settings
    frames
    writers
    sheets
    cache page fonts terminal
    seed
    cleaning
    terminal.report
    manuscript
    markup
    document
    check pdf stores
    cover proof
    epub
    kepub word
    print
    build
    library desk
    commands
    cli
    __main__
"""

#: Libraries that few packages import.
LIBRARIES = {
    'weasyprint': {'engine', 'fonts', 'pdf', 'cover', 'proof'},
    'uharfbuzz': {'fonts', 'pdf', 'writers'},
    'babel': {'language'},
    'ebooklib': {'epub'},
    'trafilatura': {'seed'},
    'ruamel': {'desk'},
    'starlette': {'desk'},
    'uvicorn': {'desk'},
    'ftfy': {'cleaning'},
    'distributed': {'library'},
    'docx': {'word'},
    'pygments': {'markup'},
    'latex2mathml': {'tex'},
    'mammoth': {'seed'},
    'markdown': {'markup'},
    'ziamath': {'document'},
    'pdfminer': {'check', 'proof'},
    'pikepdf': {'check'},
    'pystrich': {'print'},
    'tqdm': {'terminal'},
    'watchfiles': {'build', 'desk'},
}

HEIGHTS = {
    package: height
    for height, layer in enumerate(LAYERS.strip().splitlines())
    for package in layer.split()
}


@cache
def imports():
    """``{module: the modules and names it imports}``, dotted, lazily or not."""
    return {
        name_of(path): set(imported(path)) for path in sorted((PRESS / 'tategumi').rglob('*.py'))
    }


def name_of(path):
    parts = path.relative_to(PRESS).with_suffix('').parts
    return '.'.join(parts[:-1] if parts[-1] == '__init__' else parts)


def imported(path):
    package = path.relative_to(PRESS).parts[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding='utf-8'))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = package[: len(package) - node.level + 1] if node.level else ()
            module = '.'.join((*start, *([node.module] if node.module else ())))
            yield from (f'{module}.{alias.name}' for alias in node.names)
        elif is_lazy(node):
            yield node.args[0].value
        elif isinstance(node, ast.Constant) and is_function_name(node.value):
            yield node.value.replace(':', '.')


def is_lazy(node):
    return isinstance(node, ast.Call) and getattr(node.func, 'id', '') == 'lazy'


def is_function_name(value):
    """Is it ``module:function``, which a pool of processes is handed?"""
    return isinstance(value, str) and value.startswith('tategumi.') and ':' in value


def package_of(name):
    """The package of a dotted name of ``tategumi``; '' for the package itself."""
    _, *parts = name.split('.')
    own = '.'.join(parts[:2])
    return own if own in HEIGHTS else parts[0] if parts else ''


def modules():
    return [pytest.param(name, id=name) for name in imports() if package_of(name)]


@pytest.mark.parametrize('module', modules())
def test_a_package_imports_from_packages_below_its_own_alone(module):
    package = package_of(module)
    assert package in HEIGHTS, f'say in LAYERS where tategumi/{package} stands'
    above = {
        name
        for name in imports()[module]
        if name.startswith('tategumi.')
        and package_of(name) != package
        and HEIGHTS[package_of(name)] >= HEIGHTS[package]
    }
    assert not above


@pytest.mark.parametrize('library', LIBRARIES)
def test_few_packages_import_a_library(library):
    users = {
        package_of(module)
        for module, names in imports().items()
        if any(name.partition('.')[0] == library for name in names)
    }
    assert users and users <= LIBRARIES[library]


def test_modules_import_one_another_in_no_circle():
    graph = {
        module: {target for name in names if (target := module_of(name)) and target != module}
        for module, names in imports().items()
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(' → '.join(reversed(error.args[1])))


@pytest.mark.parametrize('module', modules())
def test_what_a_module_imports_of_the_press_is_there(module):
    strays = {
        name
        for name in imports()[module]
        if name.startswith('tategumi.') and module_of(name) not in (name, name.rpartition('.')[0])
    }
    assert not strays


def module_of(name):
    """The module that a dotted name is, or is in; ``None`` for one of another package."""
    while name and name not in imports():
        name = name.rpartition('.')[0]
    return name or None


@pytest.mark.parametrize('module', modules())
def test_what_is_asked_of_a_lazy_module_is_in_it(module):
    """No checker of types looks into it."""
    tree = ast.parse(path_of(module).read_text(encoding='utf-8'))
    lazies = {
        target.id: node.value.args[0].value
        for node in tree.body
        if isinstance(node, ast.Assign) and is_lazy(node.value)
        for target in node.targets
    }
    asked = {
        (lazies[node.value.id], node.attr)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and getattr(node.value, 'id', '') in lazies
    }
    assert not {
        f'{name}.{attribute}'
        for name, attribute in asked
        if name.startswith('tategumi.') and attribute not in names_in(name)
    }


@cache
def names_in(module):
    """The names that a module has, by its source."""
    tree = ast.parse(path_of(module).read_text(encoding='utf-8'))
    names = set()
    for node in tree.body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            names.add(node.name)
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            names |= {alias.asname or alias.name for alias in node.names}
        elif isinstance(node, (ast.Assign, ast.AnnAssign)):
            inside = [*ast.walk(node)]
            names |= {each.id for each in inside if isinstance(each, ast.Name)}
            if '_HOMES' in names:
                # The keys are what ``lazy_names`` finds.
                names |= {each.value for each in inside if isinstance(each, ast.Constant)}
    return names


def path_of(module):
    path = PRESS / (module.replace('.', '/') + '.py')
    return path if path.exists() else path.with_suffix('') / '__init__.py'


@pytest.mark.parametrize(
    'module',
    [
        'tategumi.' + name
        for name in (
            'build',
            'cache',
            'document',
            'fonts',
            'frames',
            'page',
            'pdf',
            'print',
            'sheets',
            'writers',
        )
    ],
)
def test_a_package_says_what_its_modules_are(module):
    for init in path_of(module).parent.rglob('__init__.py'):
        told = re.findall(r'``(\w+)/?``', ast.get_docstring(ast.parse(init.read_text('utf-8'))))
        there = {path.stem for path in init.parent.iterdir() if path.suffix in ('.py', '')}
        assert not there - {'__init__', '__pycache__'} - {*told}
        listed = re.findall(r'^``(\w+)/?``', init.read_text('utf-8'), re.M)
        assert {*listed} <= there


@pytest.mark.parametrize('module', modules())
def test_an_import_stands_at_the_head_of_its_module(module):
    """What is to be loaded late is ``lazy``, where everybody sees it."""
    path = path_of(module)
    inside = [
        inner.lineno
        for node in ast.walk(ast.parse(path.read_text(encoding='utf-8')))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda))
        for inner in ast.walk(node)
        if isinstance(inner, (ast.Import, ast.ImportFrom)) or is_lazy(inner)
    ]
    assert not inside
