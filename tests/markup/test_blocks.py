"""The blocks of a chapter."""

from io import BytesIO

import pytest
import weasyprint.images  # noqa: F401  has Pillow read on where a picture is cut off
from PIL import Image

from tategumi.errors import BadInput


def picture(kind='PNG'):
    """The bytes of a picture file of ``kind``."""
    file = BytesIO()
    Image.effect_noise((40, 30), 60).save(file, kind)
    return file.getvalue()


PNG = picture()


def names(section):
    return [block.tag.split('}')[1] for block in section]


def test_blocks_come_in_order(desk):
    section = desk.section(
        '# 題\n\n段落\n\n* 項\n* 項\n\n3. 三\n4. 四\n\n***\n\n> 引用\n\n'
        '|左|右|\n|:-|-:|\n|一|二|\n\n```\n  字下げ <b>\n\n続き\n```\n\n## 節'
    )
    assert names(section) == ['h1', 'p', 'ul', 'ol', 'hr', 'blockquote', 'table', 'pre', 'h2']
    assert section[3].get('start') == '3'
    assert section[4].get('class') == 'scene'
    assert [cell.get('class') for cell in section[6].iter('{*}td')] == ['align-start', 'align-end']
    assert section[7].text == '  字下げ <b>\n\n続き\n'


def test_a_caption_is_a_paragraph_of_its_own_class(desk):
    section = desk.section('前の段落\n\n図の説明\n{: .caption }\n\n後の段落')
    assert [block.get('class') for block in section] == [None, 'caption', None]
    assert section[1].text == '図の説明'


@pytest.mark.parametrize(
    'mark, classes',
    [
        ('line-end', 'line-end'),
        ('center', 'center'),
        ('evenly', 'evenly'),
        ('line-end-1', 'line-end raised-1'),
        ('line-end-40', 'line-end raised-40'),
    ],
)
def test_a_paragraph_may_stand_at_the_line_end(desk, mark, classes):
    section = desk.section(f'「敬具」\n{{: .{mark} }}\n\n後の段落')
    assert [block.get('class') for block in section] == [classes, None]
    assert section[0].text == '「敬具」'


def test_each_line_of_a_stanza_is_a_line_of_its_own(desk):
    section = desk.section(
        '前。\n\n海は{夜|よる}\n　「朝」は  \n1. 港[^1]\n{: .verse }\n\n'
        '星。\n{: .verse }\n\n[^1]: 注'
    )
    assert names(section)[:3] == ['p', 'div', 'div'] and section[1].get('class') == 'verse'
    lines = [''.join(line.itertext()) for line in section[1]]
    assert lines == ['海は夜よる', '　「朝」は', '1. 港（1）']
    assert {line.get('class') for line in section[1]} == {None}
    assert [line.text for line in section[2]] == ['星。']


@pytest.mark.parametrize('text, classes', [('港。', 'apart'), ('「港」', 'apart bracket-half')])
def test_a_line_may_be_left_empty_before_a_paragraph(desk, text, classes):
    section = desk.section(f'前。\n\n{text}\n{{: .apart }}\n\n後。', opening_bracket='half')
    assert [block.get('class') for block in section] == [None, classes, None]


def groups(section):
    """Of each block set in: its classes, and the classes and lines of each group in it."""
    return [
        (
            block.get('class'),
            [
                (group.get('class'), [''.join(line.itertext()) for line in group])
                for group in block
            ],
        )
        for block in section
        if block.get('class', '').startswith('indented')
    ]


def test_lines_are_set_in_as_far_as_the_mark_below_them_says(desk):
    section = desk.section(
        '前。\n\n{港|みなと}の歌\n　「灯」\n1. # 港[^1]\n{: .indent-2 }\n'
        '訳\n{: .indent-5 .hanging-2 }\n\n'
        '日付  \n{:.tight .indent-10}\n\n狭い\n{: .first-1 .line-length-20 }\n\n後。\n\n[^1]: 注'
    )
    assert groups(section) == [
        (
            'indented',
            [
                ('indent-2', ['港みなとの歌', '　「灯」', '1. # 港（1）']),
                ('indent-5 hanging-2', ['訳']),
            ],
        ),
        ('indented tight', [('indent-10', ['日付'])]),
        ('indented', [('first-1 line-length-20', ['狭い'])]),
    ]
    assert {line.get('class') for line in section.iterfind('{*}div/{*}div/{*}p')} == {None}


