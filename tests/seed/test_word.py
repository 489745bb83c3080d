"""Documents of Word, as authors send them."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from PIL import Image

from tategumi.errors import BadInput
from tategumi.manuscript import clean, read_chapters
from tategumi.seed.word import unpack_word
from tategumi.settings import load_settings

NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
STYLE = '<w:style w:type="paragraph" w:styleId="H{0}"><w:name w:val="heading {0}"/></w:style>'
FOOTNOTES = (
    f'<w:footnotes xmlns:w="{NAMESPACE}"><w:footnote w:id="1">{{}}</w:footnote></w:footnotes>'
)


def run(text, properties=''):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs, style=''):
    style = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ''
    return f'<w:p>{style}{"".join(runs)}</w:p>'


BASE, READING = run('灯台'), run('とうだい')
RUBY = f'<w:r><w:ruby><w:rt>{READING}</w:rt><w:rubyBase>{BASE}</w:rubyBase></w:ruby></w:r>'
TABLE = '<w:tbl>{}</w:tbl>'.format(
    ''.join(
        '<w:tr>{}</w:tr>'.format(''.join(f'<w:tc>{paragraph(run(cell))}</w:tc>' for cell in row))
        for row in (('名', '数'), ('船', '三'))
    )
)


def word(*blocks):
    """The bytes of a document."""
    file = BytesIO()
    styles = ''.join(map(STYLE.format, (1, 2)))
    parts = {
        '[Content_Types].xml': (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="xml" ContentType="application/xml"/></Types>'
        ),
        '_rels/.rels': (
            f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r1" '
            f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
        ),
        'word/_rels/document.xml.rels': (
            f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r1" Type="{OFFICE}/footnotes" '
            f'Target="footnotes.xml"/><Relationship Id="r2" Type="{OFFICE}/styles" '
            'Target="styles.xml"/></Relationships>'
        ),
        'word/document.xml': (
            f'<w:document xmlns:w="{NAMESPACE}"><w:body>{"".join(blocks)}</w:body></w:document>'
        ),
        'word/styles.xml': f'<w:styles xmlns:w="{NAMESPACE}">{styles}</w:styles>',
        'word/footnotes.xml': FOOTNOTES.format(paragraph(run('注の文。'))),
    }
    with ZipFile(file, 'w') as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize(
    'block, markdown',
    [
        (paragraph(run('港の灯'), style='H1'), '# 港の灯'),
        (paragraph(run('朝'), style='H2'), '## 朝'),
        (paragraph(run('この'), RUBY, run('は')), 'この{灯台|とうだい}は'),
        (paragraph(run('点', '<w:em w:val="dot"/>'), run('と')), '《《点》》と'),
        (paragraph(run('太', '<w:b/>'), run('と'), run('傾', '<w:i/>')), '**太**と*傾*'),
        (paragraph(run('誤', '<w:strike/>')), '~~誤~~'),
        (paragraph(run('傍線', '<w:u w:val="single"/>')), '[傍線]{.side-line}'),
        (paragraph(run('m'), run('2', '<w:vertAlign w:val="superscript"/>')), 'm[2]{.sup}'),
        (
            paragraph(run('文'), '<w:r><w:footnoteReference w:id="1"/></w:r>'),
            '文[^1]\n\n[^1]: 注の文。',
        ),
        (paragraph(run('一'), '<w:r><w:br/></w:r>', run('二')), '一\\\n二'),
        (paragraph(run('*星* [括弧] {波}')), '\\*星\\* \\[括弧] \\{波}'),
        (TABLE, '| 名 | 数 |\n| --- | --- |\n| 船 | 三 |'),
    ],
)
def test_a_document_as_markdown(tmp_path, block, markdown):
    assert unpack_word(word(block), tmp_path / 'a.docx').text == f'{markdown}\n'


def test_a_document_is_a_seed(tmp_path):
    (tmp_path / 'seeds').mkdir()
    document = word(
        paragraph(run('港の灯'), style='H1'),
        paragraph(run('　港に夜が来た。'), RUBY, run('が光る。風は北から吹いている。')),
        paragraph(run('「寒いな」と彼は言った。')),
        paragraph(run('朝'), style='H2'),
        paragraph(run('　翌朝、船が出た。彼は見送らなかった。')),
    )
    (tmp_path / 'seeds' / '原稿.docx').write_bytes(document)
    clean(tmp_path, load_settings(tmp_path))
    text = '\n'.join(chapter.text for chapter in read_chapters(load_settings(tmp_path)))
    assert '港に夜が来た。{灯台|とうだい}が光る。' in text and '「寒いな」' in text
    assert '翌朝、船が出た。' in text


@pytest.mark.parametrize('content', [b'', b'PK\x03\x04', b'no archive', word()[:200]])
def test_what_is_no_document_is_named(tmp_path, content):
    with pytest.raises(BadInput, match=r'a\.docx'):
        unpack_word(content, tmp_path / 'a.docx')


def drawing(name, words):
    """A run that shows the picture of the relation ``name``."""
    return (
        '<w:r><w:drawing xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        'wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
        f'xmlns:r="{OFFICE}"><wp:inline><wp:docPr id="1" name="a" descr="{words}"/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:blipFill><a:blip r:embed="{name}"/></pic:blipFill></pic:pic></a:graphicData>'
        '</a:graphic></wp:inline></w:drawing></w:r>'
    )


def with_media(data, **media):
    """The document with these files in ``word/media``, each a relation of its name."""
    made = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(made, 'w') as new:
        for entry in old.infolist():
            content = old.read(entry).decode()
            if entry.filename == 'word/_rels/document.xml.rels':
                relations = ''.join(
                    f'<Relationship Id="{name}" Type="{OFFICE}/image" Target="media/{name}.png"/>'
                    for name in media
                )
                content = content.replace('</Relationships>', f'{relations}</Relationships>')
            if entry.filename == '[Content_Types].xml':
                content = content.replace(
                    '</Types>', '<Default Extension="png" ContentType="image/png"/></Types>'
                )
            new.writestr(entry.filename, content)
        for name, content in media.items():
            new.writestr(f'word/media/{name}.png', content)
    return made.getvalue()


def test_pictures_of_a_document_are_those_of_the_book(tmp_path):
    file = BytesIO()
    Image.new('RGB', (8, 8)).save(file, 'png')
    (tmp_path / 'seeds').mkdir()
    (tmp_path / 'seeds' / '原稿.docx').write_bytes(
        with_media(
            word(
                paragraph(run('港に夜が来た。')),
                paragraph(drawing('lamp', '岬の灯')),
                paragraph(drawing('broken', '割れた図')),
                paragraph(run('朝が来た。')),
            ),
            lamp=file.getvalue(),
            broken=b'EMF',
        )
    )
    record = clean(tmp_path, load_settings(tmp_path)).record
    (path,) = (tmp_path / 'book' / 'chapters').iterdir()
    assert '![岬の灯](../pictures/原稿/image1.png)' in path.read_text(encoding='utf-8')
    assert (tmp_path / 'book/pictures/原稿/image1.png').read_bytes() == file.getvalue()
    (listed,) = [line for seed in record.seeds for line in seed.lines if line.suspicions]
    assert (listed.text, listed.suspicions[0].rule) == ('割れた図', 'picture-left-out')


MATH = 'http://schemas.openxmlformats.org/officeDocument/2006/math'


def formula(inside):
    return f'<m:oMath xmlns:m="{MATH}">{inside}</m:oMath>'


def m(name, *inside, properties=''):
    given = f'<m:{name}Pr>{properties}</m:{name}Pr>' if properties else ''
    return f'<m:{name}>{given}{"".join(inside)}</m:{name}>'


def letters(text):
    return m('r', f'<m:t>{text}</m:t>')


A, B, C = (m('e', letters(each)) for each in 'abc')
HALF = m('f', m('num', letters('a')), m('den', letters('b')))


@pytest.mark.parametrize(
    'inside, tex',
    [
        (HALF, r'\frac{a}{b}'),
        (m('sSup', A, m('sup', letters('2'))), 'a^2'),
        (m('sSubSup', A, m('sub', letters('i')), m('sup', letters('10'))), 'a_i^{10}'),
        (m('rad', m('deg'), A, properties='<m:degHide m:val="1"/>'), r'\sqrt{a}'),
        (m('rad', m('deg', letters('3')), A), r'\sqrt[3]{a}'),
        (
            m(
                'nary',
                m('sub', letters('i')),
                m('sup'),
                A,
                properties=('<m:chr m:val="∑"/><m:supHide m:val="1"/>'),
            ),
            r'\sum_i a',
        ),
        (m('d', m('e', HALF), properties='<m:begChr m:val="["/>'), r'\left[ \frac{a}{b} \right)'),
        (m('m', m('mr', A, B), m('mr', B, C)), r'\begin{matrix}a & b \\ b & c\end{matrix}'),
        (m('func', m('fName', letters('sin')), m('e', letters('x'))), r'\sin x'),
        (m('acc', A, properties='<m:chr m:val="\u0303"/>'), r'\tilde{a}'),
        (m('bar', A, properties='<m:pos m:val="top"/>'), r'\overline{a}'),
        (letters('50%'), r'50\%'),
    ],
)
def test_a_formula_comes_in_as_tex(tmp_path, inside, tex):
    unpacked = unpack_word(word(paragraph(run('比は'), formula(inside))), tmp_path / 'a.docx')
    assert unpacked.text == f'比は${tex}$\n' and not unpacked.losses


@pytest.mark.parametrize(
    'inside, text',
    [
        (letters('速度'), '速度'),
        (
            m(
                'f',
                m('num', letters('a')),
                m('den', letters('b')),
                properties=('<m:type m:val="noBar"/>'),
            ),
            'ab',
        ),
        (m('unheard', letters('a')), 'a'),
    ],
)
def test_of_a_formula_that_has_no_room_the_text_stays_and_is_listed(tmp_path, inside, text):
    unpacked = unpack_word(
        word(paragraph(run('前。')), paragraph(run('比は'), formula(inside), run('だ。'))),
        tmp_path / 'a.docx',
    )
    assert unpacked.text == f'前。\n\n比は{text}だ。\n'
    assert [(number, loss.found) for number, (loss,) in unpacked.losses.items()] == [(3, text)]


def field(code, shown=''):
    marks = [
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ('begin', 'separate', 'end')
    ]
    instruction = f'<w:r><w:instrText>{code}</w:instrText></w:r>'
    return marks[0] + instruction + marks[1] + (run(shown) if shown else '') + marks[2]


@pytest.mark.parametrize(
    'code',
    [
        r'EQ \* jc2 \* "Font:MS Mincho" \* hps11 \o\ad(\s\up 11(とうだい),灯台)',
        r'EQ \o\ad(\s\up 9(とうだい),灯台)',
        r'eq \o(\s\up 11(とうだい),灯台)',
    ],
)
def test_ruby_made_by_a_field_is_ruby(code, tmp_path):
    text = unpack_word(
        word(paragraph(run('岬の'), field(code), run('に灯る。'))), tmp_path / 'a.docx'
    ).text
    assert text == '岬の{灯台|とうだい}に灯る。\n'


@pytest.mark.parametrize(
    'wrapper',
    ['fldSimple w:instr="TITLE"', 'bdo w:val="rtl"', 'dir w:val="ltr"', 'smartTag w:element="a"'],
)
def test_what_stands_around_words_takes_none_of_them(wrapper, tmp_path):
    name = wrapper.split()[0]
    inner = f'<w:{wrapper}>{run("灯台")}</w:{name}>'
    text = unpack_word(
        word(paragraph(run('岬の'), inner, run('に灯る。'))), tmp_path / 'a.docx'
    ).text
    assert text == '岬の灯台に灯る。\n'


@pytest.mark.parametrize(
    'mark', ['<w:cr/>', '<w:br/>', '<w:br w:type="page"/>', '<w:br w:type="column"/>']
)
def test_a_break_within_a_paragraph_parts_its_lines(mark, tmp_path):
    body = paragraph(run('夜である。'), f'<w:r>{mark}</w:r>', run('灯がともる。'))
    text = unpack_word(word(body), tmp_path / 'a.docx').text
    assert text == '夜である。\\\n灯がともる。\n'


def styled(name, *runs):
    """A paragraph of the style that Word or another program calls so."""
    return paragraph(*runs, style=name)


@pytest.mark.parametrize(
    'blocks, markdown',
    [
        ((styled('Quote', run('一')), styled('Quote', run('二'))), '> 一\n>\n> 二'),
        ((styled('Block Text', run('引用')),), '> 引用'),
        ((styled('Source Code', run('x')),), '```\nx\n```'),
        (
            (styled('HTML Preformatted', run('x')), styled('HTML Preformatted', run('y'))),
            '```\nx\ny\n```',
        ),
        ((styled('Image Caption', run('灯の図')),), '灯の図\n{: .caption }'),
        ((styled('Definition Term', run('語')), styled('Definition', run('説明'))), '語\n: 説明'),
        ((styled('TOC 1', run('朝')), paragraph(run('文'))), '文'),
        ((paragraph(run('12', '<w:eastAsianLayout w:vert="1"/>'), run('月')),), '12月'),
        ((paragraph(run('abc', '<w:eastAsianLayout w:vert="on"/>')),), '^abc^'),
        ((paragraph(run('注', '<w:eastAsianLayout w:combine="1"/>')),), '[注]{.warichu}'),
        ((paragraph(run('波', '<w:u w:val="wave"/>')),), '[波]{.side-line .wavy}'),
    ],
)
def test_styles_and_looks_say_what_a_paragraph_is(tmp_path, blocks, markdown):
    assert unpack_word(word(*blocks), tmp_path / 'a.docx').text == f'{markdown}\n'


def test_a_rule_across_the_page_parts_scenes(tmp_path):
    rule = (
        '<w:r><w:pict><v:rect xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:o="urn:schemas-microsoft-com:office:office" o:hr="t"/></w:pict></w:r>'
    )
    document = word(paragraph(run('前。')), paragraph(rule), paragraph(run('後。')))
    assert unpack_word(document, tmp_path / 'a.docx').text == '前。\n\n***\n\n後。\n'
