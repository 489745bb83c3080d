"""Documents of Word, as authors send them."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from tategumi.errors import BadInput
from tategumi.manuscript import clean, read_chapters
from tategumi.seed.word import text_of_word
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
    assert text_of_word(word(block), tmp_path / 'a.docx') == f'{markdown}\n'


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
        text_of_word(content, tmp_path / 'a.docx')
