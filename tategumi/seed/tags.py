"""Tags of HTML within Markdown (CommonMark §4.6, §6.6): what they say in Markdown.

What prints nothing goes, elements with a form in the manuscript take it; of others the text stays.
"""

import re
from bisect import bisect
from collections.abc import Container, Iterator, Mapping, Sequence, Set
from itertools import accumulate

from ..fences import Fences
from .elements import FORMS, VERBATIM, has_brackets, in_notation, name_of
from .html.formulas import formula
from .html.inline import Inline
from .html.tokens import tokens_of, unescape
from .links import target_of

_NAMES = """
    a abbr article aside b big blockquote br center cite code col colgroup dd del details dfn
    div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li
    main mark nav ol p picture q rb rp rt rtc ruby s samp section small source span strike
    area data embed input map marquee nobr object option select textarea
    address bdi bdo button fieldset form label legend time
    strong sub summary sup table tbody td tfoot th thead tr tt u ul var wbr""".split()
# What else stands between < and > is text that a broken tag is near.
_REST = (
    r'(?:\s+[A-Za-z_:@][\w:.@-]*(?:\s*=\s*(?:"[^"<>]*"|\'[^\'<>]*\'|[^\s"\'<>]+))?)*'
    r'\s*/?'
)
_VOID = frozenset(('br', 'hr', 'img', 'wbr'))
_TAG = re.compile(
    rf'(?<!\\)<(?P<closes>/?)(?P<name>{"|".join(sorted(_NAMES, key=len, reverse=True))})'
    rf'(?P<rest>{_REST})>',
    re.IGNORECASE | re.ASCII,
)
# Where no tag is one, and where no text is: code, and what is between such tags.
_SET_APART = re.compile(
    r'(?P<fence>^[ \t>]*(?:(?:[-+*]|\d{1,9}\.)[ ]+)?(?:`{3,}|~{3,}))'
    r'|(?P<code>`[^`\n]+`)|(?P<comment>(?<!\\)<!--)'
    rf'|(?<!\\)<(?P<math>math){_REST}>'
    r'|(?<!\\)<(?P<silent>script|style|iframe|svg|video|audio|object)'
    rf'{_REST}>',
    re.IGNORECASE | re.MULTILINE | re.ASCII,
)
_RUBY = re.compile(
    rf'(?<!\\)<ruby{_REST}>(?:(?!<ruby\b)[^\n]){{1,300}}?</ruby\s*>', re.IGNORECASE | re.ASCII
)
_BLOCK = re.compile(rf'<(?P<name>h[1-6]|li|blockquote){_REST}>', re.IGNORECASE | re.ASCII)
_BLOCK_END = re.compile(r'</(?:h[1-6]|li|blockquote)\s*>$', re.IGNORECASE)
#: An element with a form and no tag in it; of nested ones the innermost comes first.
_PAIR = re.compile(
    rf'(?<!\\)<(?P<tag>{"|".join((*FORMS, "q"))}){_REST}>(?P<inside>[^<>\n]+)</(?P=tag)\s*>',
    re.IGNORECASE | re.ASCII,
)
_VERBATIM = re.compile(
    rf'(?<!\\)<(?P<tag>{"|".join(VERBATIM)}){_REST}>(?P<inside>(?:(?!</(?P=tag))[^\n])+)</(?P=tag)\s*>',
    re.IGNORECASE | re.ASCII,
)
_NAMED = re.compile(
    rf'(?<!\\)<(?P<closes>/?)(?P<tag>{"|".join(FORMS)}){_REST}>', re.IGNORECASE | re.ASCII
)
#: Where one ends and the same begins at once, it goes on.
_GOING_ON = re.compile(rf'(?<!\\)</(?P<tag>{"|".join(FORMS)})><(?P=tag)>')
#: Elements nested deeper lose their form.
_DEEPEST = 6
_LINK = re.compile(rf'(?<!\\)<a({_REST})>([^<>\n]+)</a\s*>', re.IGNORECASE | re.ASCII)
_BLANK = re.compile(r'\n[ \t]*\n')
_KANA = re.compile('[ぁ-ヴ]')
_BREAKS = re.compile(r'(?<!\\)<br\s*/?>(?:\s*<br\s*/?>)*', re.IGNORECASE)
_ENDED = re.compile(r'[。．！？」』）…]\s*$')
_NO_WORDS = re.compile(
    r'(?<![!\\])\[(?:!\[[ \t]*\]\((?P<source>[^()\s]*)\)|[ \t]*)\]\([^()\s]+\)[ \t]*'
)
# How a text writes a tag that it is about.
_QUOTED = re.compile(r'(?<!\\)&(?:amp;)*(?:lt|#0*60|#x0*3c);(?=[A-Za-z/!])', re.IGNORECASE)


