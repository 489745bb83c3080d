"""Boxes of a site: parts of a page that its own marks say are not the text.

What they are named by is the habit of those who write pages: an element (HTML Standard §4.3),
a role (WAI-ARIA 1.2), words of a class or an id.
"""

import re

_TAGS = frozenset('aside button footer form head menu nav option select title'.split())
_ROLES = frozenset(
    """
    alertdialog banner button complementary contentinfo dialog menu menubar navigation search
    tablist toolbar""".split()
)
_WORDS = frozenset(
    """
    ad ads adsense advert advertisement advertising affiliate banner breadcrumb breadcrumbs btn
    button buttons categories comment commentlist comments consent cookie copyright disqus
    dropdown facebook feedback follow foot footer hatena login menu modal nav navbar navi
    navigation newsletter outbrain pagenav pager pagetop pagination paging pankuzu popular
    popup pr prevnext print promo promotion qrcode ranking recirc recommend recommendation
    recommendations recommended related relations respond rss search share sharedaddy sharing
    shortcut side sidebar sidenav signup sitemap skip sns social sponsor sponsored subscribe
    subscription tabbar taboola tag tagcloud tags toolbar toolbox topicpath trending tweet
    twitter widget
""".split()
)
#: The page's name speaks of what else it has, a quotation's of where it is from.
_NAMED_FOR_OTHERS = frozenset(('html', 'body', 'blockquote'))
_WORD = re.compile(r'[A-Z]+(?![a-z])|[A-Z]?[a-z]+')
_HIDDEN = re.compile(r'(?:display\s*:\s*none|visibility\s*:\s*hidden)', re.IGNORECASE)


def is_box(element):
    """Whether an ``Element`` says itself that it is the site's."""
    attributes = element.attributes
    if element.tag in _TAGS or attributes.get('role', '').lower() in _ROLES:
        return True
    if 'hidden' in attributes or _HIDDEN.search(attributes.get('style', '')):
        return True
    names = f'{attributes.get("class", "")} {attributes.get("id", "")}'
    return element.tag not in _NAMED_FOR_OTHERS and bool(_WORDS & words_of(names))


def words_of(names):
    """The words that names of classes are made of, small: ``relatedPosts`` are two."""
    return {word.lower() for word in _WORD.findall(names)}
