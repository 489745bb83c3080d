"""What scraped text is damaged with, and what becomes of each kind of damage."""

import pytest

from tategumi.cleaning import clean_seed, rewrite
from tategumi.cleaning.changes import changed
from tategumi.errors import BadInput
from tategumi.manuscript import compose
from tategumi.seed import seed_text
from tategumi.settings import Creator, Credit

PROSE = '港の灯は消えなかった。'


def clean(*paragraphs, name='seeds/a.txt', **options):
    return clean_seed(seed_text(name, '\n\n'.join(paragraphs)), **options)


def texts(article, kind='paragraph'):
    return [block.text for block in article.blocks if block.kind == kind]


def fate_of(record, text):
    return next(line for line in record.lines if line.text == text)


@pytest.mark.parametrize(
    'before, after',
    [
        ('DeepMind と OpenAI の両方', 'DeepMindとOpenAIの両方'),
        ('3 か月以上前の 6 月 14 日', '3か月以上前の6月14日'),
        ('Sam Altman との Space Invasion', 'Sam AltmanとのSpace Invasion'),
        ('エンジェル ラウンド投資家', 'エンジェルラウンド投資家'),
        ('モデル S の販売', 'モデルSの販売'),
        ('会った。 OpenAI は', '会った。OpenAIは'),
        ('信じていた。 . 各国の', '信じていた。各国の'),
        ('AGI (汎用人工知能) の', 'AGI（汎用人工知能）の'),
        ('彼は"正しい"と言う?', '彼は“正しい”と言う？'),
        ('(注:彼が作った会社)', '（注：彼が作った会社）'),
        ('なぜ? 彼は言った! そう', 'なぜ？　彼は言った！　そう'),
        ('サム・アルトマン(サム・アルトマン)と', 'サム・アルトマンと'),
        ('「野郎」(野郎)だと', '「野郎」だと'),
        ('「お前は種差別者だ(種差別者)」と', '「お前は種差別者だ」と'),
        ('** 大切だ。 **', '**大切だ。**'),
        ('A&amp;B の\u200b本', 'A&Bの本'),
        ('ｶﾞﾗｽの船', 'ガラスの船'),
    ],
)
def test_damage_is_mended(before, after):
    assert rewrite(before)[0] == after


@pytest.mark.parametrize(
    'text',
    [
        '5,000万ドル',
        '3.14',
        'I-JEPAと',
        'DALL-Eは',
        '10:30に',
        'Sam Altman',
        'Shivon Zilis（シヴォン・ジリス）氏',
        'AGI（汎用人工知能）',
        'なると、D. 中小企業は',
        '第一章　旅立ち',
        'He said "yes" (twice).',
        '彼は"正しいと言う',
        '片方(だけ',
        'https://example.com/?q=(a)',
        '記録.txtを',
        '[地図](地図.html)を',
        '`型(かた)`を',
    ],
)
def test_what_is_no_damage_stays(text):
    assert rewrite(text) == (text, ())


def test_changes_chain_from_the_line_to_what_is_kept():
    text, changes = rewrite('  彼は AGI (汎用) を信じた。 . 夜も。')
    assert text == '彼はAGI（汎用）を信じた。夜も。'
    assert changed('  彼は AGI (汎用) を信じた。 . 夜も。', changes) == text


def test_title_source_and_credits():
    article, record = clean(
        '港の自動化', '出典: 海の週報', '画像ソース: Example AI によって', PROSE
    )
    assert article.title == '港の自動化'
    assert article.source == '海の週報'
    assert article.credits == (
        Credit('出典', '海の週報'),
        Credit('画像ソース', 'Example AIによって'),
    )
    assert texts(article) == [PROSE]
    assert [(line.fate, line.field) for line in record.lines if line.text][:3] == [
        ('metadata', 'title'),
        ('metadata', 'source'),
        ('metadata', 'credits'),
    ]


@pytest.mark.parametrize('first', ['彼は港に立っていた。', '「おはよう」', '第一章'])
def test_a_first_line_that_is_no_title(first):
    article, _ = clean(first, PROSE)
    assert article.title == ''
    assert article.blocks[0].text == first


def test_a_title_stands_alone():
    article, _ = clean('港の自動化\n' + PROSE)
    assert article.title == '' and texts(article) == ['港の自動化', PROSE]