@pytest.mark.parametrize(
    'mark',
    [
        '.indent-0',
        '.indent-41',
        '.indent-02',
        '.indent',
        '.tight',
        '.indent-2 .indent-3',
        '.first-1 .hanging-1',
        '.indent-2 .raised-2',
        '.indent-2 .caption',
        '.line-length-61',
        '.indent-2x',
    ],
)
def test_what_says_nothing_that_can_be_set_is_named_and_not_printed(desk, mark):
    chapter = desk.chapter(f'字\n字\n{{: {mark} }}\n次', line_ends='break')
    assert groups(chapter.section) == []
    assert ''.join(chapter.section.itertext()).split() == ['字字', '次']
    (warning,) = chapter.warnings
    assert warning.startswith(f'{desk.folder / "00-章.md"}:3: {{: {mark} }}')


@pytest.mark.parametrize('text', ['- 項\n\n    歌\n    {: .indent-2 }', '> 歌\n> {: .indent-2 }'])
def test_lines_are_set_in_within_lists_and_quotations(desk, text):
    (group,) = desk.section(text).iterfind('.//{*}div/{*}div')
    assert group.get('class') == 'indent-2' and [line.text for line in group] == ['歌']


@pytest.mark.parametrize(
    'mark', ['onclick=x', '.line-end-0', '.line-end-41', '.footnotes', '.raised-2']
)
def test_only_known_classes_are_taken(desk, mark):
    chapter = desk.chapter(f'字\n{{: {mark} }}')
    assert [(p.get('class'), p.text) for p in chapter.section] == [(None, '字')]
    assert f'{{: {mark} }}' in chapter.warnings[0]


def test_the_title_is_the_heading_as_it_reads(desk):
    chapter = desk.chapter('# 01　{仲|なか}違い——5,000万ドル[^1]\n\n## 節\n\n[^1]: 注')
    assert chapter.title == '01　仲違い――5000万ドル'
    assert [(h.level, h.title) for h in chapter.headings] == [(1, chapter.title), (2, '節')]
    assert all(f'id="{h.id}"' in chapter.xhtml for h in chapter.headings)
    assert chapter.name.isascii()


def test_without_a_heading_the_file_gives_the_title(desk):
    chapter = desk.chapter('本文だけ', name='03-港の夜.md')
    assert chapter.title == '港の夜'
    assert 'aria-label="港の夜"' in chapter.xhtml


def test_a_heading_without_words_leaves_the_title_to_the_file(desk):
    desk.folder.mkdir(parents=True)
    (desk.folder / 'a.png').write_bytes(PNG)
    assert desk.chapter('# ![](a.png)\n\n本文', name='02-灯台.md').title == '灯台'


def test_headings_are_nested_without_gaps(desk):
    section = desk.section('## 章\n\n#### 節\n\n##### 項\n\n#### 節\n\n## 章')
    assert names(section) == ['h1', 'h2', 'h3', 'h2', 'h1']


def test_words_are_asked_for_where_a_picture_has_none(desk):
    desk.folder.mkdir(parents=True)
    for name in ('a.png', '図 1.png'):
        (desk.folder / name).write_bytes(PNG)
    warnings = desk.chapter(
        '# 題\n\n![灯台](a.png)\n\n![](a.png)\n\n文中の![](<図 1.png>)図'
    ).warnings
    assert [warning.split(' has ')[0] for warning in warnings] == [
        f'{desk.folder / "00-章.md"}:5: picture "a.png"',
        f'{desk.folder / "00-章.md"}:7: picture "図 1.png"',
    ]