def without_tags(
    lines: Sequence[str], pictures: Container[str] = frozenset(), typed: bool = False
) -> list[str]:
    """What each of ``lines`` of Markdown says; one without tags says itself.

    Of lines that an editor ``typed``, comments go whatever they hold, and ``<br>`` stays.

    So goes a link without words, or around a picture without words that is not of ``pictures``.

    A tag is one where no backslash stands before it, and where the text has its partner, where
    it needs none, or where it has attributes. Code stays as it is. ``''`` where a line is tags
    alone.
    """
    text = '\n'.join(lines)
    if '<' not in text and not _QUOTED.search(text) and not _NO_WORDS.search(text):
        return list(lines)
    parts = list(_parts(text, typed))
    tags = {
        (match['closes'], match['name'].lower())
        for part, is_code in parts
        if not is_code
        for match in _TAG.finditer(part)
    }
    paired = {name for _, name in tags if {('', name), ('/', name)} <= tags}
    paired |= {name_of(name) for name in paired if name in FORMS}

    def said_of(part: str) -> str:
        part = _NO_WORDS.sub(lambda match: match[0] if match['source'] in pictures else '', part)
        return '\n'.join(_said(line, paired, typed) for line in part.split('\n'))

    reduced = ''.join(part if is_code else said_of(part) for part, is_code in parts).split('\n')
    return [
        new if new != old and new.strip() else '' if new != old else old
        for old, new in zip(lines, reduced, strict=True)
    ]


def _parts(text: str, typed: bool = False) -> Iterator[tuple[str, bool]]:
    """``(part, is_code)`` of ``text`` in order, what is no text gone but for its line ends."""
    place, absent = 0, set[str]()
    lines = text.split('\n')
    fences, starts = Fences(lines), [0, *accumulate(len(line) + 1 for line in lines)]
    while match := _SET_APART.search(text, place):
        yield text[place : match.start()], False
        kind, opening = match.lastgroup, match[0]
        name = (match['silent'] or match['math'] or '').lower()
        closing = '-->' if kind == 'comment' else f'</{name}'
        end = _end_of(text, closing, match.end(), absent) if name or closing == '-->' else None
        place = match.end()
        if kind == 'code':
            yield opening, True
        elif kind == 'fence':
            fence = fences.at(bisect(starts, match.start()) - 1)
            if fence:
                place = starts[fence.end + 1] - 1
            elif not typed:
                # It goes on to the end (CommonMark §4.5); an editor hears that it has none.
                place = len(text)
            yield text[match.start() : place], True
        elif end is None or (
            not (typed and kind == 'comment')
            and kind != 'math'
            and _holds_text(text[match.end() : end])
        ):
            yield opening, True
        else:
            place = end if kind == 'comment' else (text.find('>', end) + 1 or end)
            if kind == 'math':
                yield formula(text[match.start() : place])[0], True
            yield '\n' * text.count('\n', match.start(), place), False
    yield text[place:], False


def _holds_text(inside: str) -> bool:
    """Whether what was opened and closed so far apart is rather text between two accidents."""
    return bool(_BLANK.search(inside) and _KANA.search(inside))


