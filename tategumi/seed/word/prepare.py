"""A part of a document with marks for what mammoth does not know (``marks``)."""

import re
from typing import Any

from lxml import etree

from .formulas import formula
from .marks import formed, look_mark, without_marks
from .styles import Level, Styles, W

_M = '{http://schemas.openxmlformats.org/officeDocument/2006/math}'
_XML_SPACE = '{http://www.w3.org/XML/1998/namespace}space'
_RUBY_FIELD = re.compile(
    r'\\o\s*(?:\\a[dlrc]\s*)?\(\s*\\s\s*\\up\s*\d+\s*\(([^()]*)\)\s*[,;]([^()]*)\)', re.I
)
_LINES = {
    'double': 'double',
    'dotted': 'dotted',
    'dottedHeavy': 'dotted',
    'dash': 'dashed',
    'dashedHeavy': 'dashed',
    'dashLong': 'dashed',
    'wave': 'wavy',
    'wavyHeavy': 'wavy',
    'wavyDouble': 'wavy',
}
#: A rule across the page, which Word keeps as a drawing.
_RECTANGLE = '{urn:schemas-microsoft-com:vml}rect'
_RULE = '{urn:schemas-microsoft-com:office:office}hr'
#: Names of styles of characters that say what the characters are.
_CODE = frozenset(('code', 'html code', 'verbatim char', 'source text', 'html keyboard'))
_FORM_NAMES = re.compile(
    r'(?:small|large)(?:-[23])?|italic|frame|kaeriten|okurigana|ruby-left|furiwake|jidori-\d\d?'
    r'|(?:bouten|side-line)(?: [a-z-]+){1,2}|code|lang [a-z]{2,3}(?:-[a-z0-9]{1,8})*'
)
_INDENTS = ('startChars', 'firstLineChars', 'hangingChars', 'endChars')


def prepare(root: Any, styles: Styles) -> None:
    """Mark the tree ``root`` of a part, whose styles are ``styles``, in place."""
    for text in root.iter(f'{W}t', f'{W}instrText', f'{_M}t'):
        text.text = without_marks(text.text or '')
    _unwrap(root)
    for run in list(root.iter(f'{W}r')):
        _mark_run(run, styles)
    _mark_fields(root)
    _mark_formulas(root)
    for paragraph in root.iter(f'{W}p'):
        _mark_paragraph(paragraph, styles)


def _unwrap(root: Any) -> None:
    """Take the runs out of what mammoth passes over, and part lines where Word parts them."""
    for wrapper in list(root.iter(f'{W}fldSimple', f'{W}bdo', f'{W}dir')):
        parent = wrapper.getparent()
        place = parent.index(wrapper)
        parent[place : place + 1] = list(wrapper)
    for mark in list(root.iter(f'{W}cr')):
        mark.tag = f'{W}br'


def _mark_run(run: Any, styles: Styles) -> None:
    ruby = run.find(f'{W}ruby')
    if ruby is not None:
        _flatten(run, ruby)
    given = run.find(f'{W}rPr')
    forms = _forms(given, styles) if given is not None else []
    texts = list(run.iterchildren(f'{W}t'))
    for name, classes, attributes in forms:
        for text in texts:
            text.text = formed(text.text or '', name, classes, **attributes)


def _flatten(run: Any, ruby: Any) -> None:
    """Ruby as text of its run, which looks as its base does."""
    base, reading = (
        ''.join(text.text or '' for part in ruby.iter(name) for text in part.iter(f'{W}t'))
        for name in (f'{W}rubyBase', f'{W}rt')
    )
    text = etree.Element(f'{W}t')
    text.text = _ruby(base, reading)
    inner = ruby.find(f'{W}rubyBase/{W}r/{W}rPr')
    if inner is not None and run.find(f'{W}rPr') is None:
        run.insert(0, inner)
    run.replace(ruby, text)


def _ruby(base: str, reading: str) -> str:
    return formed(f'{base}{formed(reading, "rt")}', 'ruby') if reading else base


def _forms(given: Any, styles: Styles) -> list[tuple[str, str, dict[str, str]]]:
    """What the properties of a run say that it is, from the inside out."""
    names = _value(given, 'rStyle')
    forms: list[tuple[str, str, dict[str, str]]] = []
    named = styles.name(names) if names else ''
    for name in named.split(' + '):
        if name in _CODE:
            forms.append(('code', '', {}))
        elif name.startswith('lang ') and _FORM_NAMES.fullmatch(name):
            forms.append(('span', '', {'lang': name[5:]}))
        elif _FORM_NAMES.fullmatch(name):
            _drop(given, name)
            forms.append(('em' if name.startswith('bouten') else 'span', name, {}))
    dots = given.find(f'{W}em')
    if dots is not None and dots.get(f'{W}val') != 'none':
        forms.append(('em', 'bouten', {}))
    line = given.find(f'{W}u')
    if line is not None and line.get(f'{W}val') in _LINES:
        forms.append(('span', f'side-line {_LINES[line.get(f"{W}val")]}', {}))
        given.remove(line)
    layout = given.find(f'{W}eastAsianLayout')
    if layout is not None and layout.get(f'{W}vert') in ('1', 'true', 'on'):
        forms.append(('span', 'tcy', {}))
    if layout is not None and layout.get(f'{W}combine') in ('1', 'true', 'on'):
        forms.append(('span', 'warichu', {}))
    return forms