@pytest.mark.parametrize(
    'head, kind',
    [
        ('序', 'preface'),
        ('まえがき', 'preface'),
        ('あとがき', 'afterword'),
        ('プロローグ', 'prologue'),
        ('第一章', 'chapter'),
    ],
)
def test_the_kind_of_a_chapter_follows_its_head(desk, head, kind):
    section = desk.section(f'# {head}\n\n本文')
    assert section.get('role') == f'doc-{kind}'
    assert section.get('{http://www.idpf.org/2007/ops}type') == kind


@pytest.mark.parametrize('style', ['full', 'half', 'flush'])
def test_paragraphs_that_begin_with_a_bracket_say_how_they_are_indented(desk, style):
    section = desk.section('「はい」\n\n「『は』い」\n\nはい「」', opening_bracket=style)
    expected = f'bracket-{style}'
    assert [block.get('class') for block in section] == [expected, expected, None]


def test_footnotes_are_numbered_as_called_and_lead_back(desk):
    section = desk.section('一[^b]、二[^a]、三[^b]。\n\n[^a]: 甲\n[^b]: 乙\n    続き\n[^c]: 丙')
    calls = section.findall('.//{*}a[@role="doc-noteref"]')
    notes = section.findall('.//{*}aside')
    assert [''.join(call.itertext()) for call in calls] == ['（1）', '（2）', '（1）']
    assert [''.join(note.itertext()) for note in notes] == ['（1）乙続き', '（2）甲', '（3）丙']
    ids = {made.get('id') for made in section.iter() if made.get('id')}
    links = {link.get('href')[1:] for link in section.iter('{*}a')}
    assert links <= ids
    assert notes[2].find('.//{*}a') is None


def test_calls_without_a_note_and_notes_without_a_call_are_named(desk):
    chapter = desk.chapter('# 題\n\n港[^9]の灯[^1]。\n\n[^1]: 甲\n[^2]: 乙')
    assert ''.join(chapter.section[1].itertext()) == '港の灯（1）。'
    place = desk.folder / '00-章.md'
    assert [warning.split(' calls ')[0] for warning in chapter.warnings] == [
        f'{place}:3: [^9]',
        f'{place}:6: nothing',
    ]


def test_a_note_may_stand_where_it_is_called(desk):
    section = desk.section('港^[大きな[港](https://example.com/)。]の灯[^a]。\n\n[^a]: 甲')
    notes = [''.join(note.itertext()) for note in section.iter('{*}aside')]
    assert notes == ['（1）大きな港。', '（2）甲']


def test_terms_stand_above_their_definitions(desk):
    section = desk.section('灯台\n: 船に場所を知らせる。\n: 岬に立つ。\n\n後の段落')
    assert names(section) == ['dl', 'p']
    assert names(section[0]) == ['dt', 'dd', 'dd']


def test_items_may_be_ticked_off(desk):
    section = desk.section('- [ ] 朝\n- [x] 夜\n- [灯](https://example.com/)')
    items = [''.join(item.itertext()) for item in section.iter('{*}li')]
    assert items == ['☐　朝', '☑　夜', '灯']


@pytest.mark.parametrize('marks', ['{#port}', '{.unnumbered}', '{#port .small}', '{: #port }'])
def test_what_other_tools_read_behind_a_title_is_not_printed(desk, marks):
    assert desk.chapter(f'# 港 {marks}\n\n文').title == '港'


def test_a_link_to_a_heading_finds_it(desk):
    section = desk.section('[先へ](#次の-節)\n\n## 次の「節」')
    assert section.find('.//{*}a').get('href') == '#' + section.find('{*}h1').get('id')


def test_a_picture_alone_is_a_figure(desk):
    desk.folder.mkdir(parents=True)
    (desk.root / 'book' / '図 1.png').write_bytes(PNG)
    section = desk.section(
        '![丸](<../図 1.png> "丸い形")\n\n![丸](<../図 1.png>)\n\n下の説明\n{: .caption }\n\n'
        '文中の![丸](<../図 1.png>)図'
    )
    assert names(section) == ['figure', 'figure', 'p']
    assert [caption.text for caption in section.iter('{*}figcaption')] == ['丸い形', '下の説明']
    for picture in section.iter('{*}img'):
        assert (picture.get('src'), picture.get('alt')) == ('%E5%9B%B3%201.png', '丸')


