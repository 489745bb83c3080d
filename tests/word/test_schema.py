"""Word refuses a document whose elements stand in another order than its schema has."""

from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import pytest
from hypothesis import Phase, given
from hypothesis import settings as steady
from lxml import etree
from PIL import Image

from tategumi.word import build_word

from .manuscripts import chapters
from .test_round_trip import marked_up

W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
M = '{http://schemas.openxmlformats.org/officeDocument/2006/math}'
R = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}'

#: The sequences of ECMA-376 (part 1, annex A), as far as the press or its template writes them.
SEQUENCES = {
    f'{W}{name}': names.split()
    for name, names in {
        'pPr': """pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr
            suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct
            topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind
            contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment
            textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange""",
        'rPr': """rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss
            imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs
            highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish
            oMath""",
        'tblPr': """tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize
            tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook""",
        'tbl': 'tblPr tblGrid tr',
        'tr': 'tblPrEx trPr tc',
        'tc': 'tcPr p',
        'numPr': 'ilvl numId',
        'pBdr': 'top left bottom right between bar',
        'rubyPr': 'rubyAlign hps hpsRaise hpsBaseText lid dirty',
        'ruby': 'rubyPr rt rubyBase',
        'numbering': 'numPicBullet abstractNum num numIdMacAtCleanup',
        'abstractNum': 'nsid multiLevelType tmpl name styleLink numStyleLink lvl',
        'lvl': """start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc
            pPr rPr""",
        'num': 'abstractNumId lvlOverride',
        'style': """name aliases basedOn next link autoRedefine hidden uiPriority semiHidden
            unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr
            tblPr trPr tcPr tblStylePr""",
        'sectPr': """headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc
            pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi
            rtlGutter docGrid printerSettings""",
    }.items()
} | {
    f'{M}{name}': names.split()
    for name, names in {
        'naryPr': 'chr limLoc grow subHide supHide ctrlPr',
        'nary': 'naryPr sub sup e',
        'dPr': 'begChr sepChr endChr grow shp ctrlPr',
        'groupChrPr': 'chr pos vertJc ctrlPr',
        'f': 'fPr num den',
        'rad': 'radPr deg e',
        'sSup': 'sSupPr e sup',
        'sSubSup': 'sSubSupPr e sub sup',
    }.items()
}
FORMULAS = r"""# 式

$\sum_{i=1}^n i=1$と$\sqrt[3]{x}$と
$\left(\frac{a}{b}\right]$と$\overbrace{ab}$と$x_i^2$と$\int x$。
"""


def parts_of(content):
    archive = ZipFile(BytesIO(content))
    return {
        name: etree.fromstring(archive.read(name))
        for name in archive.namelist()
        if name.startswith('word/') and name.endswith(('.xml', '.rels'))
    }


def out_of_order(root):
    for node in root.iter(*SEQUENCES):
        known = SEQUENCES[node.tag]
        names = [etree.QName(child).localname for child in node]
        places = [known.index(name) if name in known else -1 for name in names]
        if -1 in places or places != sorted(places):
            yield etree.QName(node).localname, names


def built(text):
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / 'book' / 'chapters').mkdir(parents=True)
        Image.new('RGB', (8, 8)).save(folder / 'book' / 'chapters' / '灯.png')
        return parts_of(build_word(*marked_up(folder, text))[0])


@steady(max_examples=15, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(chapters())
def test_elements_stand_in_the_order_of_the_schema(text):
    check(built(text))


def test_formulas_stand_in_the_order_of_the_schema():
    parts = built(FORMULAS)
    check(parts)
    assert len(list(parts['word/document.xml'].iter(f'{M}oMath'))) == 6


def check(parts):
    """What Word looks at as it opens a document."""
    assert not [each for root in parts.values() for each in out_of_order(root)]
    styles = {each.get(f'{W}styleId') for each in parts['word/styles.xml'].iter(f'{W}style')}
    lists = {each.get(f'{W}numId') for each in parts['word/numbering.xml'].iter(f'{W}num')}
    notes = {'0'} | {
        each.get(f'{W}id')
        for name, root in parts.items()
        if name == 'word/footnotes.xml'
        for each in root.iter(f'{W}footnote')
    }
    drawn, marked = [], []
    for name, root in parts.items():
        if name.endswith('.rels'):
            continue
        named = root.iter(f'{W}pStyle', f'{W}rStyle', f'{W}basedOn')
        assert {each.get(f'{W}val') for each in named} <= styles
        assert {each.get(f'{W}val') for each in root.iter(f'{W}numId')} <= lists
        assert {each.get(f'{W}id') for each in root.iter(f'{W}footnoteReference')} <= notes
        relations = parts.get(f'word/_rels/{name.removeprefix("word/")}.rels')
        known = {each.get('Id') for each in relations} if relations is not None else set()
        meant = {key for each in root.iter() for key in each.keys() if key.startswith(R)}
        assert {each.get(key) for each in root.iter() for key in meant} - {None} <= known
        drawn += [each.get('id') for each in root.iter('{*}docPr')]
        marked += [each.get(f'{W}id') for each in root.iter(f'{W}bookmarkStart')]
        # A cell and a note end with a paragraph (§17.4.65, §17.11.10).
        for holder in root.iter(f'{W}tc', f'{W}footnote', f'{W}body'):
            last = [each for each in holder if each.tag != f'{W}sectPr'][-1]
            assert last.tag == f'{W}p'
    assert len(set(drawn)) == len(drawn) and len(set(marked)) == len(marked)
    # Word has no notes of notes.
    noted = parts.get('word/footnotes.xml')
    assert noted is None or noted.find(f'.//{W}footnoteReference') is None


@pytest.mark.parametrize(
    'wrong', ['<w:pPr><w:ind/><w:pStyle/></w:pPr>', '<w:rPr><w:unheard/></w:rPr>']
)
def test_another_order_is_found(wrong):
    assert list(out_of_order(etree.fromstring(f'<a xmlns:w="{W[1:-1]}">{wrong}</a>')))
