"""What has the form of notation and is more than it holds: it stays text, and is named."""

import re

from markdown.core import Markdown
from markdown.preprocessors import Preprocessor

from ..messages import Message
from .fault import Remark

_CODE = re.compile(r'(?<!`)(`+)(?!`)[^`\n]+\1(?!`)|\\.')
_FORMS = (
    (
        re.compile(r'^ {0,3}#{7,}[ 　]+\S.*'),
        Message('headings have six ranks at most'),
    ),
    (
        re.compile(r'(?<!\^)\^[0-9A-Za-z!?]{5,30}\^(?!\^)'),
        Message('tate-chu-yoko holds four characters at most'),
    ),
    (
        re.compile(r'[｜|][^｜|《》{}\[\]\s。]{101,}?《[^《》{}|\n]+》'),
        Message('the base of ruby holds a hundred characters at most'),
    ),
    (
        re.compile(r'[｜|][^｜|《》{}\[\]\s。]{1,100}?《[^《》{}|\n]{101,}》'),
        Message('a reading holds a hundred characters at most'),
    ),
)
_ANY = re.compile(r'#{7}|\^[0-9A-Za-z!?]{5}|《')


def register(md: Markdown, remarks: list[Remark]) -> None:
    """Teach ``md`` (a ``markdown.Markdown``) to put into ``remarks`` what it cannot hold."""
    unread = _Unread(md)
    unread.remarks = remarks
    md.preprocessors.register(unread, 'unread', 16)


class _Unread(Preprocessor):
    remarks: list[Remark]

    def run(self, lines: list[str]) -> list[str]:
        for line in lines:
            if not _ANY.search(line):
                continue
            text = _CODE.sub('', line)
            for form, why in _FORMS:
                for match in form.finditer(text):
                    message = Message('"{text}" stays text: {why}', text=match[0], why=why)
                    self.remarks.append(Remark((match[0], line), message))
        return lines
