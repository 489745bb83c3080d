"""What lies in dist/proof/ when the proof is done."""

import re
from html.parser import HTMLParser

import pypdfium2
from PIL import Image, ImageChops

from tategumi.proof import build_proof
from tategumi.proof.drawing import RESOLUTION

LONG = '# 章\n\n' + '永東国酬今。' * 400
SHORT = '# 章\n\n永東国。'


def pictures(settings):
    return sorted(path.name for path in (settings.dist / 'proof').glob('*.png'))


class Elements(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.tags, self.images, self.text = set(), [], ''
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        assert not any(name.startswith('on') for name, _ in attributes)
        if tag == 'img':
            self.images.append(dict(attributes)['src'])

    def handle_data(self, data):
        self.text += data


def test_every_page_has_its_picture_as_large_as_the_paper(prove):
    settings, built, index, _ = prove(LONG)
    assert pictures(settings) == [f'{number:03}.png' for number in range(1, built.pages + 1)]
    assert Elements(index.read_text(encoding='utf-8')).images == pictures(settings)
    pdf = pypdfium2.PdfDocument(built.content)
    for name, page in zip(pictures(settings), pdf):
        size = Image.open(settings.dist / 'proof' / name).size
        for pixels, points in zip(size, page.get_size()):
            assert abs(pixels - points * RESOLUTION / 72) <= 1


def test_what_is_drawn_over_leaves_the_text_to_be_read(prove):
    settings, built, _, _ = prove(LONG)
    pdf = pypdfium2.PdfDocument(built.content)
    for name, page in zip(pictures(settings), pdf):
        plain = page.render(scale=RESOLUTION / 72).to_pil().convert('RGB')
        drawn = Image.open(settings.dist / 'proof' / name)
        assert ImageChops.difference(plain, drawn).getbbox()
        inked = [
            (x, y)
            for x in range(0, plain.width, 3)
            for y in range(0, plain.height, 3)
            if max(plain.getpixel((x, y))) < 40
        ]
        assert all(max(drawn.getpixel(place)) < 40 for place in inked)


def test_pages_of_an_earlier_longer_proof_go_and_other_files_stay(prove):
    settings, longer, *_ = prove(LONG)
    own = settings.dist / 'proof' / 'notes.png'
    own.write_bytes(b'mine')
    _, shorter, *_ = prove(SHORT)
    assert shorter.pages < longer.pages
    assert pictures(settings) == [
        *(f'{number:03}.png' for number in range(1, shorter.pages + 1)),
        'notes.png',
    ]


def test_the_same_book_gives_the_same_bytes(prove):
    settings, built, *_ = prove(SHORT)
    folder = settings.dist / 'proof'
    first = {path.name: path.read_bytes() for path in folder.iterdir()}
    build_proof(settings, built)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == first


def test_hostile_text_is_shown_as_text(prove):
    hostile = '<script>alert(1)</script>&"\'><img src=x onerror=y>'
    chapter = '# 章\n\n' + ('永「東\\<script>国」' * 3 + '、') * 12
    _, _, index, _ = prove(chapter, title=hostile)
    page = index.read_text(encoding='utf-8')
    seen = Elements(page)
    assert 'script' not in seen.tags
    assert hostile in seen.text
    assert re.search(r'[<＜]script[>＞]', seen.text.replace(hostile, ''))
    assert set(seen.images) == {f'{number:03}.png' for number in range(1, len(seen.images) + 1)}


def test_the_paper_is_drawn_without_its_bleed(press, prove):
    settings, built, _, _ = prove(SHORT)
    drawn = [Image.open(settings.dist / 'proof' / name) for name in pictures(settings)]
    drawn = [picture.copy() for picture in drawn]
    press.add_rules('@page { marks: crop cross; bleed: 3mm }')
    settings, marked, _, _ = prove(SHORT)
    assert marked.pages == built.pages
    for name, before in zip(pictures(settings), drawn, strict=True):
        after = Image.open(settings.dist / 'proof' / name)
        assert abs(after.width - before.width) <= 1 and abs(after.height - before.height) <= 1
        size = min(after.width, before.width), min(after.height, before.height)
        parts = (picture.crop((0, 0, *size)).convert('L') for picture in (before, after))
        # Half a pixel may lie between them.
        changed = ImageChops.difference(*parts).point(lambda value: 255 * (value > 160))
        assert changed.histogram()[255] < 0.001 * size[0] * size[1]
