"""The first ``book.yaml``: every key with its default, and what it decides."""

import dataclasses

import yaml

from ..settings import Settings

#: What an editor should know of each key, one line an item.
COMMENTS = {
    'title': ['What the book is called.'],
    'title_reading': ['The title in kana, for catalogues to sort by.'],
    'title_romanized': ['The title in Latin letters, for catalogues abroad.'],
    'subtitle': [],
    'creators': [
        'Who made the text:',
        '  - name: 山田太郎',
        '    role: aut   (MARC relator: aut author, trl translator, edt editor)',
        '    reading: やまだたろう',
        '    romanized: Yamada Tarō',
    ],
    'series': ['The series the book is of, its title in kana, and which of the series it is.'],
    'publisher': [],
    'publisher_reading': ['The publisher in kana.'],
    'date': ['Day of publication: 2024, 2024-05 or 2024-05-01.'],
    'modified': [
        'When the EPUB was last changed, as 2024-05-01 or 2024-05-01T12:00:00Z: a new moment for',
        'every new release; empty: its date.',
    ],
    'rights': [],
    'description': ['A few sentences for a catalogue.'],
    'subjects': [],
    'certified_by': ['Who has checked that the EPUB meets WCAG 2.1 AA; empty: no such claim.'],
    'cover': ['A JPEG or PNG of your own below book/, best 1600 × 2560; empty: one is typeset.'],
    'source': ['Where the text is from.'],
    'credits': ['Lines of the colophon: label and text; of: the title of the part it is of.'],
    'language': ['BCP 47.'],
    'identifier': ['Names this book for good; made from the seeds.'],
    'slug': ['Name of the files in dist/; empty: from the title.'],
    'seeds': ['Seeds in reading order, such as seeds/b.txt; others follow by name.'],
    'each_seed': [
        'Of several seeds each is a part, its topmost heads chapters, or a chapter, its heads',
        'sections. Where no seed has heads, each is a chapter.',
    ],
    'chapters': [
        'Files in reading order, such as chapters/00-序.md; empty: all of chapters/*.md by name.'
    ],
    'writing': ['vertical or horizontal: the lines of the EPUB. Those of the PDF are vertical.'],
    'epub': [
        'embed_font: true puts the fonts into the EPUB, with the characters it uses',
        'page_list: the EPUB says where the pages of the PDF begin',
    ],
    'page': [
        'Paper: bunko (A6), shinsho, shiroku, a5, or reader6: the screen of a six-inch e-reader.'
    ],
    'kihon_hanmen': [
        'The frame of the text. 0 takes what suits the paper.',
        'character_size and line_gap in pt, characters a line, lines a page,',
        'head and gutter (the margins above and at the binding) in mm',
    ],
    'chapter_start': ['A chapter opens on the next page, or the next recto (a left page).'],
    'chapter_title': [
        'heading: above the text; han-tobira: alone on a recto, the text on its back;',
        'naka-tobira: alone on a leaf.',
    ],
    'contents_depth': [
        'Levels of headings in the contents: 1 chapters, 2 sections too; 0: none in the PDF.'
    ],
    'running_heads': [
        'double: the chapter above right pages, its section above left; book: the title of the',
        'book and the chapter; single: the chapter above left pages alone.',
    ],
    'notes': ['chapter: after the text of their chapter; side: 傍注, behind that of a spread.'],
    'two_page_view': [
        'true: viewers show spreads, right page first. Chromium then copies punctuation',
        'out of its order.',
    ],
    'pdf_variant': ['Empty, pdf/ua-1 (for people who cannot see) or pdf/a-3u (for the archive).'],
    'captions': ['keep or drop the words under pictures that are gone.'],
    'keep': ['Lines of a seed that are text after all: seeds/a.txt:12, or the words of the line.'],
    'drop': ['Lines of a seed to leave out, written in the same way.'],
    'replace': [
        'Words to put right wherever they stand:',
        '  - find: サトスケビア',
        '    by: サスケヴァー',
    ],
    'fonts': ['Families, first choice first; all must have vertical forms.'],
    'house_style': [
        'figures: upright (2015 one below the other) or kanji (二〇一五)',
        'acronyms: words of capitals up to this many letters stand upright; 0: none',
        'hanging: full stops and commas may hang below the line',
        'line_start: relaxed, or strict: small kana and ー may not begin a line',
        'jukugo_ruby: readings longer than their characters as a group, or with overhang',
        'line_breaks: where lines end is weighed over the whole paragraph, or line by line',
        'opening_bracket: a paragraph that begins with 「 is indented full, half or flush',
    ],
}


def book_yaml(root, metadata):
    """The text of ``book.yaml`` for a book of which only ``metadata`` is known.

    ``load_settings`` reads back the same settings as without the file.
    """
    known = {**dataclasses.asdict(Settings(root=root)), **metadata}
    parts = ['# What this book is and how it is set. Everything may be changed.\n']
    for item in dataclasses.fields(Settings):
        if item.name == 'root':
            continue
        comments = ''.join(f'# {line}\n' for line in COMMENTS.get(item.name, ()))
        parts.append(f'{comments}{_yaml({item.name: _plain(known[item.name])})}')
    return '\n'.join(parts)


def _plain(value):
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    return value


def _yaml(value):
    return yaml.safe_dump(
        value, allow_unicode=True, sort_keys=False, default_flow_style=False, width=float('inf')
    )