def test_a_source_named_amid_the_prose_is_prose():
    article, _ = clean(PROSE, '出典: 海の週報', PROSE)
    assert article.source == '' and '出典：海の週報' in texts(article)


def test_buttons_go_at_the_end():
    article, record = clean(PROSE, '原文表示\n  • 報酬\n  • コメント\nコメント\nコメントなし')
    assert texts(article) == [PROSE]
    dropped = [line.rule for line in record.lines if line.fate == 'dropped' and line.text]
    assert dropped == ['button-of-a-translator', *['below-the-text'] * 4]


def test_a_button_amid_the_prose_is_kept_and_pointed_at():
    article, record = clean(PROSE, 'コメント', PROSE, '共有\nコメントなし')
    assert texts(article) == [PROSE, 'コメント', PROSE]
    line = fate_of(record, 'コメント')
    assert line.fate == 'suspect'
    assert 'words-of-a-site' in {suspicion.rule for suspicion in line.suspicions}


def test_one_word_at_the_end_may_be_prose():
    article, record = clean(PROSE, '共有')
    assert texts(article) == [PROSE, '共有']
    assert fate_of(record, '共有').fate == 'suspect'


def test_menu_words_go_at_the_head_and_the_title_is_found_below():
    article, _ = clean('ホーム\n☰ メニュー', '港の自動化', 'ログイン\n新規登録', PROSE)
    assert article.title == '港の自動化' and texts(article) == [PROSE]


@pytest.mark.parametrize(
    'text', ['原文表示\n  • 報酬\nコメントなし', '共有', '出典: 海の週報\n\n共有\nコメント']
)
def test_a_seed_of_buttons_alone_is_refused(text):
    with pytest.raises(BadInput, match=r'seeds/a\.txt: holds no prose'):
        clean(text)


def test_a_single_line_is_prose_not_a_title():
    article, _ = clean('港の灯')
    assert article.title == '' and texts(article) == ['港の灯']


def test_numbered_lines_in_a_series_are_heads():
    article, _ = clean(PROSE, '01 Harbor の灯', PROSE, '02 「勝者」の夢、敗者の朝', PROSE)
    assert texts(article, 'head') == ['01　Harborの灯', '02　「勝者」の夢、敗者の朝']
    assert {block.level for block in article.blocks if block.kind == 'head'} == {1}


@pytest.mark.parametrize(
    'paragraphs',
    [
        (PROSE, '1 りんご\n2 みかん\n3 なし', PROSE),
        (PROSE, '07 ある日', PROSE),
        (PROSE, '1 人は去り、二人が残った。', PROSE, '2 人は待った。', PROSE),
    ],
)
def test_numbers_that_head_nothing(paragraphs):
    assert texts(clean(*paragraphs)[0], 'head') == []


def test_parts_chapters_and_sections():
    article, _ = clean('第一部　冬', '第一章　雪', PROSE, '第一節', PROSE, 'エピローグ', PROSE)
    heads = [(block.level, block.text) for block in article.blocks if block.kind == 'head']
    assert heads == [(1, '第一部　冬'), (2, '第一章　雪'), (3, '第一節'), (1, 'エピローグ')]


def test_captions():
    article, _ = clean(PROSE, '|港を出る (夜の) 船', PROSE)
    assert texts(article, 'caption') == ['港を出る（夜の）船']


def test_a_caption_that_notation_already_names_is_named_once():
    line = '扉には住民の名前が並ぶ＝2024年9月2日、灯浜町、灯野守撮影'
    article, _ = clean_seed(
        seed_text('seeds/a.md', f'# 本文\n\n{line}\n{{: .caption }}\n\n{PROSE}')
    )
    made = ''.join(chapter.text for chapter in compose([article]))
    assert made.count('{: .caption }') == 1


@pytest.mark.parametrize(
    'typed, caption',
    [
        ('図1 灯台', '図1　灯台'),
        ('\n図２：灯台と船', '図２　灯台と船'),
        ('写真：灯台', '写真：灯台'),
        ('*灯台*', '灯台'),
        ('Figure 3. The lamp', 'Figure 3. The lamp'),
        ('図1 灯台\n　灯りは消えなかったと、港では言われている。', '図1　灯台'),
        ('図1 灯台\n灯りは消えなかったと、港では言われている。', '図1　灯台'),
    ],
)
@pytest.mark.parametrize('picture', ['![](a.png)', '![灯](https://example.com/a.png)'])
def test_a_line_below_a_picture_that_reads_like_a_caption_is_one(picture, typed, caption):
    article, _ = clean_seed(seed_text('seeds/a.md', f'{PROSE}\n\n{picture}\n{typed}\n\n{PROSE}'))
    assert caption in texts(article, 'caption')
    assert texts(article)[0] == texts(article)[-1] == PROSE


