"""Strategies: chapters of every construct of docs/manuscript.md, nested as they may be."""

from hypothesis import strategies as st

words = st.text('港灯船夜朝海岬のはがをに', min_size=1, max_size=6)
latin = st.text('abcxyz', min_size=1, max_size=5)

FORMS = [
    st.builds(
        '{{{}|{}}}'.format, st.sampled_from(['灯台', '港']), st.sampled_from(['あ', 'とうだい'])
    ),
    st.just('{今日|き|ょう}'),
    st.builds('《《{}》》'.format, words),
    st.builds('**{}**'.format, words),
    st.builds('~~{}~~'.format, words),
    st.builds('=={}=='.format, words),
    st.builds('`{}`'.format, latin),
    st.builds('[{}](https://e.example/{})'.format, words, latin),
    st.builds(
        '[{}]{{{}}}'.format,
        words,
        st.sampled_from(
            """.side-line|.side-line .wavy|.side-line .double .left|.bouten .open-circle
            |.bouten .fisheye .left|.small|.small-3|.large-2|.sup|.sub|.kaeriten|.okurigana|.italic
            |.frame|.warichu|.jidori-9|lang=fr""".replace('\n            ', '').split('|')
        ),
    ),
    st.just('[上り|下り]{.furiwake}'),
    st.just('[{左|ひだり}]{.ruby-left}'),
    st.just('**[{灯台|とうだい}の灯]{.side-line}**'),
    st.just('《《{灯|ひ}の港》》'),
    st.just('$x^2$'),
    st.just(r'$\frac{1}{2}$'),
    st.just('^abc^'),
    st.just('文^[その場の注。]'),
]
#: A line: forms with words between them.
lines = st.lists(st.one_of(words, *FORMS), min_size=1, max_size=4).map(
    lambda parts: '港' + 'と'.join(parts) + '。'
)
paragraphs = st.one_of(lines, st.tuples(lines, lines).map('\\\n'.join))
marked = st.builds(
    '{}\n{{: {} }}'.format,
    lines,
    st.sampled_from(
        ['.apart', '.line-end', '.line-end-2', '.center', '.evenly', '.indent-3', '.frame']
        + ['.indent-2 .hanging-1', '.indent-1 .first-1']
    ),
)
verses = st.lists(lines, min_size=1, max_size=3).map(
    lambda each: '\n'.join([*each, '{: .verse }'])
)
heads = st.builds('{} {}'.format, st.sampled_from(['##', '###']), lines)
breaks = st.sampled_from(['***', '===', '◆'])
tables = st.lists(st.tuples(lines, words), min_size=1, max_size=3).map(
    lambda rows: '\n'.join(
        ['| 名 | 数 |', '| --- | ---: |', *map('| {0[0]} | {0[1]} |'.format, rows)]
    )
)
codes = st.builds(
    '```{}\n{}\n```'.format,
    st.sampled_from(['', 'python']),
    st.lists(st.sampled_from(['x = 1', '    y', '', '# 灯']), min_size=1, max_size=4).map(
        '\n'.join
    ),
).filter(lambda code: code.split('\n')[1].strip() and code.split('\n')[-2].strip())
pictures = st.builds(
    '![{}](灯.png){}'.format, words, st.sampled_from(['', '\n\n灯の**図**\n{: .caption }'])
)
formulas = st.just('$$\nx+1\n$$')
definitions = st.builds('{}\n: {}\n: {}'.format, words, lines, lines)


def set_in(text, by):
    return '\n'.join(f'{by}{line}'.rstrip() for line in text.split('\n'))


def in_list(mark):
    """Items, each a line and blocks within it."""

    def made(inner):
        def item(parts):
            head, blocks = parts
            return '\n\n'.join([f'{mark} {head}', *(set_in(each, '    ') for each in blocks)])

        return st.lists(
            st.tuples(lines, st.lists(inner, max_size=2)).map(item), min_size=1, max_size=3
        ).map('\n\n'.join)

    return made


def in_quote(inner):
    # The manuscript knows code in a quotation at its margin alone.
    without_code = inner.filter(lambda block: '```' not in block)
    return st.lists(without_code, min_size=1, max_size=3).map(
        lambda blocks: set_in('\n\n'.join(blocks), '> ')
    )


def nested(inner):
    return st.one_of(in_list('-')(inner), in_list('1.')(inner), in_quote(inner))


inside = st.recursive(st.one_of(paragraphs, codes, tables, pictures), nested, max_leaves=4)
blocks = st.one_of(
    paragraphs,
    marked,
    verses,
    heads,
    breaks,
    tables,
    codes,
    pictures,
    formulas,
    definitions,
    nested(inside),
)


@st.composite
def chapters(draw):
    """A chapter; some of its notes hold blocks, and one is called in its heading."""
    parts = draw(st.lists(blocks, min_size=1, max_size=5))
    notes = draw(st.lists(st.tuples(lines, st.lists(inside, max_size=2)), max_size=2))
    head = '# 題' + ('[^1]' if notes else '')
    calls = [f'港の文[^{number}]。' for number in range(2, len(notes) + 1)]
    # Word has no notes of notes.
    notes = [
        (first.replace('^[', '['), [each.replace('^[', '[') for each in rest])
        for first, rest in notes
    ]
    defined = [
        '\n\n'.join([f'[^{number}]: {first}', *(set_in(each, '    ') for each in rest)])
        for number, (first, rest) in enumerate(notes, 1)
    ]
    return '\n\n'.join([head, *_apart(parts), *calls, *defined])


def _apart(parts):
    """Lists and quotations beside one another would be one."""
    for part in parts:
        yield part
        if part.startswith(('-', '1.', '>', '```', '![')):
            yield '間の文。'
