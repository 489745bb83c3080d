"""The page an editor reads."""

import json
import re
import subprocess
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from tategumi.check.chromium import chromium
from tategumi.cleaning import CleaningRecord, clean_seed, record_html
from tategumi.cleaning.decisions import Decisions
from tategumi.seed import seed_text
from tategumi.settings import Replacement

HOSTILE = st.lists(
    st.text('<>&"\'/= あ。script', max_size=30)
    | st.sampled_from(
        [
            '![<b>](<script>)',
            '<script>alert(1)</script>',
            '<img src=x onerror=alert(1)>',
            '&lt;b&gt;',
            "' onmouseover='x",
            'javascript:alert(1)',
            '<a href="http://example.com">',
        ]
    ),
    min_size=1,
    max_size=5,
).map(lambda lines: '\n'.join([*lines, *(f'港 {line} は' for line in lines), '港の灯。']))


def page(text, name='seeds/a.txt'):
    _, record = clean_seed(seed_text(name, text))
    return record_html(CleaningRecord((record,)))


class _Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.attributes = set(), set()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}


@given(HOSTILE)
def test_nothing_of_a_seed_becomes_markup(text):
    seen, plain = _Tags(), _Tags()
    seen.feed(page(text))
    plain.feed(page('|船（\n\n港 の(?)\n\n港。'))
    assert seen.tags <= plain.tags and seen.attributes <= plain.attributes
    assert not seen.tags & {'script', 'img', 'link', 'iframe'}


def test_suspicions_stand_first_and_lead_to_their_lines():
    tree = html.fromstring(page('港の灯\n\n消えた。」\n\n取り消すので、'))
    links = tree.xpath('//ul//a')
    assert [link.text for link in links] == ['seeds/a.txt:3', 'seeds/a.txt:5']
    lines = [tree.get_element_by_id(link.get('href')[1:]) for link in links]
    assert [line.xpath('string(.//*[@class="seed"])') for line in lines] == [
        '消えた。」',
        '取り消すので、',
    ]


def test_questions_stand_together_by_their_kind():
    tree = html.fromstring(page('港の灯\n\n取り消すので、\n\n消えた。」\n\n灯った。」'))
    assert tree.xpath('//h2/text()')[0] == 'To look at (3)'
    kinds = [(kind.text, len(kind.getparent().xpath('.//li'))) for kind in tree.iter('summary')]
    assert kinds == [
        ('the paragraph ends without a mark that ends a sentence (1)', 1),
        ('a bracket or quote without its partner (2)', 2),
    ]


def test_a_line_like_a_button_is_asked_about_once():
    text = '港の灯は消えた。\n\nシェア\n\n夜が明けた。\n\nいいね 3\n\n船は出た。'
    _, record = clean_seed(seed_text('seeds/a.txt', text))
    for line in record.lines:
        reads_like = [each for each in line.suspicions if each.why.startswith('it reads like')]
        assert len(reads_like) <= 1


def test_what_is_dropped_without_a_rule_says_why_in_the_counts():
    source = page('<h1>港の灯</h1><nav>目次</nav><p>灯は消えた。夜が明けた。</p>', 'seeds/a.html')
    assert 'dropped: outside-article (it is not of the article' in source
    assert 'dropped: html-markup (tags' in source


def test_what_book_yaml_says_is_the_reason_in_the_counts():
    told = Decisions(drop=frozenset({2}), replace=(Replacement('沖', '海'),))
    seed = seed_text('seeds/a.txt', '港の灯。船は沖へ出た。\n会員だけの文です。\n夜が明けた。')
    source = record_html(CleaningRecord((clean_seed(seed, decisions=told)[1],)))
    assert 'dropped-by-book-yaml (book.yaml says so)' in source
    assert 'replaced-by-book-yaml (book.yaml says so)' in source


def test_several_seeds_have_links_to_each():
    records = [clean_seed(seed_text(f'seeds/{name}.txt', '港の灯。'))[1] for name in 'ab']
    tree = html.fromstring(record_html(CleaningRecord(tuple(records))))
    links = tree.xpath('//nav//a')
    assert [link.text for link in links] == ['seeds/a.txt', 'seeds/b.txt']
    for link in links:
        assert tree.get_element_by_id(link.get('href')[1:]).text.startswith(link.text)


def test_each_line_shows_its_fate_and_what_was_changed():
    tree = html.fromstring(page('港の灯\n\n港 の (古い) 灯は消えた。'))
    fates = [cell.text for cell in tree.xpath('//td[@class="fate"]')]
    assert fates == ['metadata', 'dropped', 'changed']
    [row] = tree.xpath('//tr[contains(@class, "changed")][@id]')
    [seed], [manuscript] = (
        row.xpath(f'.//span[@class="{name}"]') for name in ('seed', 'manuscript')
    )
    assert seed.text_content() == '港 の (古い) 灯は消えた。'
    assert manuscript.text_content() == '港の（古い）灯は消えた。'
    assert [deleted.text for deleted in seed.iter('del')] == [' ', ' (', ') ']
    assert [inserted.text for inserted in manuscript.iter('ins')] == ['（', '）']


SHOWN = """
const shown = () => [...document.querySelectorAll('.line')].filter(row => row.offsetHeight)
  .map(row => row.querySelector('.seed').textContent);
const all = shown();
const text = document.querySelector('.line .text').getBoundingClientRect();
const kept = document.querySelectorAll('.line .text')[1].getBoundingClientRect();
document.getElementById('only-below-the-text').checked = true;
const some = shown();
document.getElementById('fate-changed').checked = true;
const changed = shown();
document.querySelector('details a').click();
const jumped = document.querySelector(location.hash).matches(':target');
const wide = document.documentElement.scrollWidth;
document.title = JSON.stringify({all, some, changed, jumped, wide, width: innerWidth,
  beside: kept.left > text.left});
"""


@pytest.mark.skipif(not chromium(), reason='no Chromium on this machine')
@pytest.mark.parametrize('width, beside', [(1280, True), (390, False)])
def test_a_browser_filters_by_rule_and_fits_a_phone(tmp_path, width, beside):
    text = page('港の灯\n\n港 の (古い) 灯は消えた。\n\n消えた。」\n\n共有\nコメント\n')
    policy = re.search('<meta http-equiv[^>]*>', text)[0]
    path = tmp_path / 'cleaning.html'
    path.write_text(
        text.replace(policy, '').replace('</body>', f'<script>{SHOWN}</script></body>'),
        encoding='utf-8',
    )
    done = subprocess.run(
        [
            chromium(),
            '--headless',
            '--no-sandbox',
            '--disable-gpu',
            '--dump-dom',
            f'--user-data-dir={tmp_path / "profile"}',
            f'--window-size={width},900',
            path.as_uri(),
        ],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    seen = json.loads(html.fromstring(done.stdout).findtext('.//title'))
    assert len(seen['all']) == 8 and seen['some'] == ['共有', 'コメント']
    assert seen['changed'] == ['港 の (古い) 灯は消えた。'] and seen['jumped']
    assert seen['wide'] <= seen['width'] and seen['beside'] == beside
