"""What the press takes or replaces of WeasyPrint's inside and pydyf, and what that is now.

All is read from source; nothing of ``tategumi`` is imported, so that this works on a
WeasyPrint that vertical writing is not written for.
"""

import ast
import inspect
from functools import cache
from hashlib import blake2b
from importlib import import_module
from pathlib import Path

import weasyprint

PRESS = Path(__file__).parents[2]

#: The packages whose inside is meant.
FOREIGN = ('weasyprint', 'pydyf')

#: What every named tuple promises in spite of the underscore.
_NAMED_TUPLE = ('_replace', '_asdict', '_fields')


def names_used():
    """``{name: files of tategumi that import, call or replace it}``, and which are replaced.

    A name is dotted; a private attribute of an object, whose class cannot be seen
    in the source, is ``*._attribute``. What WeasyPrint's API promises is left out.
    """
    used, replaced = {}, set()
    trees = {
        path: ast.parse(path.read_text(encoding='utf-8'))
        for path in sorted((PRESS / 'tategumi').rglob('*.py'))
    }
    bound = {path: _bound(tree) for path, tree in trees.items()}
    own = set().union(*map(_defined_attributes, trees.values()))
    for path, tree in trees.items():
        seams = set(_replaced(tree, bound[path]))
        replaced |= seams
        # Other libraries have private attributes too, where nothing of WeasyPrint comes.
        near = any(bound[other] for other in bound if other.is_relative_to(path.parent))
        private = _private_attributes(tree, own) if near else ()
        for name in {*_reached(tree, bound[path]), *private, *seams}:
            if not _is_promised(name):
                used.setdefault(name, set()).add(path.relative_to(PRESS).as_posix())
    return used, replaced


def _bound(tree):
    """The foreign modules and names bound in ``tree``: local name → dotted name."""
    bound = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                name = alias.name if alias.asname else alias.name.partition('.')[0]
                bound[alias.asname or name] = name
        elif isinstance(node, ast.ImportFrom) and not node.level:
            for alias in node.names:
                bound[alias.asname or alias.name] = f'{node.module}.{alias.name}'
    return {local: name for local, name in bound.items() if name.partition('.')[0] in FOREIGN}


def _reached(tree, bound):
    """What is imported, and what is reached through imported modules."""
    for name in bound.values():
        if _module(name) is None:
            yield name
    for node in ast.walk(tree):
        name = _dotted(node, bound) if isinstance(node, ast.Attribute) else None
        if name and _module(name) is None and _module(name.rpartition('.')[0]):
            yield name


