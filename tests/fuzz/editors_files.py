"""Files that an editor may have written, as nobody meant to write them."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import strategies as st

from tategumi.cleaning import book_catalogue
from tategumi.errors import BadInput
from tategumi.manuscript.state import read_state
from tategumi.settings import load_settings
from tategumi.settings.listing import book_yaml

_keys = st.sampled_from(
    """
    title creators name role series number kihon_hanmen lines characters head epub embed_font
    date slug cover chapters seeds keep replace find by fonts serif house_style figures language
    where line inside does why examples near_misses least metadata decisions pictures a.md x
    """.split()
)
_words = (
    st.sampled_from(
        """
        drop rewrite anywhere kanji true null ~ 1 -1 .inf .nan 2024-13-45 0o7 1:99 &a *a !!int
        !!str << ? | > - : {} [] [[a]] (a|aa)+b a{9999999999} ( \\ \ud800 \x00 \x1b ../.. 'x' "x"
        """.split()
    )
    | st.text(max_size=6)
    | st.integers().map(str)
)
_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | _words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_keys | _words, inner, max_size=4),
    max_leaves=12,
)
_lines = st.lists(st.tuples(st.integers(0, 3), _keys | _words, _words)).map(
    lambda lines: ''.join(f'{"  " * depth}{key}: {value}\n' for depth, key, value in lines)
)
contents = (
    _json.map(lambda value: json.dumps(value).encode())
    | _lines.map(lambda text: text.encode(errors='surrogatepass'))
    | st.lists(_words | st.sampled_from([' ', '\n', ',', ': ', '- '])).map(
        lambda words: ''.join(words).encode(errors='surrogatepass')
    )
    | st.binary(max_size=60)
)
names = st.sampled_from(['book.yaml', '.manuscript.json', 'rules/a.yaml'])


def any_file_of_the_editor_is_read_or_refused_in_one_line(name, data):
    """``book.yaml``, the state beside it, rules, chapters: settings and so on, or one line."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        path = root / 'book' / name
        path.parent.mkdir(parents=True)
        path.write_bytes(data)
        try:
            settings = load_settings(root)
            book_catalogue(root / 'book' / 'rules')
            read_state(root / 'book')
            book_yaml(root, {'title': settings.title})
        except BadInput as refused:
            assert '\n' not in str(refused) and path.name in str(refused)
            return
        # What is read can be written.
        repr(settings).encode()