@pytest.mark.parametrize(
    'typed',
    [
        '図1は灯台を示す。',
        '図1 は灯台を示す',
        '図1 灯台を示す。',
        '図1 灯台の下に立って海を見ていた人たちが\n夜になっても帰らなかった。',
        '写真：「灯台だ」と彼は言った。',
        '写真のような夕方の灯台',
        '夕方の灯台',
        '*灯台だ。*',
        '\n*灯台*',
        '*灯台*と船',
    ],
)
def test_prose_below_a_picture_is_no_caption(typed):
    seed = seed_text('seeds/a.md', f'{PROSE}\n\n![](a.png)\n{typed}\n\n{PROSE}')
    assert texts(clean_seed(seed)[0], 'caption') == []


def test_numbered_captions_are_no_heads():
    text = f'{PROSE}\n\n' + ''.join(
        f'![](a.png)\n\n図{number} 灯台\n\n{PROSE}\n\n' for number in (1, 2, 3)
    )
    article, _ = clean_seed(seed_text('seeds/a.md', text))
    assert texts(article, 'caption') == [f'図{number}　灯台' for number in (1, 2, 3)]
    assert texts(article, 'head') == []


def test_captions_dropped_on_request_are_recorded():
    article, record = clean(PROSE, '|港を出る船', PROSE, keep_captions=False)
    assert texts(article, 'caption') == []
    line = fate_of(record, '|港を出る船')
    assert (line.fate, line.rule) == ('dropped', 'caption-dropped-by-book-yaml') and line.why


@pytest.mark.parametrize(
    'text, rule, found',
    [
        ('彼は「春と言った。', 'unpaired-mark', '「'),
        ('待たなかった。」', 'unpaired-mark', '」'),
        ('彼は"正しいと言う。', 'unpaired-mark', '"'),
        ('注文を取り消すので、', 'no-sentence-end', '取り消すので、'),
        ('なると、D. 中小企業は直面した。', 'lone-letter', 'D.'),
        ('見\ufffdる。', 'lost-character', '\ufffd'),
        ('改行<br>する。', 'html-remnant', '<br>'),
    ],
)
def test_damage_only_an_editor_can_judge_is_kept_and_listed(text, rule, found):
    article, record = clean(PROSE, text, PROSE)
    assert texts(article)[1] == text
    line = fate_of(record, text)
    assert line.fate == 'suspect'
    assert [s.rule for s in line.suspicions] == [rule]
    assert found in line.suspicions[0].found


def test_sound_prose_is_not_suspected():
    _, record = clean(
        PROSE,
        '「行くのか」',
        '（そうだ）',
        '……',
        '彼は「『春』と」言った――',
        'He went.',
        'どうして？',
        '1) 春を待つ。',
        '**大切だ。**',
    )
    assert not any(line.suspicions for line in record.lines)


def test_marks_below_a_paragraph_are_no_text_to_look_at():
    text = (
        f'# 帆\n{{: .part }}\n\n{PROSE}\n\n瀬戸　しのぶ\n{{: .line-end-2 }}\n\n'
        f'港の船\n{{: .caption }}\n\n彼は「春と言った。\n{{: .indent-2 }}\n'
    )
    _, record = clean_seed(seed_text('seeds/a.md', text))
    [line] = [line for line in record.lines if line.suspicions]
    assert line.text == '彼は「春と言った。'
    assert [each.rule for each in line.suspicions] == ['unpaired-mark']


def test_a_name_spelt_two_ways_is_pointed_at():
    _, record = clean(
        'イリヤ・サスケヴァーが来た。',
        'サトスケビア氏は迷った。サトスケビア氏は去った。',
        'ノセック氏とノセック氏。',
        'ノセク氏は笑った。',
    )
    pointed = [line.text for line in record.lines if line.suspicions]
    assert pointed == ['イリヤ・サスケヴァーが来た。', 'ノセク氏は笑った。']


