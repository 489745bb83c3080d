"""All peers are given the same text."""

import json
import re
from pathlib import Path

from benchmarks.corpus import novel_of, paragraphs_of
from benchmarks.peers import PEERS

TEXT = """雨の本
ある作者

-------------------------------------------------------
【テキスト中に現れる記号について】

《》：ルビ
-------------------------------------------------------

［＃２字下げ］第一篇［＃「第一篇」は大見出し］

［＃７字下げ］一［＃「一」は中見出し］

　駅まで走《はし》った。Ａ＆B、C_D # と｜傘《かさ》［＃「傘」に傍点］。

［＃７字下げ］二［＃「二」は中見出し］

　［＃ここから２字下げ］雨は※［＃「木＋吶のつくり」、第3水準1-85-54］［＃「雨」はママ］やんだ。

底本：「雨の本」
"""


def said(novel):
    return [
        ''.join(text for text, _ in parts)
        for chapter in novel.chapters
        for parts in chapter.paragraphs
    ]


def test_chapters_are_named_after_their_part_and_hold_text_alone():
    novel = novel_of(TEXT, len(TEXT), ruby=True)
    assert (novel.title, novel.creator) == ('雨の本', 'ある作者')
    assert [chapter.title for chapter in novel.chapters] == ['第一篇　一', '第一篇　二']
    assert said(novel)[0] == '駅まで走った。Ａ＆B、C_D # と傘。'
    assert said(novel)[1] == '雨は枘やんだ。'
    assert novel.characters == sum(map(len, said(novel)))


def test_ruby_is_there_or_not_and_the_text_is_the_same():
    with_ruby, without = (novel_of(TEXT, len(TEXT), ruby) for ruby in (True, False))
    readings = [
        reading
        for chapter in with_ruby.chapters
        for parts in chapter.paragraphs
        for _, reading in parts
        if reading
    ]
    assert readings == ['はし', 'かさ']
    assert said(with_ruby) == said(without)
    assert not any(
        reading
        for chapter in without.chapters
        for parts in chapter.paragraphs
        for _, reading in parts
    )


def test_the_first_characters_end_with_a_whole_paragraph():
    assert len(said(novel_of(TEXT, 5, ruby=True))) == 1
    assert paragraphs_of(TEXT, 5) == ['駅まで走った。Ａ＆B、C_D # と傘。']


def test_every_peer_is_handed_every_character(tmp_path):
    novel = novel_of(TEXT, len(TEXT), ruby=True)
    for number, peer in enumerate(PEERS):
        folder = Path(tmp_path, str(number))
        folder.mkdir()
        peer.prepare(novel, folder)
        written = ''.join(
            path.read_text(encoding='utf-8')
            for path in sorted(folder.rglob('*'))
            if path.suffix in ('.html', '.md', '.tex', '.json')
        )
        if peer.name == 'jtypeset':
            written = json.dumps(json.loads(written), ensure_ascii=False)
        for word in ('第一篇', '駅まで', '走', 'はし', 'った。Ａ＆B、C', 'かさ', 'やんだ。'):
            assert word in written, (peer.name, word)
        assert re.search(r'C(\\?_|\\char95\{\})D', written), peer.name
