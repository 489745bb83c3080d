"""What the vocabulary asks of marked-up blocks beyond what Markdown knows."""

from ..settings import HouseStyle
from .latin import is_japanese
from .xhtml import Element, element, has_class, local_name, unwrap

#: The classes of paragraphs that are indented as others are.
_PLAIN = (None, 'apart')

_OPENING_BRACKETS = frozenset('‘“（〔［｛〈《「『【｟〘〖〝«([{')


def refine(section: Element, house_style: HouseStyle) -> None:
    """Put scenes, figures, bouten and paragraph heads below ``section`` in form, in place."""
    for node in list(section.iter()):
        name = local_name(node)
        if node is not section and node.getparent() is None:
            # The words of a caption stand in their figure by now.
            continue
        if name == 'hr':
            node.set('class', node.get('class') or 'scene')
        elif name == 'p' and not len(node) and not (node.text or '').strip(' \n'):
            # What stood there was left out.
            node.getparent().remove(node)
        elif name == 'span' and not node.keys():
            unwrap(node)
        elif name == 'em' and not node.get('class') and is_japanese(''.join(node.itertext())):
            # Japanese type has no italic: its emphasis is the dots (JLReq §3.3.9).
            node.set('class', 'bouten')
        elif name == 'p' and has_class(node, 'subtitle'):
            node.set('role', 'doc-subtitle')
        elif name == 'p' and _is_picture_alone(node):
            _to_figure(node)
        elif name == 'p' and node.get('class') in _PLAIN and _begins_with_bracket(node):
            bracket = f'bracket-{house_style.opening_bracket}'
            node.set('class', ' '.join(filter(None, (node.get('class'), bracket))))


def _is_picture_alone(paragraph: Element) -> bool:
    return (
        len(paragraph) == 1
        and local_name(paragraph[0]) == 'img'
        and not (paragraph.text or '').strip()
        and not (paragraph[0].tail or '').strip()
    )


def _to_figure(paragraph: Element) -> None:
    """The caption is the picture's title, or else the caption paragraph that follows."""
    picture = paragraph[0]
    picture.tail = None
    figure = element('figure', picture)
    title = picture.attrib.pop('title', None)
    following = paragraph.getnext()
    if title:
        figure.append(element('figcaption', title))
    elif following is not None and has_class(following, 'caption'):
        caption = element('figcaption', following.text or '', *following)
        following.getparent().remove(following)
        figure.append(caption)
    paragraph.getparent().replace(paragraph, figure)


def _begins_with_bracket(paragraph: Element) -> bool:
    if local_name(paragraph.getparent()) == 'div':
        # In verse and lines set in, what stands before them is the author's.
        return False
    if len(paragraph) and has_class(paragraph[0], 'footnote-number'):
        return False
    head = (paragraph.text or '').lstrip(' \n')
    if not head and len(paragraph):
        head = ''.join(paragraph.itertext()).lstrip(' \n')
    return head[:1] in _OPENING_BRACKETS
