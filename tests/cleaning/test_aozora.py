"""A text in 青空文庫 notation: nothing of the notation is left, nothing of the text is lost."""

from hypothesis import given
from hypothesis import strategies as st

from tategumi.cleaning import clean_seed
from tategumi.seed import seed_text
from tategumi.settings import Creator, Credit

RULE = '-' * 55
TEXT = f'''港の灯
ジョン・スミス
山田太郎訳

{RULE}
【テキスト中に現れる記号について】

《》：ルビ
（例）港《みなと》
{RULE}

［＃２字下げ］第一篇［＃「第一篇」は大見出し］

［＃７字下げ］一［＃「一」は中見出し］

　港《みなと》の灯は〔cafe'〕から※［＃「目＋爭」、第3水準1-88-85］えた（［＃割り注］注［＃割り注終わり］）。
　湊［＃「湊」は底本では「奏」］の端［＃「端」に傍点］。

［＃改ページ］
［＃ここから２字下げ］
手紙の文。
［＃ここで字下げ終わり］
［＃地から２字上げ］著者。
［＃地付き］山田。

底本：「港の灯」海文庫、海書房
　　　1954（昭和29）年9月30日発行
※誤植をあらためました。
入力：佐藤花子
2001年3月4日作成
青空文庫作成ファイル：
このファイルは、青空文庫で作られました。
'''


def clean(text):
    return clean_seed(seed_text('seeds/a.txt', text))


def test_heads_text_and_indented_lines():
    article, _ = clean(TEXT)
    assert [(block.kind, block.level, block.text) for block in article.blocks] == [
        ('head', 1, '第一篇'), ('head', 2, '一'),
        ('paragraph', 0, '港《みなと》の灯はcaféから睜えた（［＃割り注］注［＃割り注終わり］）。'),
        ('paragraph', 0, '湊の端［＃「端」に傍点］。'),
        ('quotation', 0, '手紙の文。'), ('line-end', 2, '著者。'), ('line-end', 0, '山田。')]


def test_title_creators_and_colophon():
    article, _ = clean(TEXT)
    assert article.title == '港の灯'
    assert article.creators == (Creator('ジョン・スミス'), Creator('山田太郎', 'trl'))
    assert article.source == '「港の灯」海文庫、海書房'
    assert article.credits == (
        Credit('底本', '「港の灯」海文庫、海書房、1954（昭和29）年9月30日発行'),
        Credit('入力', '佐藤花子'), Credit('作成', '2001年3月4日'),
        Credit('青空文庫', 'このファイルは、青空文庫で作られました。'))


def test_the_record_gives_back_the_file_and_suspects_nothing():
    _, record = clean(TEXT)
    assert ''.join(line.text + line.end for line in record.lines) == TEXT
    assert not any(line.suspicions for line in record.lines)


def test_a_note_without_a_form_in_the_manuscript_is_kept_and_pointed_at():
    article, record = clean(TEXT.replace('手紙の文。', '港［＃「港」の左に「みなと」のルビ］。'))
    assert '港［＃「港」の左に「みなと」のルビ］。' in [block.text for block in article.blocks]
    assert [suspicion.rule for line in record.lines for suspicion in line.suspicions] == [
        'aozora-note']


def test_an_excerpt_without_title_and_colophon():
    article, _ = clean('「おい」\n「何だ」\n\n［＃「何」に傍点］')
    assert article.title == ''
    assert [block.text for block in article.blocks][:2] == ['「おい」', '「何だ」']


@given(st.integers(0, 31), st.text('あ漢カA「」、', min_size=1, max_size=20))
def test_prose_put_in_anywhere_below_the_legend_stays(place, prose):
    prose = f'港{prose}。'
    lines = TEXT.split('\n')
    place = max(place, 11)
    lines[place:place] = [prose]
    article, _ = clean('\n'.join(lines))
    where = [block.text for block in article.blocks] + [c.text for c in article.credits]
    assert any(prose in text for text in where)
