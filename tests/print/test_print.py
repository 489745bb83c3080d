"""What a printer reads out of the file: boxes, inks, fonts, what it is made for."""

import io
import re
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTChar
from PIL import Image, ImageChops, ImageStat

from tategumi.check import check_print
from tategumi.errors import BadInput
from tategumi.files import write_whole
from tategumi.language import language_of
from tategumi.settings import load_settings

from .conftest import PROFILE, TEXT, gradient, needs_ghostscript, needs_profile

MM = 72 / 25.4

#: Operators that set a colour, but of patterns.
COLOURS = ('g', 'G', 'k', 'K', 'rg', 'RG', 'sc', 'SC', 'scn', 'SCN', 'cs', 'CS')


def colours(pdf):
    """Each colour set on the pages: operator and operands."""
    return {
        (str(each.operator), *map(str, each.operands))
        for page in pdf.pages
        for each in pikepdf.parse_content_stream(page)
        if str(each.operator) in COLOURS
    }


def faults_of(printed, path, settings=None):
    return [*map(str, check_print(write_whole(path, printed.content), settings))]


def test_boxes_are_the_paper_its_bleed_and_marks(printer):
    with printer.open(TEXT, page='bunko') as pdf:
        page = pdf.pages[0]
        trim = [float(part) for part in page.trimbox]
        bleed = [float(part) for part in page.bleedbox]
        assert (trim[2] - trim[0]) / MM == pytest.approx(105, abs=0.01)
        assert (trim[3] - trim[1]) / MM == pytest.approx(148, abs=0.01)
        outward = [one - other for one, other in zip(trim[:2], bleed[:2])]
        assert outward == pytest.approx([3 * MM] * 2, abs=0.01)
        media = [float(part) for part in page.mediabox]
        # Programs that lay pages out for the press put the middle of the paper in the middle.
        assert [media[0] + media[2], media[1] + media[3]] == pytest.approx(
            [trim[0] + trim[2], trim[1] + trim[3]]
        )


def test_without_marks_the_paper_ends_with_the_bleed(printer):
    with printer.open(TEXT, marks='none', bleed=5) as pdf:
        page = pdf.pages[0]
        assert [*page.mediabox] == [*page.bleedbox]
        assert float(page.trimbox[0]) == pytest.approx(5 * MM, abs=0.001)


@pytest.mark.parametrize('signature', [1, 4, 8])
def test_blank_pages_fill_up_the_signature(printer, signature):
    printed = printer.print(TEXT, signature=signature)
    assert printed.pages % signature == 0
    assert printed.pages - signature < printer.print(TEXT, signature=1).pages


def test_the_file_says_for_what_it_is(printer):
    with printer.open(TEXT) as pdf:
        assert pdf.pdf_version == '1.4'
        assert str(pdf.docinfo['/GTS_PDFXVersion']) == 'PDF/X-1a:2003'
        assert pdf.docinfo['/Trapped'] == '/False'
        (intent,) = pdf.Root.OutputIntents
        assert intent.S == '/GTS_PDFX'
        assert str(intent.OutputConditionIdentifier) == 'JC200103'
        assert str(intent.RegistryName) == 'http://www.color.org'
        assert pdf.Root.ViewerPreferences.Direction == '/R2L'
        assert '/StructTreeRoot' not in pdf.Root and '/Outlines' not in pdf.Root
        assert len(pdf.trailer.ID) == 2


@needs_profile
def test_pdf_x_4_holds_the_profile(printer):
    icc = printer.add_profile()
    with printer.open(TEXT, profile='pdf/x-4', icc=icc, condition='Japan Color 2011') as pdf:
        assert pdf.pdf_version == '1.6'
        with pdf.open_metadata() as metadata:
            assert metadata['pdfxid:GTS_PDFXVersion'] == 'PDF/X-4'
        (intent,) = pdf.Root.OutputIntents
        assert intent.DestOutputProfile.read_bytes() == PROFILE.read_bytes()
        assert '/RegistryName' not in intent


def test_text_and_marks_of_a_book_without_colour_are_black_alone(printer):
    with printer.open(TEXT + '\n\n《《傍点》》と{漢字|かんじ}。') as pdf:
        assert {operator for operator, *_ in colours(pdf)} <= {'g', 'G'}


