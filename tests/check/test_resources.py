"""What a page names, the file must have."""

import io

import pydyf
import pytest
from PIL import Image

from tategumi.check import check_pdf
from tategumi.check.resources import missing_resources
from tategumi.files import write_whole
from tategumi.writers.resources import Resources
from tests.pdf.conftest import PRESS, Press, set_folder

MARKS = '@page { marks: crop cross; bleed: 3mm }'


def form(content, **resources):
    return pydyf.Stream(
        [content],
        {
            'Type': '/XObject',
            'Subtype': '/Form',
            'BBox': pydyf.Array([0, 0, 9, 9]),
            'Resources': pydyf.Dictionary(resources),
        },
    )


def pdf(content, resources, inherited=None, contents=2):
    """A PDF of one page; its streams are ``content`` in that many parts."""
    made = pydyf.PDF()
    parts = [pydyf.Stream([part]) for part in content.split(b'|', contents - 1)]
    for part in parts:
        made.add_object(part)
    for category in (resources, inherited or {}):
        for named in category.values():
            for name, value in named.items():
                if isinstance(value, pydyf.Object) and not isinstance(value, pydyf.Dictionary):
                    made.add_object(value)
                    named[name] = value.reference
    page = pydyf.Dictionary(
        {
            'Type': '/Page',
            'Parent': made.pages.reference,
            'MediaBox': pydyf.Array([0, 0, 9, 9]),
            'Contents': pydyf.Array([part.reference for part in parts]),
        }
    )
    if inherited is None:
        page['Resources'] = plain(resources)
    else:
        made.pages['Resources'] = plain(inherited)
    made.add_page(page)
    file = io.BytesIO()
    made.write(file)
    return file.getvalue()


def plain(resources):
    return pydyf.Dictionary({key: pydyf.Dictionary(named) for key, named in resources.items()})


def state():
    return pydyf.Dictionary({'Type': '/ExtGState', 'ca': 1})


@pytest.mark.parametrize(
    'operators, category, name',
    [
        (b'BT /f0 9 Tf ET', 'Font', 'f0'),
        (b'q /x0 Do Q', 'XObject', 'x0'),
        (b'/s0 gs', 'ExtGState', 's0'),
        (b'/c0 cs 1 sc', 'ColorSpace', 'c0'),
        (b'/c0 CS', 'ColorSpace', 'c0'),
        (b'/Pattern cs /p0 scn', 'Pattern', 'p0'),
        (b'/Pattern CS 1 0 0 /p0 SCN', 'Pattern', 'p0'),
        (b'/sh0 sh', 'Shading', 'sh0'),
        (b'/Span /m0 BDC EMC', 'Properties', 'm0'),
        (b'/Span /m0 DP', 'Properties', 'm0'),
        (b'q|/x0 Do Q', 'XObject', 'x0'),
        (b'BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI /x0 Do', 'XObject', 'x0'),
        (b'(/x1 Do) Tj % /x2 Do\n/x0 Do', 'XObject', 'x0'),
        (b'/x#30 Do', 'XObject', 'x0'),
    ],
)
def test_what_is_named_and_not_there_is_found(operators, category, name):
    assert [*missing_resources(pdf(operators, {}))] == [(1, category, name)]
    other = {category: {'other': state()}}
    assert [*missing_resources(pdf(operators, other))] == [(1, category, name)]
    assert [*missing_resources(pdf(operators, {category: {name: state()}}))] == []
    assert [*missing_resources(pdf(operators, {}, {category: {name: state()}}))] == []
    gone = {category: {name: b'99 0 R'}}
    assert [*missing_resources(pdf(operators, gone))] == [(1, category, name)]


@pytest.mark.parametrize(
    'operators',
    [b'/DeviceRGB cs 1 0 0 sc', b'/Artifact <</Type /Pagination>> BDC EMC', b'/P BMC EMC', b'1 g'],
)
def test_what_needs_no_resource_is_none(operators):
    assert [*missing_resources(pdf(operators, {}))] == []


def test_what_stands_in_a_form_is_looked_for_in_its_own():
    inner = form(b'/x9 Do', XObject=pydyf.Dictionary())
    assert [*missing_resources(pdf(b'/x0 Do /x0 Do', {'XObject': {'x0': inner}}))] == [
        (1, 'XObject', 'x9')
    ]
    whole = form(b'/s0 gs', ExtGState=pydyf.Dictionary({'s0': state()}))
    assert [*missing_resources(pdf(b'/x0 Do', {'XObject': {'x0': whole}}))] == []


@pytest.fixture
def marked(tmp_path):
    press = Press(tmp_path)
    press.add_rules(MARKS)
    return press


def test_marks_of_the_printer_that_are_lost_are_found(marked, monkeypatch, tmp_path):
    settings, _ = marked.book('# 章\n\n本文。')
    assert not faults_of(marked.set('# 章\n\n本文。'), settings, tmp_path)
    monkeypatch.setattr(Resources, 'drawn', lambda resources, drawn, fonts: b'/x0')
    built = marked.set('# 章\n\n本文。')
    faults = faults_of(built, settings, tmp_path)
    assert len(faults) == built.pages
    assert str(faults[0]).endswith('page 1: error missing-resource: there is no XObject /x0')


def faults_of(built, settings, folder):
    path = write_whole(folder / 'book.pdf', built.content)
    return [fault for fault in check_pdf(path, settings) if fault.code == 'missing-resource']


def test_every_construct_names_what_is_there():
    _, _, built = set_folder(PRESS / 'tests' / 'books' / 'showcase')
    assert [*missing_resources(built.content)] == []


def test_pictures_and_what_is_seen_through_are_there(tmp_path):
    press = Press(tmp_path)
    press.add_rules('strong { opacity: .5 } h1 { background: linear-gradient(red, blue) }')
    (tmp_path / 'book' / 'chapters').mkdir(parents=True)
    Image.new('RGBA', (9, 9), (9, 9, 9, 90)).save(tmp_path / 'book' / 'chapters' / '図.png')
    built = press.set('# 章\n\n本**文**。\n\n![図](図.png)\n')
    assert [*missing_resources(built.content)] == []