def test_names_that_only_resemble_each_other_are_two():
    _, record = clean(
        'ペトローヴナさんとペトローヴィッチさん。',
        'ジョンソンさん、ジョーンズさん。',
        'マルメラードフ氏とマルメラードヴァ夫人。',
    )
    assert not any(line.suspicions for line in record.lines)


def test_a_byte_order_mark_is_no_part_of_the_title():
    article, record = clean('\ufeff港の灯', PROSE)
    assert article.title == '港の灯'
    assert record.lines[0].text == '\ufeff港の灯'


def test_scene_breaks():
    article, _ = clean(PROSE, '　　＊　＊　＊', PROSE)
    assert texts(article, 'scene-break') == ['* * *']


def test_a_line_of_nothing_visible_is_a_blank_line():
    article, record = clean(PROSE, '\x01\u2060', PROSE)
    assert len(article.blocks) == 2
    line = fate_of(record, '\x01\u2060')
    assert line.fate == 'dropped' and line.rule == 'blank-line' and line.why


def test_invisible_characters_hide_no_button():
    article, _ = clean('港の灯', '', PROSE, '', 'コメ\u2060ント', '\u200e共有', '\u200f')
    assert texts(article) == [PROSE]


def test_what_no_book_may_hold_is_taken_out_of_code_too():
    article, record = clean_seed(seed_text('seeds/a.md', '港`a\x1fb`。\n\n```\nx\x1fy\n```\n'))
    assert [block.text for block in article.blocks] == ['港`ab`。', '```\nxy\n```']
    assert [line.fate for line in record.lines] == [
        'changed',
        'dropped',
        'kept',
        'changed',
        'kept',
    ]


def test_code_and_lists_of_markdown_stay_as_they_are():
    text = (
        '# 港の手帖\n\n序文です。\n続きます。\n\n- `a (b)` と 書く\n  - 中の項\n\n'
        '```\nx = "(y)" ;\n\nz\n```\n'
    )
    article, _ = clean_seed(seed_text('seeds/a.md', text))
    assert article.title == '港の手帖'
    assert [(block.kind, block.text) for block in article.blocks] == [
        ('paragraph', '序文です。\n続きます。'),
        ('notation', '- `a (b)`と書く\n  - 中の項'),
        ('notation', '```\nx = "(y)" ;\n\nz\n```'),
    ]


@pytest.mark.parametrize(
    'label, name, role',
    [
        ('作者：', '蒼井そら', 'aut'),
        ('文＝', '山田太郎', 'aut'),
        ('翻訳: ', '佐藤花子', 'trl'),
        ('編者：', '鈴木次郎', 'edt'),
        ('Translator: ', 'Ann Lee', 'trl'),
    ],
)
def test_who_made_the_text_is_a_creator_of_the_book(label, name, role):
    article, _ = clean('題名：港の灯', f'{label}{name}', PROSE, PROSE)
    assert (article.title, article.creators) == ('港の灯', (Creator(name, role),))
    assert texts(article) == [PROSE, PROSE]


def test_the_underline_of_a_head_is_named_for_what_it_is():
    article, record = clean('夜の節\n---', PROSE, '朝の節\n---', PROSE, name='seeds/a.md')
    assert texts(article, 'head') == ['夜の節', '朝の節']
    assert fate_of(record, '---').rule == 'underline-of-a-head'
    assert fate_of(record, '夜の節').changes[0].rule == 'underlined-head'


@pytest.mark.parametrize(
    'line',
    [
        '[灯](https://example.com/ "港の灯")を見た。',
        '[灯](https://example.com/ \'港の灯\')と[二](#夜 "夜の節")を見た。',
        '[灯](https://example.com/wiki/灯_(港))を見た。',
        '[灯]: https://example.com/ "港の灯"',
        '[灯の名]: <https://example.com/灯(港)> "灯"',
    ],
)
def test_the_title_of_a_link_is_none_of_the_text(line):
    article, _ = clean(PROSE, line, name='seeds/a.md')
    assert texts(article)[-1] == line or line in texts(article, 'notation')


def test_a_link_that_leads_nowhere_goes_with_its_title():
    article, _ = clean(PROSE, '[灯](b.html "港")を"見た"。', name='seeds/a.md')
    assert texts(article)[-1] == '灯を“見た”。'