@needs_ghostscript
@pytest.mark.parametrize('profile', ['pdf/x-1a', 'pdf/x-4'])
def test_the_plates_of_other_inks_are_empty(printer, tmp_path, profile):
    if profile == 'pdf/x-4' and not PROFILE.exists():
        pytest.skip('needs a CMYK profile')
    icc = printer.add_profile() if profile == 'pdf/x-4' else ''
    printer.add_picture('grey.png', gradient('L').convert('RGB'))
    text = TEXT + '\n\n![](../pictures/grey.png)\n\n| 表 | あ |\n|---|---|\n| い | う |'
    printed = printer.print(text, profile=profile, icc=icc)
    plates = plates_of(printed, tmp_path)
    assert min(plates['Black']) == 0
    assert all({*plates[ink]} == {255} for ink in ('Cyan', 'Magenta', 'Yellow'))


def plates_of(printed, folder):
    """``{ink: its plate's bytes, of all pages}``, 255 where there is none of it."""
    path = write_whole(folder / 'a.pdf', printed.content)
    subprocess.run(
        ['gs', '-q', '-dNOPAUSE', '-dBATCH', '-dSAFER', '-sDEVICE=tiffsep', '-r72']
        + [f'-sOutputFile={folder}/plate%d.tif', str(path)],
        check=True,
        capture_output=True,
    )
    return {
        ink: b''.join(
            Image.open(plate).convert('L').tobytes() for plate in folder.glob(f'plate*({ink}).tif')
        )
        for ink in ('Cyan', 'Magenta', 'Yellow', 'Black')
    }


def test_every_font_is_embedded_in_part(printer):
    with printer.open(TEXT + '\n\n**強く**') as pdf:
        fonts = pdf.pages[0].Resources.Font
        assert len(fonts) >= 2
        for font in fonts.values():
            assert '+' in str(font.BaseFont)
            assert '/FontFile3' in font.DescendantFonts[0].FontDescriptor


def test_nothing_in_it_leads_anywhere(printer):
    with printer.open(TEXT, TEXT.replace('雨', '雪')) as pdf:
        assert not any('/Annots' in page for page in pdf.pages)


def test_a_picture_in_grey_becomes_black_ink(printer):
    printer.add_picture('grey.png', gradient('L').convert('RGB'))
    with printer.open(TEXT + '\n\n![](../pictures/grey.png)') as pdf:
        (picture,) = pdf.pages[0].Resources.XObject.values()
        assert picture.ColorSpace == '/DeviceGray'
        assert len(picture.read_bytes()) == picture.Width * picture.Height


@pytest.mark.parametrize('name', ['colour.png', 'colour.jpg'])
def test_a_picture_in_colour_is_refused_with_its_page(printer, name):
    printer.add_picture(name, gradient())
    with pytest.raises(BadInput, match=r'book\.yaml.*page \d+: a picture in colour'):
        printer.print(TEXT + f'\n\n![](../pictures/{name})')


@needs_profile
@pytest.mark.parametrize('name', ['colour.png', 'colour.jpg'])
def test_a_picture_in_colour_becomes_inks_by_the_profile(printer, tmp_path, name):
    printer.add_picture(name, gradient())
    printed = printer.print(TEXT + f'\n\n![](../pictures/{name})', icc=printer.add_profile())
    assert not faults_of(printed, tmp_path / 'a.pdf')
    with pikepdf.open(tmp_path / 'a.pdf') as pdf:
        (picture,) = pdf.pages[0].Resources.XObject.values()
        assert picture.ColorSpace == '/DeviceCMYK'
        assert len(picture.read_bytes()) == 4 * picture.Width * picture.Height


@pytest.mark.parametrize(
    'rule, refused',
    [
        ('p { color: #c00 }', 'the colour #cc0000'),
        ('p { border: 1px solid #00c }', 'the colour #0000cc'),
        ('p { color: lab(50% 40 20) }', 'a colour of lab-d50'),
        ('p { color: rgb(0 0 0 / .5) }', 'something is not opaque'),
        ('@page { background: linear-gradient(#fff, #c00) }', 'the colour #cc0000'),
    ],
)
def test_what_cannot_be_inks_is_refused_with_its_page(printer, rule, refused):
    printer.add_rules(rule)
    with pytest.raises(BadInput, match=rf'page \d+: {refused}'):
        printer.print(TEXT)


@pytest.mark.parametrize(
    'rule',
    [
        'p { color: device-cmyk(0 1 .5 .2) }',
        'p { color: #888; border: 1px solid #333 }',
        '@page { background: linear-gradient(#fff, #ccc) }',
        '@page { background: #ddd }',
    ],
)
def test_inks_and_greys_of_a_sheet_stay(printer, tmp_path, rule):
    printer.add_rules(rule)
    assert not faults_of(printer.print(TEXT), tmp_path / 'a.pdf')


