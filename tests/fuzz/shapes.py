"""Texts of a shape that is known to take programs long, of any size.

``SHAPES`` has for each name the file's name and a function: a size to a text that has so many of
what is told, about eight bytes each.
"""

_SOUNDS = 'カサタナハマヤラワ'


def _name(number):
    return 'ア' + ''.join(_SOUNDS[number // 9**place % 9] for place in range(4))


#: One long line, or many short ones.
_PLAIN = {
    'one line': lambda n: '港の灯は消えた。' * n,
    'one word': lambda n: 'abcdefgh' * n,
    'space alone': lambda n: ' ' * 8 * n + 'x',
    'spaced letters': lambda n: 'あ b ' * 2 * n,
    'blank lines': lambda n: '港。' + '\n' * 8 * n + '港。',
    'carriage returns': lambda n: '港。' + '\r' * 8 * n + '港。',
    'short lines': lambda n: '港の灯\n' * 2 * n,
    'heads': lambda n: ''.join(f'第{i}章　港\n\n灯は消えた。\n\n' for i in range(n // 2)),
    'quotations in one another': lambda n: '「' * 4 * n + '」' * 4 * n,
    'brackets in one another': lambda n: '(' * 4 * n + ')' * 4 * n,
    'brackets never closed': lambda n: '「' * 8 * n,
    'brackets': lambda n: '(港)' * 3 * n,
    'straight quotes': lambda n: '"' * 8 * n,
    'glosses': lambda n: '野郎（野郎）' * n,
    'code': lambda n: '`a`' * 3 * n,
    'addresses': lambda n: 'https://a.example/ ' * (n // 2),
    'stars': lambda n: '*' * 8 * n,
    'broken emphasis': lambda n: '** a ** ' * n,
    'references': lambda n: '&amp;' * 2 * n,
    'references in references': lambda n: '&' + 'amp;' * 2 * n,
    'combining marks': lambda n: 'か' + '\u0301' * 8 * n,
    'voicing marks': lambda n: 'か\u3099' * 4 * n,
    'right to left': lambda n: '\u202e港\u202c。\u200f' * 2 * n,
    'mojibake': lambda n: '貂ｯ縺ｮ轣ｯ縺ｯ' * n,
    'Western mojibake': lambda n: 'Ã©Ã ' * n,
    'half-width kana': lambda n: 'ｶﾞﾗｽ' * 2 * n,
    'names': lambda n: ''.join(f'{_name(number)}氏は。\n' for number in range(n)),
    'buttons': lambda n: 'コメント\n' * 2 * n + '港の灯は消えた。',
    'buttons and prose': lambda n: '港。\n' + 'コメント\n共有\n港の灯は消えた。\n' * (n // 2),
    'related articles': lambda n: '港の灯は消えた。\n' + '関連記事\n港\n\n' * (n // 2),
    'posts': lambda n: '港の灯は消えた。\nシェア\n名前\n2024/01/01 12:00\n返信\n' * (n // 4),
    'menus': lambda n: 'ログイン\n検索\n港の灯と夜\n' * (n // 2) + '港の灯は消えた。',
    'bars of words': lambda n: 'ホーム | ログイン | 検索\n' * (n // 2) + '港の灯は消えた。',
    'words side by side': lambda n: 'あ い う え お\n' * n + '港の灯は消えた。',
    'contents': lambda n: '港。\n' + '目次\n1. 港の灯\n2. 夜の船\n' * (n // 2) + '港。',
    'boxes': lambda n: '港。\n' + 'この記事を書いた人\n港の町の生まれ。\n' * (n // 3) + '港。',
    'pages': lambda n: ''.join(f'港の灯が長く長く消えた\n港\n{i}\n' for i in range(n // 2)),
    'wrapped lines': lambda n: '港の灯は消えた船は沖へ出た港の灯は消えた船は沖へ出た\n' * (n // 4),
    'line breaks': lambda n: '港<br>' * 2 * n,
    'a line break and space': lambda n: '港<br>' + ' ' * 8 * n + 'x',
    'dialogue': lambda n: '「港」\n' * 3 + '「港」' * 2 * n,
}
_AOZORA = {
    'ruby and bouten': lambda n: '港《みなと》の灯［＃「灯」に傍点］' * (n // 2),
    'notes never closed': lambda n: '［＃' * 4 * n,
    'readings never closed': lambda n: '《' * 8 * n,
    'marks of a base': lambda n: '｜' * 8 * n,
    'indents': lambda n: '［＃ここから２字下げ］\n' * n,
    'accents never closed': lambda n: "〔e'" * 2 * n,
    'a long target': lambda n: '港' * 4 * n + '［＃「' + '港' * n + '」に傍点］',
    'notes': lambda n: '［＃「港」に傍点］' * n,
}
_BBCODE = {
    'bold': lambda n: '[b]港[/b]' * n,
    'bold in bold': lambda n: '[b]' * n + '港' + '[/b]' * n,
    'links in links': lambda n: '[url]' * n + '港' + '[/url]' * n,
    'tags never closed': lambda n: '[b]' * 2 * n,
    'quotations': lambda n: '[quote]\n港の灯。\n[/quote]\n' * (n // 2),
    'a head never closed': lambda n: '[chapter:' + ' ' * 8 * n,
    'ruby never closed': lambda n: '[[rb:' + ' ' * 4 * n + '>' + ' ' * 4 * n,
}
_MARKDOWN = {
    'one line': lambda n: '港の灯は消えた。' * n,
    'paragraphs': lambda n: '港の灯。\n\n' * n,
    'one paragraph of lines': lambda n: '港の灯は\n' * n,
    'items': lambda n: '- 港の灯\n' * n,
    'items in items': lambda n: ''.join('    ' * (i % 20) + '- 港\n' for i in range(n)),
    'quotations in one another': lambda n: '港。\n\n' + '> ' * 4 * n + '港',
    'lists in one another': lambda n: '港。\n\n' + '- ' * 4 * n + '港',
    'quotations': lambda n: '> 港\n>\n' * n,
    'stars': lambda n: '港' + '*' * 8 * n,
    'emphasis': lambda n: '**港** ' * n,
    'emphasis never closed': lambda n: '*港 ' * 2 * n,
    'strong never closed': lambda n: '**港 ' * 2 * n,
    'both never closed': lambda n: '***港 ' * 2 * n,
    'underscores': lambda n: '_港 ' * 2 * n,
    'brackets': lambda n: '[' * 8 * n,
    'links never closed': lambda n: '[a](' * 2 * n,
    'links': lambda n: '[a](http://a.example) ' * (n // 2),
    'pictures never closed': lambda n: '![' * 4 * n,
    'spans never closed': lambda n: '[港]{.small ' * n,
    'backticks': lambda n: '`' * 8 * n,
    'more and more backticks': lambda n: ' '.join('`' * i for i in range(1, int((16 * n) ** 0.5))),
    'a table': lambda n: '|a|b|\n|-|-|\n' + '|港|灯|\n' * n,
    'a wide table': lambda n: '|' + 'a|' * n + '\n|' + '-|' * n + '\n|' + '港|' * n + '\n',
    'notes': lambda n: ''.join(f'港[^{i}]\n\n[^{i}]: 灯\n\n' for i in range(n // 4)),
    'bouten never closed': lambda n: '《《港' * n,
    'openings of bouten': lambda n: '《《' * 4 * n,
    'ruby': lambda n: '{港|みなと}' * n,
    'ruby never closed': lambda n: '{a|' * 3 * n,
    'tate-chu-yoko': lambda n: '^12^' * 2 * n,
    'escapes': lambda n: '\\' * 8 * n,
    'heads': lambda n: '## 港\n\n灯。\n\n' * (n // 2),
    'hashes': lambda n: '#' * 8 * n,
    'fences': lambda n: '```\n港\n```\n' * (n // 2),
    'comments never closed': lambda n: '<!--' * 2 * n,
    'tags': lambda n: '<div>' * 2 * n,
    'addresses never closed': lambda n: '<http://a' * n,
    'attributes never closed': lambda n: '{: ' * 3 * n,
    'captions': lambda n: '港\n{: .caption }\n\n' * (n // 2),
    'Latin and figures': lambda n: 'abc def 2015 ' * n,
    'a figure': lambda n: '1' * 8 * n,
    'front matter': lambda n: '---\n' + 'a: b\n' * n + '---\n港。',
}
_HTML = {
    'paragraphs': lambda n: '<p>港の灯は消えた。</p>' * n,
    'text': lambda n: '<p>' + '港の灯は消えた。' * n,
    'blocks in blocks': lambda n: '<div>' * n + '港の灯は消えた。',
    'bold in bold': lambda n: '<p>' + '<b>' * n + '港の灯は消えた。',
    'bold': lambda n: '<p>' + '<b>港</b>' * n,
    'lists in lists': lambda n: '<ul><li>港' * n,
    'a table': lambda n: '<table>' + '<tr><td>港<td>灯' * (n // 2) + '</table>',
    'tables in tables': lambda n: '<table><tr><td>' * (n // 2) + '港',
    'ruby': lambda n: '<p>' + '<ruby>漢<rt>かん</rt></ruby>' * (n // 2),
    'ruby never closed': lambda n: '<p>' + '<ruby>漢<rt>かん' * (n // 2),
    'attributes': lambda n: '<p ' + 'a=b ' * n + '>港の灯は消えた。',
    'quotes in a tag': lambda n: '<p ' + '"' * n + '>港の灯は消えた。',
    'brackets': lambda n: '港の灯は消えた。' + '<' * 8 * n,
    'tags never closed': lambda n: '港の灯は消えた。' + '<a' * 4 * n,
    'comments never closed': lambda n: '<p>港の灯は消えた。' + '<!--' * 2 * n,
    'scripts never closed': lambda n: '<p>港の灯は消えた。' + '<script>' * n,
    'silence never broken': lambda n: '<p>港。' + '<svg><style><object><math>' * (n // 4),
    'references': lambda n: '<p>' + '&amp;' * 2 * n,
    'breaks': lambda n: '<p>' + '港<br>' * n,
    'code': lambda n: '<pre>' + '港\n' * n,
    'spans': lambda n: '<p>' + '<span>港' * n,
    'heads': lambda n: '<h2>港</h2><p>港の灯は消えた。' * (n // 2),
    'a long title': lambda n: '<title>' + '港 - ' * n + '</title><h1>港</h1><p>灯は消えた。',
}


def _as_aozora(shape):
    return lambda n: '港《みなと》\n' + shape(n)


def _as_bbcode(shape):
    return lambda n: '[i]港[/i]の灯。\n' + shape(n)


SHAPES = {
    **{f'text: {name}': ('a.txt', shape) for name, shape in _PLAIN.items()},
    **{f'青空文庫: {name}': ('a.txt', _as_aozora(shape)) for name, shape in _AOZORA.items()},
    **{f'BBCode: {name}': ('a.txt', _as_bbcode(shape)) for name, shape in _BBCODE.items()},
    **{f'Markdown: {name}': ('a.md', shape) for name, shape in _MARKDOWN.items()},
    **{f'HTML: {name}': ('a.html', shape) for name, shape in _HTML.items()},
}