def _replaced(tree, bound):
    """The names in ``(module, 'name', stand-in)``, as ``seams.replaced`` takes them."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Tuple) and len(node.elts) == 3:
            module, name = _dotted(node.elts[0], bound), node.elts[1]
            if module and isinstance(name, ast.Constant):
                yield f'{module}.{name.value}'


def _private_attributes(tree, own):
    """Private attributes that nothing in ``tree`` defines; of ``self``, nothing in ``own``."""
    here, foreign = _defined_attributes(tree), _bound(tree)
    others = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, (ast.Import, ast.ImportFrom))
        for alias in node.names
    }
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Attribute)
            and node.attr.startswith('_')
            and not (node.attr.endswith('__') or node.attr in _NAMED_TUPLE)
        ):
            of = node.value.id if isinstance(node.value, ast.Name) else ''
            known = own if of == 'self' else here
            if node.attr not in known and of not in others - foreign.keys():
                yield f'*.{node.attr}'


def _defined_attributes(tree):
    """The names of functions of ``tree``, and of what is assigned to objects or in classes."""
    nodes = list(ast.walk(tree))
    stored = [node for node in nodes if isinstance(getattr(node, 'ctx', None), ast.Store)]
    return {node.name for node in nodes if isinstance(node, ast.FunctionDef)} | {
        node.attr if isinstance(node, ast.Attribute) else node.id
        for node in stored
        if isinstance(node, (ast.Attribute, ast.Name))
    }


def _dotted(node, bound):
    """``node`` as a dotted foreign name, if it is one."""
    if isinstance(node, ast.Name):
        return bound.get(node.id)
    if isinstance(node, ast.Attribute) and (start := _dotted(node.value, bound)):
        return f'{start}.{node.attr}'
    return None


def _is_promised(name):
    module, _, own = name.rpartition('.')
    return module == 'weasyprint' and own in (*weasyprint.__all__, '__version__')


@cache
def _module(name):
    try:
        return import_module(name)
    except ModuleNotFoundError:
        return None


def as_used(name):
    """``name`` (``module.function``, ``module.Class._attribute``) as ``names_used`` calls it."""
    holder, _, own = name.rpartition('.')
    return name if _module(holder) else f'*.{own}'


def definition(name, is_replaced):
    """``(signature, digest)`` of ``name`` in the WeasyPrint installed.

    The signature is ``''`` where it is no function. The digest is that of the
    source as a syntax tree, without docstrings and comments: of a class with those it
    derives from, of a value with all its module does to it while it is
    imported. Of what ``is_replaced`` the places where it is called are part.
    Raises ``LookupError`` where there is no such name, or none that calls it.
    """
    holder, _, own = name.rpartition('.')
    module = _module(holder)
    if module is None:
        nodes = _attribute(holder, own)
    else:
        if not hasattr(module, own):
            raise LookupError(f'{holder} has no {own} any more')
        nodes = _nodes(module, own)
    signature = ast.unparse(nodes[0].args) if isinstance(nodes[0], ast.FunctionDef) else ''
    if is_replaced:
        calls = _calls(module, own)
        if not calls:
            raise LookupError(f'{name} is not called any more')
        nodes = [*nodes, *calls]
    return signature, blake2b(repr(_plain(nodes)).encode(), digest_size=6).hexdigest()


def _nodes(module, own):
    """The syntax trees of what defines ``own`` of ``module``."""
    made = getattr(module, own)
    made = [
        kind
        for kind in getattr(made, '__mro__', [made])
        if getattr(kind, '__module__', '').partition('.')[0] in FOREIGN
    ]
    nodes = [_defined(_tree(kind.__module__), kind.__name__) for kind in made]
    if nodes and all(nodes):
        return nodes
    return [
        statement
        for statement in _tree(module.__name__).body
        if not isinstance(statement, (ast.FunctionDef, ast.ClassDef))
        and any(isinstance(node, ast.Name) and node.id == own for node in ast.walk(statement))
    ]


def _attribute(holder, own):
    """The method ``own`` of class ``holder``, or the statements that set such an attribute."""
    module, _, name = holder.rpartition('.')
    if not hasattr(_module(module), name):
        raise LookupError(f'{module} has no {name} any more')
    kind = _nodes(_module(module), name)[0]
    nodes = [
        node for node in kind.body if isinstance(node, ast.FunctionDef) and node.name == own
    ] or [
        node
        for node in ast.walk(kind)
        if isinstance(node, (ast.Assign, ast.Expr))
        and any(_sets(part, own) for part in ast.walk(node))
    ]
    if not nodes:
        raise LookupError(f'{holder} has no {own} any more')
    return nodes


def _sets(node, attribute):
    """``x.attribute = …``, or a part of ``setattr(x, 'attribute', …)``."""
    if isinstance(node, ast.Attribute):
        return node.attr == attribute and isinstance(node.ctx, ast.Store)
    return isinstance(node, ast.Constant) and node.value == attribute


def _defined(tree, name):
    return next(
        (
            node
            for node in ast.walk(tree)
            if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and node.name == name
        ),
        None,
    )


def _calls(module, own):
    """Every call of ``own`` in ``module``, and through ``module`` anywhere in WeasyPrint."""
    through = module.__name__.rpartition('.')[2]
    found = [
        node
        for node in ast.walk(_tree(module.__name__))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == own
    ]
    for path in sorted(Path(weasyprint.__file__).parent.rglob('*.py')):
        source = path.read_text(encoding='utf-8')
        if f'{through}.{own}(' in source:
            found += [
                node
                for node in ast.walk(ast.parse(source))
                if isinstance(node, ast.Call) and ast.unparse(node.func) == f'{through}.{own}'
            ]
    return found


@cache
def _tree(module):
    return ast.parse(inspect.getsource(import_module(module)))


def _plain(node):
    """``node`` as tuples that say the same in every release of Python."""
    if isinstance(node, list):
        return tuple(map(_plain, node))
    if not isinstance(node, ast.AST):
        return node
    fields = dict(ast.iter_fields(node))
    if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and ast.get_docstring(node):
        fields['body'] = fields['body'][1:]
    return type(node).__name__, *(
        (name, _plain(value)) for name, value in sorted(fields.items()) if value not in (None, [])
    )