@needs_profile
@pytest.mark.parametrize('profile', ['pdf/x-1a', 'pdf/x-4'])
@pytest.mark.parametrize(
    'rule',
    [
        'p { color: #c00; background: linear-gradient(#fff, #00c) }',
        'blockquote, p { background: #eef url(tile.svg) }',
    ],
)
def test_colours_of_a_sheet_become_inks_by_the_profile(printer, tmp_path, rule, profile):
    printer.add_rules(rule)
    write_whole(
        printer.root / 'styles' / 'tile.svg',
        b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'
        b'<circle r="3" fill="#080"/></svg>',
    )
    printed = printer.print(TEXT, profile=profile, icc=printer.add_profile())
    assert not faults_of(printed, tmp_path / 'a.pdf')


@needs_profile
def test_what_is_not_opaque_stays_in_pdf_x_4(printer, tmp_path):
    printer.add_rules('p { color: rgb(0 0 0 / .5) }')
    picture = gradient('L').convert('RGBA')
    picture.putalpha(gradient('L'))
    printer.add_picture('seen-through.png', picture)
    text = TEXT + '\n\n![](../pictures/seen-through.png)'
    printed = printer.print(text, profile='pdf/x-4', icc=printer.add_profile())
    assert not faults_of(printed, tmp_path / 'a.pdf')
    with pikepdf.open(tmp_path / 'a.pdf') as pdf:
        assert pdf.pages[0].Group.CS == '/DeviceCMYK'


def test_a_picture_that_is_seen_through_is_put_on_white_in_pdf_x_1a(printer, tmp_path):
    picture = Image.new('RGBA', (400, 300), (0, 0, 0, 0))
    picture.paste((0, 0, 0, 255), (100, 100, 300, 200))
    printer.add_picture('hole.png', picture)
    printed = printer.print(TEXT + '\n\n![](../pictures/hole.png)')
    assert not faults_of(printed, tmp_path / 'a.pdf')
    assert any('put on white' in str(each) for each in printed.warnings)
    with pikepdf.open(tmp_path / 'a.pdf') as pdf:
        (drawn,) = pdf.pages[0].Resources.XObject.values()
        content = drawn.read_bytes()
        assert content[0] == 255 and content[150 * 400 + 200] == 0


@pytest.mark.parametrize('size', [(60, 40), (601, 397), (37, 941), (2000, 1500)])
def test_a_picture_at_its_own_size_is_fine_enough_for_a_printer(printer, size):
    printer.add_picture('own.png', gradient('L', size))
    printed = printer.print(TEXT + '\n\n![](../pictures/own.png)')
    assert not any('pixels an inch' in str(each) for each in printed.warnings)


def test_pictures_of_few_pixels_are_named_with_their_page(printer):
    printer.add_picture('small.png', gradient('L', (60, 40)))
    printer.add_rules('img { width: 2cm }')
    printed = printer.print(TEXT + '\n\n![](../pictures/small.png)')
    assert any('pixels an inch, less than 350' in str(each) for each in printed.warnings)


def test_line_art_is_asked_more_of(printer):
    picture = (
        Image.linear_gradient('L').point(lambda shade: 255 * (shade > 99)).resize((1500, 900))
    )
    picture = picture.point(lambda shade: 255 * (shade > 99))
    printer.add_picture('line.png', picture)
    printer.add_picture('grey.png', gradient('L', (1500, 900)))
    line, grey = (
        [*map(str, printer.print(TEXT + f'\n\n![](../pictures/{name}.png)').warnings)]
        for name in ('line', 'grey')
    )
    assert not grey and any('less than 600' in each for each in line)


@needs_profile
def test_too_much_ink_is_named_with_its_page(printer):
    printer.add_picture('dark.png', Image.new('RGB', (2000, 1500), (10, 0, 20)))
    text = TEXT + '\n\n![](../pictures/dark.png)'
    icc = printer.add_profile()
    assert any(
        '% of ink' in str(each) for each in printer.print(text, icc=icc, total_ink=200).warnings
    )
    assert not printer.print(text, icc=icc, total_ink=400).warnings
    printer.add_rules('p { color: device-cmyk(1 1 1 1) }')
    assert any('400 % of ink' in str(each) for each in printer.print(TEXT, total_ink=320).warnings)


