"""Sets the pictures of docs/house-style.md and .ja.md: ``make pictures``.

Every value of every key of ``house_style`` is set by the press itself, in one
short text that shows the difference, and cut out of the finished page.
"""

import sys
import tempfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pypdfium2

from tategumi.files import write_whole
from tategumi.manuscript import read_chapters
from tategumi.markup import mark_up
from tategumi.pdf import build_pdf
from tategumi.proof import lines_of
from tategumi.settings import HouseStyle, KihonHanmen, load_settings

HERE = Path(__file__).parent
STYLES = HERE.parents[1] / 'styles'

#: px an inch, and pt left around the text: room for a mark that hangs.
RESOLUTION, MARGIN = 150, 12

#: Of each key: its values, the characters of a line, the text, and other keys, if they matter.
EXAMPLES = {
    'figures': (
        ('upright', 'kanji', 'kanji-digits'),
        13,
        ('2015年7月13日、会社は5,000万ドルを集め、52人の社員を雇った。',),
    ),
    'acronyms': (
        (4, 0),
        18,
        ('彼女は学校でAIとGPTを学び、NASAで働いたあと、UNICEFに移ったと話した。',),
    ),
    'hanging': (
        (True, False),
        16,
        (
            '吾輩は猫である。名前はまだ無い。どこで生れたか頓と見当がつかないままに、ここまで来た。',
        ),
    ),
    'line_start': (('strict', 'relaxed'), 12, ('昨日の夜は兄の部屋に行ってふたりで話した。',)),
    'line_head_bracket': (
        ('flush', 'half'),
        12,
        ('夜の空を見上げたあと、「星が出ている」と静かに言い、兄は本を開いた。',),
    ),
    'line_end_stop': (
        ('given', 'kept'),
        12,
        ('弟は兄に「星がでる夜」。兄は答えないで、本を開いて読んでいた。',),
        {'hanging': False},
    ),
    'last_line': ((0, 3), 12, ('夜の空を見上げながら、弟は兄に静かにそう言って出た。',)),
    'jukugo_ruby': (
        ('group', 'overhang'),
        12,
        (
            '昨日の{東京|とう|きょう}の{古代紫|こ|だい|むらさき}の{居候|い|そうろう}は、{峻別|しゅん|べつ}を知らない。',
        ),
    ),
    'group_ruby': (
        ('parted', 'whole'),
        12,
        ('その男はいつも彼女を{打擲|ちょうちゃく}し、{嘲笑|ちょうしょう}したという。',),
    ),
    'mono_ruby': (
        ('middle', 'head'),
        12,
        ('その{胃|い}の痛みに、{木|き}の{葉|は}を{煎|せん}じる。',),
    ),
    'group_ruby_ends': (
        ('spaced', 'flush'),
        12,
        ('あの{流行歌|はやりうた}を、{永遠|エターニティー}という{時代|とき}に聞いた。',),
    ),
    'ruby_overhang': (
        ('kana', 'hiragana', 'half', 'none'),
        13,
        ('その{志|こころざし}でパリは{曙|あけぼの}ムード。大{志|こころざし}士。',),
    ),
    'line_breaks': (
        ('paragraph', 'line'),
        13,
        (
            '「来た」「来た」と声がして、人々は、一斉に、橋の上から、川の上を見た。白い帆が、朝の光の中を、静かに進んでいた。',
        ),
    ),
    'opening_bracket': (
        ('half', 'full', 'flush'),
        12,
        ('兄は窓を開け、夜の空を見上げた。', '「星が出ている」と兄は静かに言い、また本を開いた。'),
    ),
    'dividing_space': (
        ('typed', 'em'),
        12,
        ('来た！みんなが来た。本当に？本当だとも。さあ、扉を開けて迎えに行こう。',),
    ),
}


def pictures():
    """Yield ``(key, value, PNG)`` for every value in ``EXAMPLES``."""
    for key, (values, characters, paragraphs, *others) in EXAMPLES.items():
        for value in values:
            house = HouseStyle(**{key: value}, **dict(*others))
            yield key, value, _picture(paragraphs, characters, house)


def name_of(key, value):
    """The file name of a picture."""
    return f'{key}-{str(value).lower()}.png'


def _picture(paragraphs, characters, house):
    with tempfile.TemporaryDirectory() as folder:
        chapters = Path(folder) / 'book' / 'chapters'
        chapters.mkdir(parents=True)
        (chapters / '01.md').write_text('\n\n'.join(('# 見本', *paragraphs)), encoding='utf-8')
        settings = replace(
            load_settings(folder),
            house_style=house,
            kihon_hanmen=KihonHanmen(characters=characters),
        )
        marked = [mark_up(chapter, settings) for chapter in read_chapters(settings)]
        built = build_pdf(settings, marked, STYLES, with_lines=True)
    return _cut_out(built)


def _cut_out(built):
    """The body of the only chapter, which opens with its heading, as a PNG."""
    number, lines = next(
        (number, lines)
        for number, page in enumerate(built.frames)
        if (lines := lines_of(page)) and lines[0].text == '見本'
    )
    bands = [line.band for line in lines[1:]]
    left, top, right, bottom = (
        edge(places) for edge, places in zip((min, min, max, max), zip(*bands))
    )
    box = (left - MARGIN, top - MARGIN, right + MARGIN, bottom + MARGIN)
    pdf = pypdfium2.PdfDocument(built.content)
    page = pdf[number].render(scale=RESOLUTION / 72).to_pil()
    file = BytesIO()
    page.crop([round(place * RESOLUTION / 72) for place in box]).save(file, 'PNG')
    return file.getvalue()


def main():
    for key, value, picture in pictures():
        write_whole(HERE / name_of(key, value), picture)
        print(name_of(key, value))


if __name__ == '__main__':
    sys.exit(main())
