"""Marks in the text of a document, which mammoth hands on: what a paragraph, what a run is.

They are noncharacters (Unicode §23.7), which no text has.
"""

import html
import json
import re
from collections.abc import Mapping
from typing import Any

from lxml import html as lxml_html

_LOOK, _LOOK_ENDS, _FORM, _FORM_ENDS, _END = '\ufdd0\ufdd1\ufdd2\ufdd3\ufdd4'
_ANY = re.compile('[\ufdd0-\ufdef]')
_LOOK_MARK = re.compile(f'{_LOOK}([^{_LOOK_ENDS}]*){_LOOK_ENDS}')
_FORM_MARK = re.compile(f'{_FORM}([^{_FORM_ENDS}]*){_FORM_ENDS}')


def without_marks(text: str) -> str:
    """``text`` of a document without characters that would be taken for marks."""
    return _ANY.sub('', text)


def look_mark(look: Mapping[str, Any]) -> str:
    """The mark of a paragraph with the properties ``look``."""
    return f'{_LOOK}{json.dumps(look, ensure_ascii=False)}{_LOOK_ENDS}'


def look_of(block: Any) -> dict[str, Any]:
    """The look that ``block`` of mammoth's HTML is marked with, its mark taken out of it.

    Where paragraphs have become one, it is that of the last.
    """
    found: list[str] = []
    for node in block.iter():
        if node.text and _LOOK in node.text:
            found += _LOOK_MARK.findall(node.text)
            node.text = _LOOK_MARK.sub('', node.text)
        if node.tail and node is not block and _LOOK in node.tail:
            found += _LOOK_MARK.findall(node.tail)
            node.tail = _LOOK_MARK.sub('', node.tail)
    return json.loads(found[-1]) if found else {}


def formed(text: str, name: str, classes: str = '', **attributes: str) -> str:
    """``text`` of a run as an element ``name``."""
    given = {**({'class': classes} if classes else {}), **attributes}
    says = ''.join(f' {key}="{html.escape(value)}"' for key, value in given.items())
    return f'{_FORM}{name}{says}{_FORM_ENDS}{text}{_END}{name}{_FORM_ENDS}'


def body_of(page: str) -> Any:
    """mammoth's HTML ``page`` as an element, with the elements that its text marks.

    Runs beside one another that are the same are one.
    """
    page = _FORM_MARK.sub(lambda match: f'<{html.unescape(match[1])}>', page)
    page = re.sub(f'{_END}([a-z]+){_FORM_ENDS}', r'</\1>', page)
    body = lxml_html.fromstring(f'<div>{page}</div>')
    for node in list(body.iter('span', 'em', 'code', 'strong', 'u', 's', 'mark', 'sup', 'sub')):
        before = node.getprevious()
        is_same = before is not None and (before.tag, before.attrib) == (node.tag, node.attrib)
        if is_same and not before.tail:
            _join(before, node)
    return body


def _join(before: Any, node: Any) -> None:
    if len(before):
        before[-1].tail = (before[-1].tail or '') + (node.text or '')
    else:
        before.text = (before.text or '') + (node.text or '')
    before.extend(list(node))
    before.tail = node.tail
    node.tail = None
    node.getparent().remove(node)