def test_the_background_of_a_page_goes_on_over_the_bleed(printer, tmp_path):
    printer.add_rules('@page { background: #777 }')
    printed = printer.print(TEXT, hidden_folios='none')
    with pikepdf.open(write_whole(tmp_path / 'a.pdf', printed.content)) as pdf:
        bleed = [float(part) for part in pdf.pages[0].bleedbox]
        height = float(pdf.pages[0].mediabox[3])
    image = pypdfium2.PdfDocument(printed.content)[0].render(scale=2).to_pil().convert('L')
    inside = bleed[0] + 2, height - bleed[3] + 2
    assert image.getpixel((round(2 * inside[0]), round(2 * inside[1]))) < 150
    outside = bleed[0] - 2, height - bleed[3] + 40 * MM
    assert image.getpixel((round(2 * outside[0]), round(2 * outside[1]))) == 255


def folios(pdf_bytes, page, size=5):
    """What is set in the small type of hidden folios, and where its middle is (pt)."""

    def chars(box):
        for item in box:
            if isinstance(item, LTChar):
                yield item
            elif hasattr(item, '__iter__'):
                yield from chars(item)

    (laid,) = extract_pages(io.BytesIO(pdf_bytes), page_numbers=[page])
    small = [char for char in chars(laid) if abs(char.size - size) < 0.1]
    return ''.join(char.get_text() for char in small), small


def test_hidden_folios_stand_in_the_gutter_of_pages_without_another(printer):
    printed = printer.print(TEXT, TEXT, hidden_folios='all')
    for index in range(4):
        said, chars = folios(printed.content, index)
        assert said == str(index + 1)
        width = 105 * MM + 2 * (3 + 12) * MM
        in_from_left = chars[0].x0 / MM - 15
        in_from_right = (width - chars[-1].x1) / MM - 15
        # Page 1 is a left page, whose gutter is on its right.
        assert (in_from_right if index % 2 == 0 else in_from_left) < 5
    some = printer.print(TEXT + '\n\n雨。' * 60, hidden_folios='auto')
    told = [folios(some.content, index)[0] for index in range(some.pages)]
    assert '1' in told and '' in told
    none = printer.print(TEXT, hidden_folios='none')
    assert not any(folios(none.content, index)[0] for index in range(none.pages))


def test_the_same_book_gives_the_same_bytes(printer):
    assert printer.print(TEXT).content == printer.print(TEXT).content


def test_an_own_cover_is_no_page_of_the_inside(printer):
    printer.add_picture('cover.png', gradient())
    with_cover = printer.print(TEXT, cover='pictures/cover.png')
    assert with_cover.pages == printer.print(TEXT).pages


@pytest.mark.parametrize(
    'said, fault',
    [
        ('profile: pdf/x-4', 'ask the printer for it'),
        ('condition: Japan Color 2011 Coated', 'registered'),
        ('bleed: 30', 'from 0 to 20 mm'),
        ('signature: 6', 'one of 1, 2, 4'),
        ('icc: ../other.icc', 'below book/'),
        ('icc: none.icc', 'none.icc'),
        ('icc: book.yaml', 'no ICC profile'),
        ('condition: ""', 'name the printing condition'),
        ('condition: ""\n  icc: press.icc', 'name the printing condition'),
    ],
)
def test_what_cannot_be_asked_is_refused_by_its_line(printer, said, fault):
    write_whole(printer.root / 'book' / 'book.yaml', f'title: 本\nprint:\n  {said}\n'.encode())
    with pytest.raises(BadInput, match=fault) as error:
        settings = load_settings(printer.root)
        printer.print(TEXT, **vars(settings.print))
    assert 'book.yaml:2' in str(error.value) or 'icc' in said


@needs_profile
@pytest.mark.parametrize('end', [0, 200, 5000])
def test_a_profile_that_is_cut_off_is_none(printer, end):
    write_whole(printer.root / 'book' / 'press.icc', PROFILE.read_bytes()[:end])
    with pytest.raises(BadInput, match='press.icc.*no ICC profile'):
        printer.print(TEXT, icc='press.icc')


@pytest.mark.parametrize('own', ['5mm', '1mm', '0mm'])
def test_marks_and_bleed_of_the_own_sheet_are_not_those_of_the_printer(printer, own):
    printer.add_rules('@page { background: #777 }')
    plain = printer.print(TEXT)
    printer.add_rules(f'@page {{ background: #777; marks: crop cross; bleed: {own} }}')
    marked = printer.print(TEXT)
    for page in range(2):
        one, other = (
            pypdfium2.PdfDocument(built.content)[page].render(scale=2).to_pil()
            for built in (plain, marked)
        )
        assert ImageChops.difference(one, other).getbbox() is None


