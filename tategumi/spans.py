"""Spans: ``[text]{.name .style key=value}``, as pandoc writes bracketed spans.

The names they may have and the form they are written in; ``markup.spans`` makes XHTML of them.
"""

_SIZES = ('small', 'small-2', 'small-3', 'large', 'large-2', 'large-3')
_LINES = frozenset(('double', 'dotted', 'dashed', 'wavy', 'left'))
_DOTS = ('open', 'circle', 'open-circle', 'triangle', 'open-triangle', 'double-circle')

#: Of each span (``[text]{.name .style}``) its name, and the styles it may have beside.
SPANS = {
    'warichu': frozenset(),
    'furiwake': frozenset(),
    'side-line': _LINES,
    'bouten': frozenset((*_DOTS, 'fisheye', 'cross', 'left')),
    **dict.fromkeys(_SIZES, frozenset()),
    **dict.fromkeys(('sup', 'sub', 'kaeriten', 'okurigana', 'ruby-left'), frozenset()),
    **dict.fromkeys(('italic', 'frame', 'index'), frozenset()),
}

#: ``reading="よみ"``, ``term="見出し語"``: how a word of the index is read, and called there.
OF_INDEX = r'(?P<key>reading|term)=["\']?(?P<value>[^"\']+)["\']?'
_WORDS = r'[^\n"\'{}\[\]|\x02\x03]+'

#: ``.name``, ``#name``, ``key=value``, as pandoc writes attributes. Of ASCII alone, but for the
#: index: what is more is an author's words.
ATTRIBUTE = (
    r'(?:[.#][0-9A-Za-z_:-]+|(?:reading|term)='
    rf'(?:"{_WORDS}"|\'{_WORDS}\'|[^\s"\'{{}}\[\]|\x02\x03]+)'
    # Each in one way alone, or many of them would take time without end.
    r'|(?!(?:reading|term)=)[A-Za-z][A-Za-z:-]*=(?:"[ !#-z~]*"|\'[ -&(-z~]*\'|[!#-&(-<>-z~]+))'
)
_ATTRIBUTES = rf'\{{:?[ ]*(?P<attributes>{ATTRIBUTE}(?:[ ]+{ATTRIBUTE})*)[ ]*\}}'

#: A span, written as pandoc writes bracketed spans; ``[mot]{lang=fr}``: words in French.
SPAN = rf'\[(?P<text>[^\[\]]+)\]{_ATTRIBUTES}'

#: A language tag by its form (BCP 47: RFC 5646 §2.1), not whether it is registered: language,
#: script, region, variants, extensions, private use.
LANGUAGE = (
    r'[A-Za-z]{2,3}(?:-[A-Za-z]{3}){0,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?'
    r'(?:-(?:[0-9A-Za-z]{5,8}|[0-9][0-9A-Za-z]{3}))*'
    r'(?:-[0-9A-WYZa-wyz](?:-[0-9A-Za-z]{2,8})+)*(?:-[xX](?:-[0-9A-Za-z]{1,8})+)?'
)

#: Lines beside one another with bars between them, a word and its reading on the left behind one:
#: these are no bars of a table.
BARRED_SPAN = r'\[[^\[\]]*\]\{[ ]*\.(?:furiwake|ruby-left)[ ]*\}'

#: ``{生命|いのち}|ライフ``: what such a word is, and its reading.
READ_ON_LEFT = r'(.+)\|([^|{}]+)'
