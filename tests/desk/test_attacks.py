"""Whoever has not opened the desk by its address gets nothing from it, and changes nothing."""

import http.client
import json
import os
import socket

import pytest
from lxml import etree

from .conftest import make_book, running

#: Markup, script, and what would end the element, the attribute or the string it is put into.
HOSTILE = """港の便り

<script>window.attacked = 1</script><img src=x onerror="window.attacked = 2">雨が降っていた。

"><svg onload=window.attacked=3></textarea></script>'-window.attacked-'船は動かない。

[灯台](javascript:window.attacked=4)の灯は\u202e遠い</title><base href=//attacker.example>。
"""


@pytest.fixture(scope='module')
def place(tmp_path_factory):
    return make_book(tmp_path_factory.mktemp('attacked') / 'book', HOSTILE)


@pytest.fixture(scope='module')
def desk(place):
    (place.parent / 'secret.md').write_text('秘密の文章', encoding='utf-8')
    os.symlink(place.parent, place / 'seeds' / 'up')
    with running(place) as desk:
        desk.state()
        yield desk


def files_below(root):
    return {path: path.read_bytes() for path in root.rglob('*') if path.is_file()}


READS = [
    '/',
    '/state',
    '/seeds/0',
    '/chapter?name=chapters/01-港の便り.md',
    '/place?page=1',
    '/events',
    '/epub',
    '/static/desk.js',
]
WRITES = [('PUT', '/chapter'), ('POST', '/draft'), ('POST', '/decide'), ('POST', '/undo')]


@pytest.mark.parametrize('path', [path for path in READS if path.isascii()])
@pytest.mark.parametrize(
    'headers',
    [
        {'Cookie': None},
        {'Cookie': 'desk-{port}='},
        {'Cookie': 'desk-{port}=' + 'A' * 43},
        {'Cookie': 'desk-1={key}'},
        {'Host': 'attacker.example'},
        {'Host': 'attacker.example:{port}'},
        {'Host': 'localhost:{port}'},
        {'Host': '127.0.0.1'},
        {'Host': '127.0.0.1:{port}@attacker.example'},
        {'Host': None},
        {'Host': ['127.0.0.1:{port}', 'attacker.example']},
        {'Origin': 'http://attacker.example'},
        {'Origin': 'null'},
        {'Origin': 'http://127.0.0.1:1'},
        {'Sec-Fetch-Site': 'cross-site'},
        {'Sec-Fetch-Site': 'same-site'},
    ],
    ids=str,
)
def test_nothing_is_told_to_others(desk, path, headers):
    def filled(value):
        return value and value.format(port=desk.port, key=desk.key)

    sent = {
        name: [*map(filled, value)] if isinstance(value, list) else filled(value)
        for name, value in headers.items()
    }
    status, answered, body = desk.ask('GET', path, **sent)
    assert status in (400, 403)
    assert '港'.encode() not in body and desk.key.encode() not in body
    assert 'set-cookie' not in answered and 'access-control-allow-origin' not in answered


@pytest.mark.parametrize(('method', 'path'), WRITES)
@pytest.mark.parametrize(
    'headers',
    [
        {'Origin': None},
        {'Origin': 'http://attacker.example'},
        {'Origin': 'null'},
        {'Origin': 'https://127.0.0.1:{port}'},
        {'Origin': 'http://127.0.0.1:{port}.attacker.example'},
        {'Host': 'attacker.example:{port}'},
        {'Cookie': None},
        {'Sec-Fetch-Site': 'same-site'},
    ],
    ids=str,
)
def test_another_site_changes_nothing(desk, place, method, path, headers):
    before = files_below(place)
    sent = {name: value and value.format(port=desk.port) for name, value in headers.items()}
    content = {'kind': 'drop', 'seed': 0, 'line': 3, 'name': 'x', 'text': 'x', 'digest': ''}
    status, _, _ = desk.ask(method, path, content, **sent)
    assert status == 403 and files_below(place) == before


def test_a_key_opens_the_page_alone(desk):
    status, headers, _ = desk.ask('GET', f'/?key={desk.key}', Cookie=None)
    assert status == 303 and headers['location'] == '/'
    cookie = headers['set-cookie']
    assert 'HttpOnly' in cookie and 'SameSite=strict' in cookie
    for path in (f'/state?key={desk.key}', f'/chapter?key={desk.key}', '/?key=', '/?key=guess'):
        assert desk.ask('GET', path, Cookie=None)[0] == 403
    assert desk.ask('POST', f'/undo?key={desk.key}', {}, Cookie=None)[0] == 403


