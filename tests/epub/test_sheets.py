"""The book's CSS leaves to the reader what is the reader's, and old reading systems know it."""

import re
from dataclasses import replace

import pytest
import tinycss2
from lxml import etree

from tategumi.epub.page import page
from tategumi.epub.sheets import epub_sheets
from tategumi.settings import HouseStyle, Settings

from .conftest import PRESS

#: Properties of Japanese text, by the names they had with a prefix (EPUB 3.3 §6.3.1.3).
PREFIXED = {
    'hyphens': 'hyphens',
    'line-break': 'line-break',
    'ruby-position': 'ruby-position',
    'text-combine-upright': 'text-combine',
    'text-emphasis': 'text-emphasis',
    'text-orientation': 'text-orientation',
    'text-underline-position': 'text-underline-position',
    'writing-mode': 'writing-mode',
}
#: What colours the text or what is behind it, and what a colour of the reader's goes through.
COLORS = ('color', 'background', 'background-color', 'border-color', 'fill', 'filter')
OF_THE_READER = {'inherit', 'currentcolor', 'transparent', 'none'}


@pytest.fixture(params=['vertical', 'horizontal'])
def rules(request, tmp_path):
    """Every rule of the EPUB's sheets: its selector, and its declarations by name."""
    settings = replace(Settings(root=tmp_path), writing=request.param)
    found = []
    for css in epub_sheets(settings, PRESS / 'styles').values():
        for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
            # MuPDF throws a whole sheet away for an at-rule it does not know; calibre warns.
            assert rule.type == 'qualified-rule'
            declared = tinycss2.parse_blocks_contents(
                rule.content, skip_comments=True, skip_whitespace=True
            )
            found.append(
                (
                    tinycss2.serialize(rule.prelude).strip(),
                    {one.name: tinycss2.serialize(one.value).strip() for one in declared},
                )
            )
    return found


def test_readers_that_know_prefixed_properties_alone_are_told_all(rules):
    known = {(selector, name) for selector, declared in rules for name in declared}
    used = {(selector, name) for selector, name in known if name in PREFIXED}
    assert used
    for selector, name in used:
        for prefix in ('-epub-', '-webkit-'):
            assert (selector, prefix + PREFIXED[name]) in known


def test_no_colour_is_the_books_own(rules):
    for selector, declared in rules:
        for name in set(declared) & set(COLORS):
            assert declared[name].lower() in OF_THE_READER, (selector, name)


def test_borders_take_the_colour_of_the_text(rules):
    borders = [
        value.split()
        for _, declared in rules
        for name, value in declared.items()
        if name == 'border'
    ]
    assert borders
    assert set().union(*borders) <= {'0', 'thin', 'solid'}


def test_sizes_grow_with_the_size_that_the_reader_chose(rules):
    for selector, declared in rules:
        for name, value in declared.items():
            for token in tinycss2.parse_component_value_list(value):
                assert getattr(token, 'unit', 'em') in ('em', 'vh'), (selector, name)
        assert 'line-height' not in declared or float(declared['line-height']) >= 1.2


#: The page's sides at the beginning and end of a line and of a block.
SIDES = {
    'vertical': {'inline': ('top', 'bottom'), 'block': ('right', 'left')},
    'horizontal': {'inline': ('left', 'right'), 'block': ('top', 'bottom')},
}
SIZES = {
    'vertical': {'inline': 'height', 'block': 'width'},
    'horizontal': {'inline': 'width', 'block': 'height'},
}


def shape(declarations, writing, knows_the_text):
    """How a block stands by ``declarations`` (names and values, in order) in ``writing``.

    As a reading system has it that knows sides of the text, or those of the page alone.
    """
    used = {}
    for name, value in declarations:
        box, _, end = name.partition('-')
        axis, _, end = end.partition('-')
        if name.endswith('-size'):
            most = name.removesuffix('inline-size').removesuffix('block-size')
            if knows_the_text:
                used[most + SIZES[writing]['inline' if 'inline' in name else 'block']] = value
        elif axis in ('inline', 'block') and box in ('margin', 'padding'):
            sides = dict(zip(('start', 'end'), SIDES[writing][axis]))
            values = value.split() if not end else [value]
            for each, one in zip([end] if end else sides, (values * 2)[:2]):
                if knows_the_text:
                    used[f'{box}-{sides[each]}'] = one
        else:
            used[name] = value
    flow = {
        page: f'{axis}-{end}'
        for axis in ('inline', 'block')
        for end, page in zip(('start', 'end'), SIDES[writing][axis])
    }
    flow |= {page: axis for axis, page in SIZES[writing].items()}
    said = {}
    for name, value in used.items():
        most, _, side = name.rpartition('-')
        said[most, flow.get(side, side)] = value
    return {key: value for key, value in said.items() if value not in ('0', 'none', 'auto')}