@pytest.mark.parametrize(
    'text, line, message',
    [
        ('字\n\n![](ない.png)', 3, 'is not there'),
        ('字\n\n![](../../../../etc/passwd)', 3, 'outside'),
        ('![](http://example.com/a.png)', 1, 'must be a file of the book'),
        ('![](data:image/png;base64,AAAA)', 1, 'must be a file of the book'),
        ('![](/etc/passwd)', 1, 'must be a file of the book'),
        ('字\n字\b字', 2, 'U+0008'),
        ('# 題\u2028名', 1, 'U+2028'),
        ('字\n{漢\u2029字|かんじ}', 2, 'U+2029'),
        ('字\n字\x85字', 2, 'U+0085'),
        ('[^1]: 甲\n[^1]: 乙', 1, 'twice'),
        ('字\n\n[^1]: [^2]: 甲', 3, 'within another'),
        ('|一|二|\n|-|-|\n|一|二|三|', 3, 'more cells'),
        ('> ' * 400 + '深い', None, 'too deep'),
    ],
)
def test_what_cannot_be_set_is_named_by_file_and_line(desk, text, line, message):
    with pytest.raises(BadInput) as caught:
        desk.chapter(text)
    assert message in str(caught.value)
    assert caught.value.place.file == desk.folder / '00-章.md'
    assert caught.value.place.line == line
    assert '\n' not in str(caught.value)


def test_a_picture_that_a_symbolic_link_brings_in_is_refused(desk, tmp_path_factory):
    outside = tmp_path_factory.mktemp('outside') / 'a.png'
    outside.write_bytes(PNG)
    desk.folder.mkdir(parents=True)
    (desk.folder / 'a.png').symlink_to(outside)
    with pytest.raises(BadInput, match='outside'):
        desk.chapter('![](a.png)')


def test_a_file_that_only_calls_itself_a_picture_is_refused(desk):
    desk.folder.mkdir(parents=True)
    (desk.folder / 'a.png').write_text('港の灯')
    with pytest.raises(BadInput, match='not PNG'):
        desk.chapter('![](a.png)')


def test_a_picture_may_lie_beside_the_chapter_among_the_pictures_or_in_the_book(desk):
    for folder in ('chapters', 'pictures', '.'):
        (desk.root / 'book' / folder).mkdir(parents=True, exist_ok=True)
    (desk.root / 'book' / 'chapters' / 'a.png').write_bytes(PNG)
    (desk.root / 'book' / 'pictures' / 'b.png').write_bytes(PNG)
    (desk.root / 'book' / 'c.png').write_bytes(PNG)
    section = desk.section('![一](a.png)\n\n![二](b.png)\n\n![三](c.png)')
    places = [picture.get('src') for picture in section.iter('{*}img')]
    assert places == ['chapters/a.png', 'pictures/b.png', 'c.png']


def test_the_line_below_a_picture_is_its_caption(desk):
    desk.folder.mkdir(parents=True)
    (desk.folder / 'a.png').write_bytes(PNG)
    section = desk.section('![灯台](a.png)\n岬の{灯台|とうだい}、夜。\n\n次の段落。')
    assert names(section) == ['figure', 'p']
    assert ''.join(section.find('.//{*}figcaption').itertext()) == '岬の灯台とうだい、夜。'


SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'


def test_a_drawing_that_only_shows_is_a_picture(desk):
    desk.folder.mkdir(parents=True)
    inside = '<defs><g id="a"><path d="M0 0"/></g></defs><use href="#a" fill="url(#b)"/>'
    (desk.folder / 'a.svg').write_text(SVG.format(inside))
    assert desk.section('![絵](a.svg)').find('.//{*}img').get('src') == 'chapters/a.svg'