@pytest.mark.parametrize('path', ['/', '/state', '/static/desk.css', '/nowhere', '/epub'])
def test_every_answer_says_what_may_be_done_with_it(desk, path):
    _, headers, _ = desk.ask('GET', path)
    policy = headers['content-security-policy']
    assert "default-src 'none'" in policy and 'frame-ancestors' in policy
    assert 'unsafe' not in policy and 'http' not in policy
    assert headers['x-content-type-options'] == 'nosniff'
    assert headers['cross-origin-resource-policy'] == 'same-origin'


def test_what_the_book_holds_runs_nowhere(desk):
    (page, *_) = desk.state()['pages']
    (document, *_) = desk.json('GET', '/epub')
    for path in (f'/pages/{page}.svg', f'/epub/{document}'):
        status, headers, body = desk.ask('GET', path)
        assert status == 200 and b'<script' not in body and b'onload' not in body
        assert 'sandbox' in headers['content-security-policy']
        assert 'script-src' not in headers['content-security-policy']
    documents = [desk.ask('GET', f'/epub/{name}')[2] for name in desk.json('GET', '/epub')]
    for each in map(etree.fromstring, documents):
        names = {etree.QName(node).localname for node in each.iter(etree.Element)}
        assert not names & {'script', 'base', 'iframe', 'object', 'form', 'textarea'}
        values = [value for node in each.iter(etree.Element) for value in node.values()]
        assert not any(value.strip().lower().startswith('javascript:') for value in values)
        assert not each.xpath('//@*[starts-with(local-name(), "on")]')


PATHS = [
    '../secret.md',
    '..%2fsecret.md',
    'chapters/../../secret.md',
    'chapters/../../../secret.md',
    '/etc/passwd',
    'chapters/01.md%00',
    '....//secret.md',
    'seeds/up/secret.md',
    'book.yaml',
    '.manuscript.json',
]


@pytest.mark.parametrize('path', PATHS)
def test_no_path_leads_out_of_the_book(desk, place, path):
    before = files_below(place.parent)
    for asked in (
        f'/chapter?name={path}',
        f'/static/{path}',
        f'/epub/{path}',
        f'/pages/{path}.svg',
        f'/{path}',
        f'/place?chapter={path}&line=0',
    ):
        status, _, body = desk.ask('GET', asked.replace(' ', '%20'))
        assert status in (404, 422), asked
        assert '秘密'.encode() not in body and b'root:' not in body
    for method, asked in (('PUT', '/chapter'), ('POST', '/draft')):
        content = {'name': path, 'text': '攻撃', 'digest': '', 'line': 0, 'column': 0}
        assert desk.ask(method, asked, content)[0] in (404, 422)
    assert files_below(place.parent) == before


@pytest.mark.parametrize(
    'content',
    [
        None,
        [],
        {},
        {'kind': 'nothing'},
        {'kind': 'keep'},
        {'kind': 'keep', 'seed': 'a', 'line': None},
        {'kind': 'keep', 'seed': -1, 'line': 1},
        {'kind': 'bounds', 'seed': 0, 'first': -5, 'last': 10**30},
        {'kind': 'replace', 'find': 5, 'by': []},
        {'kind': 'replace', 'find': '雨\nkeep: [x]', 'by': '雪'},
        {'kind': 'heading', 'seed': 0, 'line': 3, 'level': 99},
        {'kind': ['keep'], 'seed': 0, 'line': 3},
    ],
    ids=str,
)
def test_what_no_page_asks_changes_nothing(desk, place, content):
    before = files_below(place / 'book')
    for path in ('/decide', '/draft'):
        assert desk.ask('POST', path, content)[0] in (404, 422)
    assert desk.ask('PUT', '/chapter', content)[0] in (404, 422)
    assert files_below(place / 'book') == before
    assert desk.state()['fault'] == ''


def test_words_to_replace_cannot_become_keys(desk, place):
    find = "雨が'降: {x: y} # ["
    before = (place / 'book' / 'book.yaml').read_bytes()
    asked = {'kind': 'replace', 'find': find, 'by': '雪'}
    status, _, body = desk.ask('POST', '/decide', asked, Accept_Language='en')
    assert status == 422 and 'is in no line' in json.loads(body)['message']
    assert (place / 'book' / 'book.yaml').read_bytes() == before


def test_it_listens_on_this_machine_alone(desk):
    others = {
        each[4][0] for each in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
    } - {'127.0.0.1'}
    for host in others:
        with pytest.raises(OSError):
            socket.create_connection((host, desk.port), timeout=1)


def test_a_method_or_path_it_does_not_have_is_refused(desk):
    for method, path in (('DELETE', '/chapter'), ('POST', '/state'), ('GET', '/decide')):
        assert desk.ask(method, path)[0] in (404, 405)
    for method in ('TRACE', 'CONNECT', 'OPTIONS'):
        connection = http.client.HTTPConnection('127.0.0.1', desk.port, timeout=10)
        connection.request(method, '/', headers={'Host': desk.host})
        assert connection.getresponse().status >= 400
        connection.close()
