"""A sheet of the book's own that asks for more than any machine has is refused, by its line."""

import pytest

from tategumi.errors import BadInput
from tategumi.settings import Settings
from tategumi.sheets import read_sheets


def doubling(count, first='x'):
    rest = ''.join(f'--a{n + 1}: var(--a{n}) var(--a{n});' for n in range(count))
    return f'--a0: {first}; {rest}'


TEXTS = '"港" ' * 1_200

TOO_MUCH = {
    'properties that double': f':root {{ {doubling(40)} }} p {{ content: var(--a40) }}',
    'on a page': f'@page {{ {doubling(40)} font-family: var(--a40) }}',
    'in a margin': f'@page {{ @top-left {{ {doubling(40)} content: var(--a40) }} }}',
    'in media': f'@media print {{ html {{ {doubling(40)} }} }}',
    'in a rule in a rule': f'html {{ & p {{ {doubling(40)} }} }}',
    'in capitals': ':root { --A: x; --B: VAR(--A) Var(--A); --A: vAr(--B) var(--B) }',
    'in a fallback': f':root {{ {doubling(40).replace("var(", "var(--none, var(")} }}'.replace(
        ');', '));'
    ),
    'a property of itself': 'p { --a: var(--a) var(--a) }',
    'two of one another': ':root { --a: var(--b) } p { --b: var(--a) x }',
    'a chain of them': ':root { --a0: x; '
    + ''.join(f'--a{n + 1}: var(--a{n});' for n in range(60))
    + '}',
    'a long text': f'p::after {{ content: "{"港" * 60_000}" }}',
    'a text of many': f'p::after {{ content: {TEXTS * 2} }}',
    'texts by a property': f':root {{ --a: {TEXTS} }} p::after {{ content: var(--a) var(--a) }}',
    'a mark': f'@counter-style a {{ symbols: "{"港" * 600}" }}',
    'columns': 'section { columns: 1000000 }',
    'a number of columns': 'section { column-count: 21 }',
    'columns by a property': ':root { --n: 999 } section { columns: var(--n) }',
    'columns by a fallback': 'section { columns: var(--n, 999) }',
    'a counter': 'p { counter-reset: x 2000000000 }',
    'padding of a counter': '@counter-style a { system: numeric; symbols: "0" "1"; pad: 999 "0" }',
    'a repeated track': 'section { grid-template-columns: repeat(1000000, 1px) }',
    'a span': 'p { grid-row: span 10000000 }',
    'a size': 'p { font-size: 1e9px }',
    'no finite size': 'p { font-size: 1e999px }',
    'a negative one': 'p { text-indent: -1e9px }',
    'a gradient without end': 'p { background: repeating-linear-gradient(red 0, blue 1e-5px) }',
    'a long gradient': f'p {{ background: linear-gradient({"red, blue, " * 9_000} red) }}',
    'functions': f'p {{ margin: {"calc(" * 3000}1px{")" * 3000} }}',
    'brackets': 'p { margin: ' + '(' * 20_000,
    'blocks': '{' * 20_000,
    'rules': 'p{' * 2000,
    'media in media': '@media print {' * 2000,
    'a selector in a selector': f'{":not(" * 3000}p{")" * 3000} {{ color: red }}',
    'a long selector': f'{"* " * 5000} {{ color: red }}',
    'a long name of a layer': f'@layer {"a." * 5000}a {{ p {{ color: red }} }}',
    'many selectors': f'{"p, " * 5000} p {{ color: red }}',
    'selectors that double': f'p, p {{ {"&, & {" * 12} color: red {"}" * 13}',
    'selectors that multiply': f'{"p," * 50} p {{ & & & {{ color: red }} }}',
    'its size': 'p { color: red }\n' * 20_000,
}


@pytest.mark.parametrize('css', TOO_MUCH.values(), ids=TOO_MUCH)
def test_it_is_refused_by_its_line(tmp_path, css):
    with pytest.raises(BadInput) as refused:
        read(tmp_path, '\n\n' + css)
    place = refused.value.place
    assert place.file == tmp_path / 'styles' / 'pdf.css'
    assert place.line is None or place.line >= 3
    assert len(str(refused.value).splitlines()) == 1


def test_sheets_used_together_are_measured_together(tmp_path):
    sheets = {
        'book.css': f'html {{ {doubling(5)} }}',
        'pdf.css': ':root { --b: ' + 'var(--a5) ' * 200 + '}',
    }
    for name, css in sheets.items():
        read(tmp_path / name, css, name)
    with pytest.raises(BadInput, match=r'pdf\.css:1: "--b" has more than'):
        read(tmp_path, sheets, 'book.css', 'pdf.css')


def test_what_a_book_needs_is_no_more_than_it_may_have(tmp_path):
    css = """
        @font-face { font-family: 港; src: local("x"); unicode-range: U+3000-9FFF }
        @media print { p { columns: 2; column-gap: 2em } }
        :root { --rule: thin solid; --head: var(--rule) currentcolor; --used-twice: 1px }
        h1 { border-top: var(--head); border-bottom: var(--head); margin: calc(var(--used-twice) *
             (1 + 2)) }
        section > :is(h1, h2):not(:first-child)::before { content: "◆" counter(x, cjk-decimal) }
        table { border-collapse: collapse; z-index: 9999; text-indent: -9999px }
        .part { & h1, & h2 { color: #333; background: linear-gradient(red, blue) } }
        @page :left { size: 105mm 148mm; @top-left { content: string(x) } }
    """
    assert read(tmp_path, css) == css


def read(root, sheets, *names):
    """What the press reads of such sheets of a book."""
    names = names or ('pdf.css',)
    if isinstance(sheets, str):
        sheets = {names[0]: sheets}
    (root / 'styles').mkdir(parents=True, exist_ok=True)
    for name, css in sheets.items():
        (root / 'styles' / name).write_text(css, encoding='utf-8')
    found = read_sheets(Settings(root=root), root, names)
    return found[names[0]] if len(names) == 1 else found
