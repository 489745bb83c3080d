"""Classifies elements as boxes of the site by their tags, roles and class names.

What they are named by is the habit of those who write pages: an element (HTML Standard §4.3),
a role (WAI-ARIA 1.2), words of a class or an id.
"""

import re
from collections.abc import Container

from .aozora_pages import APART
from .piece import Element

_TAGS = frozenset('aside button footer form head menu nav option select title'.split())
_ROLES = frozenset(
    """
    alertdialog banner button complementary contentinfo dialog menu menubar navigation search
    tablist toolbar""".split()
)
#: Boxes of tools: they hold hardly a sentence, and what holds more is named for another reason.
_TOOLS = frozenset(
    """
    ad ads adsense advert advertisement advertising banner breadcrumb breadcrumbs btn button
    buttons categories dropdown facebook hatena login menu nav navbar navi navigation pagenav
    pager pagetop pagination paging pankuzu prevnext print qrcode rss search share sharedaddy
    sharing shortcut sidenav signup sitemap skip sns social tabbar tag tagcloud tags toolbar
    toolbox topicpath tweet twitter widget
""".split()
)
_MENUS = frozenset(('menu', 'categories', 'dropdown', 'tabbar'))
#: What readers say; it may be longer than what they speak of.
_READERS = frozenset('comment commentlist comments disqus respond'.split())
#: Boxes of other texts: of the site, of who advertises.
_OTHERS = frozenset(
    """
    affiliate author bio consent cookie copyright feedback follow foot footer modal newsletter
    outbrain popular popup pr promo promotion ranking recirc recommend recommendation
    recommendations recommended related relations side sidebar sponsor sponsored subscribe
    subscription taboola trending
""".split()
)
#: The page's name speaks of what else it has, a quotation's of where it is from.
_NAMED_FOR_OTHERS = frozenset(('html', 'body', 'blockquote'))
_WORD = re.compile(r'[A-Z]+(?![a-z])|[A-Z]?[a-z]+')
_HAVING = frozenset('has have hide is no not show with without'.split())
#: A post names its tags, categories and author so (microformats.org, hentry; WordPress).
_POST = re.compile(r'(?:^|\s)(?:h-?entry|type-post)(?:\s|$)')
_HIDDEN = re.compile(r'(?:display\s*:\s*none|visibility\s*:\s*hidden)', re.IGNORECASE)


def box_of(
    element: Element, head: str = '', has_links: bool = True, shown: Container[str] = ()
) -> str:
    """Whose box an ``Element`` says it is: ``'tools'``, ``'readers'``, ``'others'``, or ``''``.

    ``head`` is the first head in it: an id made of that says nothing. A menu without links is
    one of dishes. ``shown`` are the ids that links of the page lead to: what is hidden is shown
    by a click on one.
    """
    attributes = element.attributes
    if element.tag in _TAGS or attributes.get('role', '').lower() in _ROLES:
        return 'others'
    if is_hidden(element) and attributes.get('id') not in shown:
        return 'others'
    if APART & {*attributes.get('class', '').split()}:
        return 'others'
    if element.tag in _NAMED_FOR_OTHERS or _POST.search(attributes.get('class', '')):
        return ''
    words = _words(attributes.get('class', ''))
    name = _words(attributes.get('id', ''))
    if name != _words(head):
        words += name
    if _READERS & {*words}:
        return 'readers'
    if _OTHERS & {*words}:
        return 'others'
    return 'tools' if (_TOOLS if has_links else _TOOLS - _MENUS) & {*words} else ''


def is_closed_to_text(element: Element) -> bool:
    """Whether an ``Element`` is a box that holds no text: of controls, of menus, or hidden.

    Others are boxes by their names alone, or as ``aside`` and ``footer``, which texts have, too.
    """
    attributes = element.attributes
    return (
        element.tag in _TAGS - {'aside', 'footer'}
        or attributes.get('role', '').lower() in _ROLES - {'complementary'}
        or is_hidden(element)
        or bool(APART & {*attributes.get('class', '').split()})
    )


def is_hidden(element: Element) -> bool:
    """Whether the page does not show an ``Element`` at first."""
    style = element.attributes.get('style', '')
    return 'hidden' in element.attributes or bool(_HIDDEN.search(style))


def _words(names: str) -> list[str]:
    """The words that names of classes are made of, small: ``relatedPosts`` are two.

    What has or has no such box is none itself.
    """
    names_words = ([word.lower() for word in _WORD.findall(name)] for name in names.split())
    return [word for words in names_words if not _HAVING & {*words} for word in words]
