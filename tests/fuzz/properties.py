"""What holds for every seed whatever."""

import unicodedata

from hypothesis import assume
from hypothesis import strategies as st

from tategumi.cleaning import rewrite
from tategumi.cleaning.record import ABOVE, BELOW
from tategumi.errors import BadInput

from . import editors_files, seeds
from .editors_files import any_file_of_the_editor_is_read_or_refused_in_one_line
from .way import chapters_of, cleaned, manuscript_of, through


def bytes_become_chapters_or_one_clear_line(name, data):
    assert through(name, data)


def a_paragraph_of_prose_comes_through(name, text, prose, place):
    lines = text.split('\n')
    place = place % (len(lines) + 1)
    lines[place:place] = ['', prose, '']
    try:
        seed, article, record = cleaned(name, '\n'.join(lines))
        # Of a page, whatever its name, what is beside the article goes.
        assume(not seed.is_html)
        # What stands outside the text of a page goes too, by a rule that says so.
        assume(prose not in {line.text for line in record.lines if line.rule in (ABOVE, BELOW)})
        printed = ''.join(''.join(chapter.section.itertext()) for chapter in chapters_of(article))
    except BadInput:
        # A picture that is not there, or the like, which the prose is not to blame for.
        assume(False)
    known = [article.title, article.source, *(credit.text for credit in article.credits)]
    assert _letters(rewrite(prose)[0]) in _letters(''.join((printed, *known)))


def cleaning_a_manuscript_changes_no_line(name, text):
    """A line less there may be: a button that is at an edge now that others are gone.

    Where it stood within a paragraph, the paragraph is two.
    """
    try:
        seed, article, _ = cleaned(name, text)
    except BadInput:
        return
    if seed.notation == 'aozora' or seed.is_html:
        # Its notation is another than the manuscript's.
        return
    made = manuscript_of(article)
    _, again, _ = cleaned('a.md', made)
    # In plain text a rule sees no backslash before a mark.
    seen = str if seed.is_markdown else _letters
    rest = iter(seen(made).split('\n'))
    # What the press calls a chapter that has no head is no line of the seed.
    assert all(
        line in rest
        for line in seen(manuscript_of(again)).split('\n')
        if line.strip('# ') not in ('', '序', '本文')
    )


def _letters(text):
    """Letters, figures and ends of lines, whatever their width."""
    return ''.join(
        mark for mark in unicodedata.normalize('NFKC', text) if mark.isalnum() or mark == '\n'
    )


_text_names = st.sampled_from(['a.txt', 'a.md'])
_texts = seeds.texts.filter(lambda text: '\0' not in text)
#: What each of them is tried on.
PROPERTIES = {
    bytes_become_chapters_or_one_clear_line: {'name': seeds.names, 'data': seeds.files},
    a_paragraph_of_prose_comes_through: {
        'name': _text_names,
        'text': _texts,
        'prose': seeds.prose,
        'place': st.integers(0, 999),
    },
    any_file_of_the_editor_is_read_or_refused_in_one_line: {
        'name': editors_files.names,
        'data': editors_files.contents,
    },
    cleaning_a_manuscript_changes_no_line: {'name': _text_names, 'text': _texts},
}