def _drop(given: Any, name: str) -> None:
    """Take out of ``given`` how what is called ``name`` looks: its name says it."""
    looks = {'bouten': 'em', 'side-line': 'u', 'italic': 'i', 'kaeriten': 'vertAlign'}
    looks['okurigana'] = 'vertAlign'
    look = given.find(f'{W}{looks.get(name.split()[0], "none")}')
    if look is not None:
        given.remove(look)


def _mark_fields(root: Any) -> None:
    """Ruby that a field sets over its base (EQ \\o, ECMA-376 §17.16.5.22)."""
    for paragraph in root.iter(f'{W}p'):
        codes: list[Any] = []
        for element in list(paragraph.iter(f'{W}fldChar', f'{W}instrText')):
            if element.tag == f'{W}instrText':
                codes.append(element)
            elif element.get(f'{W}fldCharType') == 'begin':
                codes = []
            elif codes and (
                match := _RUBY_FIELD.search(''.join(each.text or '' for each in codes))
            ):
                reading, base = match.groups()
                text = etree.Element(f'{W}t')
                text.text = _ruby(base, reading)
                codes[0].getparent().replace(codes[0], text)
                codes = []


def _mark_formulas(root: Any) -> None:
    for element in list(root.iter(f'{_M}oMath')):
        outer = element.getparent()
        is_alone = outer.tag == f'{_M}oMathPara' and len(outer.findall(f'{_M}oMath')) == 1
        run = etree.Element(f'{W}r')
        text = etree.SubElement(run, f'{W}t')
        text.text = _marked_formula(element, 'block' if is_alone else 'inline')
        run.tail = element.tail
        element = outer if is_alone else element
        element.getparent().replace(element, run)
    for outer in list(root.iter(f'{_M}oMathPara')):
        place = outer.getparent().index(outer)
        outer.getparent()[place : place + 1] = list(outer)


def _marked_formula(element: Any, display: str) -> str:
    source, plain = formula(element)
    if source:
        return formed('', 'math', alttext=source, display=display)
    return formed(plain, 'math') if plain.strip() else ''


def _mark_paragraph(paragraph: Any, styles: Styles) -> None:
    given = paragraph.find(f'{W}pPr')
    look = _look(given, styles)
    breaks = [
        each for each in paragraph.iter(f'{W}br') if each.get(f'{W}type') in ('page', 'column')
    ]
    if breaks and not ''.join(text.text or '' for text in paragraph.iter(f'{W}t')).strip():
        look['page'] = True
    if any(each.get(_RULE) for each in paragraph.iter(_RECTANGLE)):
        look['style'] = 'scene break'
    for each in breaks:
        del each.attrib[f'{W}type']
    run = etree.Element(f'{W}r')
    etree.SubElement(run, f'{W}t').text = look_mark(look)
    paragraph.insert(0 if given is None else 1, run)
    if given is not None:
        for name in ('pStyle', 'numPr'):
            for each in given.findall(f'{W}{name}'):
                given.remove(each)


def _look(given: Any | None, styles: Styles) -> dict[str, Any]:
    """What a paragraph is by its properties: names of ``tree`` and their values."""
    identity = styles.default
    if given is not None:
        identity = _value(given, 'pStyle') or identity
    look: dict[str, Any] = {'style': styles.name(identity)}
    if heading := styles.heading(identity):
        look['heading'] = heading
    look |= _numbering(given, identity, styles)
    if given is None:
        return look
    indents = given.find(f'{W}ind')
    for name in _INDENTS if indents is not None else ():
        value = indents.get(f'{W}{name}') or ''
        if value.isdecimal() and int(value) >= 100:
            look[name] = int(value) // 100
    spacing = given.find(f'{W}spacing')
    if spacing is not None:
        look['before'] = spacing.get(f'{W}beforeLines') == '100'
        look['after'] = spacing.get(f'{W}afterLines') == '100'
    look['align'] = _value(given, 'jc')
    look['framed'] = given.find(f'{W}pBdr/{W}left') is not None
    return look


def _numbering(given: Any | None, identity: str, styles: Styles) -> dict[str, Any]:
    """The list that a paragraph is of, by its own properties or those of its style."""
    groups = [given, *(each.find(f'{W}pPr') for each in styles.chain(identity))]
    numbered = next(
        (
            each
            for group in groups
            if group is not None
            for each in group.iterchildren(f'{W}numPr')
        ),
        None,
    )
    number = _value(numbered, 'numId') if numbered is not None else ''
    if numbered is None or number in ('', '0'):
        return {}
    level = int(_value(numbered, 'ilvl') or 0)
    known = styles.levels.get((number, level), Level())
    return {
        'list': number,
        'level': level,
        'ordered': known.ordered,
        'marked': known.marked,
        'start': known.start,
    }


def _value(element: Any, name: str) -> str:
    child = element.find(f'{W}{name}')
    return (child.get(f'{W}val') or '') if child is not None else ''
