"""A book on the desk, and a desk that runs in a process of its own."""

import http.client
import json
import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

PROJECT = Path(__file__).parents[2]

#: Lines of a site around a text with two heads, a bracket without its partner and a doubled word.
SEED = """ログイン
会員登録
港の便り
人気の記事

01　夜の港

雨が降っていた。傘を持たずに出たので、港まで走った。

灯台の灯は「まだ遠い。船は動かない。

02　朝の市

市場では魚を売る声がした。朝早くから人が多い。

老人は黙って網を直していた。

関連記事
この記事をシェアする
お問い合わせ
"""


def make_book(root, seed=SEED, **settings):
    (root / 'seeds').mkdir(parents=True)
    (root / 'seeds' / 'a.txt').write_text(seed, encoding='utf-8')
    return root


@pytest.fixture
def root(tmp_path):
    return make_book(tmp_path / 'book')


class RunningDesk:
    """A desk at work: its address, and requests to it as the page sends them."""

    def __init__(self, process, url):
        self.process, self.url = process, url
        self.port = urlsplit(url).port
        self.key = parse_qs(urlsplit(url).query)['key'][0]
        self.host = f'127.0.0.1:{self.port}'
        self.cookie = f'desk-{self.port}={self.key}'

    def ask(self, method, path, content=None, **headers):
        """``(status, headers, body)``; a header of ``None`` is not sent."""
        usual = {'Host': self.host, 'Cookie': self.cookie}
        if method != 'GET':
            usual |= {'Origin': f'http://{self.host}', 'Content-Type': 'application/json'}
        sent = usual | {name.replace('_', '-'): value for name, value in headers.items()}
        connection = http.client.HTTPConnection('127.0.0.1', self.port, timeout=60)
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        body = b'' if content is None else json.dumps(content).encode()
        for name, value in sent.items():
            for each in value if isinstance(value, list) else [value]:
                if each is not None:
                    connection.putheader(name, each)
        if method != 'GET':
            connection.putheader('Content-Length', str(len(body)))
        connection.endheaders(body)
        answer = connection.getresponse()
        try:
            return answer.status, answer.headers, answer.read()
        finally:
            connection.close()

    def json(self, method, path, content=None):
        status, _, body = self.ask(method, path, content)
        assert status == 200, body
        return json.loads(body)

    def state(self):
        """The state of the book, once it is open and set."""
        while True:
            state = self.json('GET', '/state')
            if not state.get('opening'):
                return state


@contextmanager
def running(root, *options, program=('-m', 'tategumi'), with_browser=False):
    """A ``RunningDesk`` of the book in ``root``."""
    process = subprocess.Popen(
        [
            *(sys.executable, *program, 'desk', '--root', root, *options),
            *([] if with_browser else ['--no-browser']),
        ],
        cwd=PROJECT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding='utf-8',
        env={**os.environ, 'PYTHONPATH': str(PROJECT)},
    )
    try:
        url = process.stdout.readline().strip()
        assert url.startswith('http://127.0.0.1:'), process.stderr.read()
        yield RunningDesk(process, url)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
        process.communicate(timeout=60)
