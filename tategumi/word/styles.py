"""The styles of the document: Word's own, and others by their names, made when they are needed."""

import re
from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE

from .elements import made, properties

#: Of paragraphs that Word has no style for, the style each is based on, and what it adds.
_OWN: dict[str, tuple[str, dict[str, Any]]] = {
    'Author': ('Subtitle', {}),
    'Scene Break': ('Normal', {'jc': {'val': 'center'}}),
    'Verse': ('Normal', {'ind': {'startChars': '200'}}),
    'Source Code': ('No Spacing', {}),
    'Definition Term': ('Normal', {'keepNext': {}}),
    'Definition': ('Normal', {'ind': {'startChars': '200'}}),
    'Definition Continue': ('Definition', {}),
    'Display Formula': ('Normal', {'jc': {'val': 'center'}}),
    'Chapter Subtitle': ('Subtitle', {}),
    'Part': ('Heading 1', {}),
    'Figure': ('Normal', {'keepNext': {}}),
    'Table Text': ('Normal', {}),
    'Table End': ('No Spacing', {}),
}
_NUMBERED = re.compile(' [4-9]$')
#: Of a paragraph within others, how far each of them sets it in: in hundredths of a character.
_WITHIN = 200


class Styles:
    """Names of styles → their ids in ``document``.

    A name may say in what the paragraph stands, as ``Source Code in list quote`` does, from the
    outside in; such a style is based on that without, and set in.
    """

    def __init__(self, document: Document) -> None:
        self._styles: Any = document.styles
        self._ids = {style.name: style.style_id for style in self._styles}

    def paragraph(self, name: str) -> str:
        """The id of the style of paragraphs called ``name``."""
        if name not in self._ids:
            plain, _, around = name.partition(' in ')
            if around:
                depth = len(around.split())
                base, more = plain, {'ind': {'startChars': str(_WITHIN * depth)}}
            else:
                # Of code in a language, and of lists deeper than Word's own styles.
                wider = _NUMBERED.sub(' 3', name.partition(' (')[0])
                base, more = _OWN.get(name) or (wider, {})
            self._add(name, WD_STYLE_TYPE.PARAGRAPH, self.paragraph(base), 'pPr', more)
        return self._ids[name]

    def character(self, name: str) -> str:
        """The id of the style of characters called ``name``, which says what they are."""
        if name not in self._ids:
            base = self._ids['Default Paragraph Font']
            self._add(name, WD_STYLE_TYPE.CHARACTER, base, 'rPr', {})
        return self._ids[name]

    def _add(self, name: str, kind: Any, base: str, group: str, more: dict[str, Any]) -> None:
        style = self._styles.add_style(name, kind)
        style.element.style_id = f'T{len(self._ids)}'
        style.element.basedOn_val = base
        style.quick_style = True
        if more:
            style.element.append(properties(group, more))
        self._ids[name] = style.style_id


class Lists:
    """The numbering of lists (§17.9): one definition for marks, one for figures, a use a list."""

    _DEEPEST = 9

    def __init__(self, document: Document) -> None:
        self._root: Any = document.part.numbering_part.element
        for child in list(self._root):
            self._root.remove(child)
        self._count = 0
        for number, (kind, text) in enumerate((('bullet', '・'), ('decimal', '%{}.'))):
            definition = made('abstractNum', abstractNumId=str(number))
            definition.append(made('multiLevelType', val='hybridMultilevel'))
            for level in range(self._DEEPEST):
                indent = made(
                    'ind', startChars=str(_WITHIN * (level + 1)), hangingChars=str(_WITHIN)
                )
                definition.append(
                    made(
                        'lvl',
                        made('start', val='1'),
                        made('numFmt', val=kind),
                        made('lvlText', val=text.format(level + 1)),
                        made('lvlJc', val='left'),
                        made('pPr', indent),
                        ilvl=str(level),
                    )
                )
            self._root.append(definition)
        for number, name in enumerate(('List Bullet', 'List Number')):
            self._use(number)
            for level, more in enumerate(('', ' 2', ' 3')):
                group: Any = document.styles[f'{name}{more}'].element.get_or_add_pPr()
                group.remove(group.numPr)
                group.insert(
                    0,
                    made(
                        'numPr', made('ilvl', val=str(level)), made('numId', val=str(number + 1))
                    ),
                )

    def begin(self, is_ordered: bool, level: int, start: int) -> str:
        """The number of a list with items of ``level``, from 0, the first called ``start``."""
        override = made('startOverride', val=str(start))
        self._use(int(is_ordered)).append(made('lvlOverride', override, ilvl=self.level(level)))
        return str(self._count)

    def level(self, level: int) -> str:
        """``level`` as Word has it, which knows nine."""
        return str(min(level, self._DEEPEST - 1))

    def _use(self, definition: int) -> Any:
        self._count += 1
        use = made('num', made('abstractNumId', val=str(definition)), numId=str(self._count))
        self._root.append(use)
        return use
