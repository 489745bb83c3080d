"""What the press parses as XML is what WeasyPrint finds in the same HTML by itself."""

import pytest
from weasyprint import HTML

from tategumi.document.book import book_document, empty_document
from tategumi.pdf.fetching import ADDRESS, BookFetcher
from tategumi.pdf.parsing import BookHtml

from .conftest import Press

CONSTRUCTS = """# 章^12^の{題|だい}

本文[^1]と*傍点*と`code <b>`、 [先](#章12の題) & 「＜括弧＞」。{.small}
改行の後[字]{.large}。

- 一
- 二

| 甲 | 乙 |
|----|----|
| 丙 | 丁 |

    前の行
    後の行

> 引用

[^1]: 注。
"""


def tree(element):
    return (
        element.tag,
        element.attrib,
        element.text or '',
        element.tail or '',
        [tree(child) for child in element],
    )


@pytest.mark.parametrize('title', ['題', 'A & B < "C" > ’'], ids=ascii)
def test_both_find_the_same(press: Press, title):
    settings, chapters = press.book(CONSTRUCTS, '# 二\n\n[^1]。\n\n[^1]: 注。', title=title)
    fetcher = BookFetcher(settings.root)
    for html in (book_document(settings, chapters), empty_document(settings)):
        own = BookHtml(html, ADDRESS, fetcher)
        theirs = HTML(string=html, base_url=ADDRESS, url_fetcher=fetcher)
        assert tree(own.etree_element) == tree(theirs.etree_element)
        assert own.wrapper_element.etree_element is own.etree_element
        assert vars(own).keys() == vars(theirs).keys()
        for name in ('base_url', 'url_fetcher', 'media_type'):
            assert getattr(own, name) == getattr(theirs, name)