@pytest.mark.parametrize(
    'drawing, why',
    [
        ('<svg onload="alert(1)"/>', 'no SVG'),
        (SVG.format('<script>alert(1)</script>'), '<script>'),
        (SVG.format('<g onclick="alert(1)"/>'), '"onclick"'),
        (SVG.format('<a href="javascript:alert(1)"/>'), 'reference'),
        (SVG.format('<image href="http://a.example/a.png"/>'), 'reference'),
        (SVG.format('<image href="../../../etc/passwd"/>'), 'reference'),
        (SVG.format('<style>@import "a.css";</style>'), 'style'),
        (SVG.format('<path style="fill: url(http://a.example/)"/>'), 'reference'),
        (SVG.format('<foreignObject/>'), 'foreignObject'),
        (SVG.format('<set attributeName="href" to="x"/>'), '<set>'),
        ('<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.format('&amp;'), 'entities'),
        ('<?xml-stylesheet href="a.css"?>' + SVG.format(''), 'SVG'),
        (SVG.format('<g>'), 'well-formed'),
        ('<svg xmlns="http://www.w3.org/2000/svg"/>', 'size'),
    ],
)
def test_a_drawing_that_does_more_than_show_is_refused(desk, drawing, why):
    desk.folder.mkdir(parents=True)
    (desk.folder / 'a.svg').write_text(drawing)
    with pytest.raises(BadInput, match='a.svg') as caught:
        desk.chapter('![絵](a.svg)')
    assert why in str(caught.value)


@pytest.mark.parametrize('kind', ['PNG', 'JPEG', 'GIF', 'WEBP'])
@pytest.mark.parametrize(
    'damage',
    [
        lambda content: content[: len(content) // 2],
        lambda content: content[:16],
        lambda content: content[:30] + b'\xff' * len(content[30:]),
    ],
)
def test_a_damaged_picture_is_named_by_file_and_line(desk, kind, damage):
    """Both outputs are made of what is marked up."""
    desk.folder.mkdir(parents=True)
    (desk.folder / 'a').write_bytes(picture(kind))
    assert '<img' in desk.chapter('# 章\n\n![絵](a)').xhtml
    (desk.folder / 'a').write_bytes(damage(picture(kind)))
    with pytest.raises(BadInput, match=r'00-章\.md:3: picture "a" is damaged'):
        desk.chapter('# 章\n\n![絵](a)')


def test_a_part_is_told_below_the_first_heading_alone(desk):
    chapter = desk.chapter('# 港\n{: .part }\n前文。')
    assert chapter.is_part and chapter.title == '港' and '前文。' in chapter.xhtml
    for text in ('# 港\n\n文。\n\n# 山\n{: .part }', '## 港\n{: .part }', '{: .part }'):
        chapter = desk.chapter(text)
        assert not chapter.is_part and '.part' in chapter.warnings[0]
        assert '.part' not in chapter.xhtml


@pytest.mark.parametrize(
    'cell, read',
    [
        ('{漢字|かん|じ}', '<ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby>'),
        ('{漢字\\|かんじ}', '<ruby>漢字<rt>かんじ</rt></ruby>'),
        (
            '[一|二]{.furiwake}',
            '<span class="furiwake"><span class="furiwake-line">一</span>'
            '<span class="furiwake-line">二</span></span>',
        ),
        ('縦\\|棒', '縦|棒'),
        ('`a\\|b`', '<code>a|b</code>'),
    ],
)
def test_a_bar_within_notation_or_behind_a_backslash_parts_no_cell(desk, cell, read):
    table = desk.inner(f'| 頭 | 次 |\n| --- | --- |\n| {cell} | 尾 |')
    assert f'<td>{read}</td>' in table and '<td>尾</td>' in table


@pytest.mark.parametrize('between', ['\n', '\n\n'])
def test_a_subtitle_stands_below_its_heading_and_is_no_part_of_its_title(desk, between):
    chapter = desk.chapter(f'# 港の町{between}その起こり\n{{: .subtitle }}\n\n本文。\n')
    heading, subtitle, text = chapter.section
    assert (heading.text, subtitle.text, text.text) == ('港の町', 'その起こり', '本文。')
    assert (subtitle.get('class'), subtitle.get('role')) == ('subtitle', 'doc-subtitle')
    assert chapter.title == '港の町'
