import dataclasses

import yaml
from hypothesis import given
from hypothesis import strategies as st

from tategumi.settings import Credit, Settings, book_yaml, load_settings

PLAIN = st.text(st.characters(exclude_categories=['Cc', 'Cs']), min_size=1, max_size=30)


@given(title=PLAIN, source=PLAIN, label=PLAIN, text=PLAIN)
def test_it_says_what_holds_without_it(tmp_path_factory, title, source, label, text):
    metadata = {
        'title': title,
        'source': source,
        'credits': [{'label': label, 'text': text}],
        'identifier': 'urn:uuid:3a606f88-e898-52ca-8f0a-b721822ab9c9',
    }
    root = tmp_path_factory.mktemp('book')
    (root / 'book').mkdir()
    (root / 'book' / 'book.yaml').write_text(book_yaml(root, metadata), encoding='utf-8')
    assert dataclasses.replace(load_settings(root), slug='') == Settings(
        root=root,
        title=title,
        source=source,
        credits=(Credit(label, text),),
        identifier=metadata['identifier'],
    )


def test_every_key_is_written_out_and_the_less_plain_ones_explained(tmp_path):
    text = book_yaml(tmp_path, {})
    keys = {field.name for field in dataclasses.fields(Settings)} - {'root'}
    assert set(yaml.safe_load(text)) == keys
    house_style = {field.name for field in dataclasses.fields(Settings(tmp_path).house_style)}
    assert all(f'# {key}: ' in text for key in house_style)