def _end_of(text: str, closing: str, place: int, absent: set[str]) -> int | None:
    """Where ``closing`` ends, or ``None``; what does not come any more is not searched again."""
    if closing in absent:
        return None
    if closing.startswith('</'):
        match = re.compile(re.escape(closing), re.IGNORECASE).search(text, place)
        end = match.end() if match else -1
    else:
        end = text.find(closing, place)
        end += len(closing) if end >= 0 else 0
    if end < 0:
        absent.add(closing)
        return None
    return end


def _said(line: str, paired: Set[str], typed: bool) -> str:
    block = _BLOCK.match(line.strip())
    if block and block['name'].lower() in paired:
        name = block['name'].lower()
        mark = {'li': '-', 'blockquote': '>'}.get(name) or '#' * int(name[1])
        text = _inline(_BLOCK_END.sub('', line.strip()[block.end() :]), paired, typed).strip()
        return f'{mark} {text}' if text else ''
    return _inline(line, paired, typed)


def _inline(text: str, paired: Set[str], typed: bool) -> str:
    if '<' not in text:
        return _QUOTED.sub(r'\\<', text)
    is_row = text.lstrip().startswith('|')
    if not typed:
        text = _BREAKS.sub(lambda match: _break(match, is_row), text)
    text = _RUBY.sub(lambda match: _read(match[0]), text)
    text = _VERBATIM.sub(_verbatim, _GOING_ON.sub('', _NAMED.sub(_renamed, text)))
    for _ in range(_DEEPEST):
        text, links = _LINK.subn(_linked, text)
        text, pairs = _PAIR.subn(_formed, text)
        if not links + pairs:
            break
    return _QUOTED.sub(r'\\<', _TAG.sub(lambda match: _tag(match, paired), text))


def _break(match: re.Match[str], is_row: bool) -> str:
    before, after = match.string[: match.start()], match.string[match.end() :]
    if not (before.strip() and after.strip()):
        return ''
    # After a sentence, and where it is more than one, it parts paragraphs.
    parts = _ENDED.search(before[-10:]) or match[0].lower().count('<br') > 1
    return match[0] if parts and not is_row else '　'


def _read(source: str) -> str:
    inline = Inline()
    for token in tokens_of(source):
        if token.kind == 'start':
            inline.open(token.tag, token.attributes)
        elif token.kind == 'end':
            inline.close(token.tag)
        else:
            inline.add(unescape(source[token.start : token.end]))
    return inline.finish()[0]


def _linked(match: re.Match[str]) -> str:
    target = target_of(unescape(_attributes(f'<a {match[1]}>').get('href') or ''))
    fits = target and not has_brackets(match[2])
    return f'[{match[2]}]({target})' if fits else match[2]


def _verbatim(match: re.Match[str]) -> str:
    return in_notation('code', unescape(_TAG.sub('', match['inside'])))


def _renamed(match: re.Match[str]) -> str:
    return f'<{match["closes"]}{name_of(match["tag"].lower())}>'


def _formed(match: re.Match[str]) -> str:
    tag, text = match['tag'].lower(), match['inside']
    inside = text.strip()
    if tag == 'q':
        return text.replace(inside, f'「{inside}」') if inside else text
    return in_notation(tag, text)


def _tag(match: re.Match[str], paired: Set[str]) -> str:
    name = match['name'].lower()
    if not (name in paired or name in _VOID or (match['rest'] or '').strip(' /')):
        return match[0]
    if name == 'img':
        return _picture(_attributes(match[0]))
    if name == 'br':
        return match[0]
    if name == 'hr':
        return '* * *' if match[0].strip() == match.string.strip() else ''
    return '　' if name in ('td', 'th') and match['closes'] else ''


def _attributes(tag: str) -> Mapping[str, str]:
    return next((token.attributes for token in tokens_of(tag) if token.kind == 'start'), {})


def _picture(attributes: Mapping[str, str]) -> str:
    words = ' '.join(unescape(attributes.get('alt') or '').split())
    source = attributes.get('src') or ''
    words = re.sub(r'[\[\]\\]', '', words)
    return f'![{words}]({source})' if source and not re.search(r'[\s()<>]', source) else words