def test_gradients_of_pictures_are_seen_in_every_reader(printer, tmp_path):
    if not shutil.which('pdftoppm'):
        pytest.skip('needs poppler')
    stops = '<stop offset="0" stop-color="#333"/><stop offset="1" stop-color="#ccc"/>'
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200"><defs>'
        f'<linearGradient id="a">{stops}</linearGradient></defs>'
        '<rect width="200" height="200" fill="url(#a)"/></svg>'
    )
    write_whole(printer.root / 'book' / 'pictures' / 'a.svg', svg.encode())
    printed = printer.print('![](../pictures/a.svg)', marks='none', hidden_folios='none')
    path = write_whole(tmp_path / 'a.pdf', printed.content)
    pictures = [page.render().to_pil().convert('L') for page in pypdfium2.PdfDocument(path)]
    darkest = [sum(each.point(lambda shade: shade < 220).histogram()[1:]) for each in pictures]
    at = darkest.index(max(darkest))
    page = f'{at + 1}'
    subprocess.run(
        ['pdftoppm', '-r', '72', '-gray', '-singlefile', '-f', page, str(path)]
        + [str(tmp_path / 'a')],
        check=True,
    )
    seen = Image.open(tmp_path / 'a.pgm')
    assert abs(ImageStat.Stat(seen).mean[0] - ImageStat.Stat(pictures[at]).mean[0]) < 2


def test_a_file_that_is_no_print_is_found_out(printer, tmp_path):
    built = printer.set(TEXT + '\n\n[外](https://example.org/)', pdf_variant='')
    found = ' '.join(faults_of(built, tmp_path / 'a.pdf'))
    assert 'print-claim' in found and 'print-annotation' in found


def test_faults_of_other_files_are_found(printer, tmp_path):
    path = tmp_path / 'a.pdf'
    write_whole(path, printer.print(TEXT).content)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        page = pdf.pages[0]
        page.contents_add(b'1 0 0 rg 0 0 9 9 re f')
        page.Resources.ExtGState = pikepdf.Dictionary(Z=pikepdf.Dictionary(ca=0.5))
        pdf.pages[1].obj.TrimBox = pikepdf.Array([0, 0, 900, 900])
        del pdf.pages[2].obj.TrimBox
        font = next(iter(page.Resources.Font.values()))
        del font.DescendantFonts[0].FontDescriptor.FontFile3
        pdf.save(path)
    faults = check_print(path, None)
    found = ' '.join(map(str, faults))
    for code in ('print-ink', 'print-opacity', 'print-font', 'print-box'):
        assert code in found
    said = [*map(language_of('ja').say, faults)]
    assert all(re.search(r'a\.pdf: \d頁: 誤り print-[a-z]+: .*[ぁ-ん]', each) for each in said), (
        said
    )


@pytest.mark.parametrize('reaches', [False, True])
def test_a_picture_that_ends_at_the_edge_is_named(printer, reaches):
    printer.add_picture('grey.png', gradient('L', (3000, 3000)))
    beyond = '3mm' if reaches else '0mm'
    # In the turned page the block axis runs to the left.
    printer.add_rules(
        f'img {{ position: absolute; width: 60mm; height: 30mm; top: calc(-13mm - {beyond}) }}'
        '@page { margin: 13mm }'
    )
    printed = printer.print(TEXT + '\n\n![](../pictures/grey.png)')
    assert any('at the edge' in str(each) for each in printed.warnings) != reaches


def test_a_font_is_in_a_form_that_the_version_of_pdf_knows(printer, tmp_path):
    """CFF fonts that are no CID-keyed ones: PDF 1.4 knows them bare alone."""
    fonts = [*Path('/usr/share/fonts').rglob('*.otf')]
    names = {path.stem.split('-')[0] for path in fonts}
    named = next((name for name in ('NimbusRoman', 'C059', 'P052') if name in names), None)
    if not named:
        pytest.skip('needs a font with name-keyed CFF outlines')
    family = {'NimbusRoman': 'Nimbus Roman'}.get(named, named)
    printer.add_rules(f'p {{ font-family: "{family}", serif }}')
    printed = printer.print(TEXT + '\n\nplain Latin words here, sideways.')
    assert not faults_of(printed, tmp_path / 'a.pdf')
    with pikepdf.open(tmp_path / 'a.pdf') as pdf:
        kinds = {
            str(font.BaseFont): str(font.DescendantFonts[0].FontDescriptor.FontFile3.Subtype)
            for font in pdf.pages[0].Resources.Font.values()
        }
    assert {*kinds.values()} == {'/CIDFontType0C'} and len(kinds) > 1