def blocks_of(settings):
    """Every rule of the press's sheets: selector, and what it declares in order."""
    section = etree.fromstring(
        '<section><div class="indent-2 hanging-3 line-length-20 indent-12"/>'
        '<p class="raised-1"/><span class="jidori-5"/></section>'
    )
    sheets = epub_sheets(settings, PRESS / 'styles', sections=[section])
    for name in (f'{settings.writing}.css', 'indents.css'):
        for rule in tinycss2.parse_stylesheet(
            sheets[name], skip_comments=True, skip_whitespace=True
        ):
            declared = tinycss2.parse_blocks_contents(
                rule.content, skip_comments=True, skip_whitespace=True
            )
            yield (
                tinycss2.serialize(rule.prelude).strip(),
                [(one.name, tinycss2.serialize(one.value).strip()) for one in declared],
            )


@pytest.mark.parametrize('writing', ['vertical', 'horizontal'])
def test_who_turns_the_text_keeps_its_shape_and_old_readers_have_it_too(tmp_path, writing):
    settings = replace(Settings(root=tmp_path), writing=writing)
    told = 0
    for selector, declared in blocks_of(settings):
        as_made = shape(declared, writing, True)
        assert shape(declared, writing, False) == as_made, selector
        if selector not in ('.number-comma', '.number-point', 'html', 'math'):
            # Of marks within a line the sides across it have no effect.
            other = 'horizontal' if writing == 'vertical' else 'vertical'
            assert shape(declared, other, True) == as_made, selector
        told += bool(as_made)
    assert told > 20


@pytest.mark.parametrize(
    'writing, head, end, length',
    [
        ('vertical', 'padding-top', 'padding-bottom', 'max-height'),
        ('horizontal', 'padding-left', 'padding-right', 'max-width'),
    ],
)
def test_lines_set_in_are_told_of_on_the_side_that_old_readers_know(
    tmp_path, writing, head, end, length
):
    section = etree.fromstring(
        '<section><div class="indented"><div class="indent-2 hanging-3 line-length-20"><p/></div>'
        '<div class="indent-12"><p/></div></div><p class="line-end raised-1"/></section>'
    )
    settings = replace(Settings(root=tmp_path), writing=writing)
    sheet = epub_sheets(settings, PRESS / 'styles', sections=[section])['indents.css']
    old = {head, end, length, 'text-indent'}
    shown = [
        (line.partition(' {')[0], name, value)
        for line in sheet.splitlines()
        for name, value in re.findall(r'([a-z-]+): ((?:[^;()}]|\([^)]*\))+?)(?=;| })', line)
        if name in old and value not in ('0', 'none')
    ]
    assert shown == [
        ('.indented > .hanging-3 > p', head, '3em'),
        ('.indented > .hanging-3 > p', 'text-indent', '-3em'),
        ('.indent-12', head, '12em'),
        ('.indent-12', head, 'min(12em, 50%)'),
        ('.indent-2', head, '2em'),
        ('.line-length-20', length, '20em'),
        ('.raised-1', end, '1em'),
    ]
    assert 'indents.css' not in epub_sheets(settings, PRESS / 'styles')


def test_documents_say_what_the_house_decides_of_lines(tmp_path):
    def classes(**house):
        settings = replace(Settings(root=tmp_path), house_style=HouseStyle(**house))
        made = etree.fromstring(page([], '章', settings, [], 'bodymatter'))
        return made.find('{*}body').get('class').split()

    rules = (PRESS / 'styles' / 'epub.css').read_text(encoding='utf-8')
    plain = classes()
    for house in (
        {'line_head_bracket': 'half'},
        {'last_line': 2},
        {'group_ruby_ends': 'flush'},
    ):
        (name,) = set(classes(**house)) - set(plain)
        assert f'body.{name}' in rules
