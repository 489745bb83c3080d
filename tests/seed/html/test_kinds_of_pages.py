"""Pages built as blogs, novel sites and newspapers are: all of their text, and nothing else."""

import pytest

from tategumi.seed.html import article_pieces

LINES = [
    '「もう来たのか」',
    '戸口に立った影は、笠を脱いで頭を下げた。雨の匂いがした。',
    '「道が崩れておりましたので、山を越えて参りました」',
    '祖母は何も言わず、囲炉裏に薪を一本足した。火が大きくなった。',
    '「そうか」',
    '夜が更けてから、客はようやく旅の話を始めた。長い話であった。',
    '峠の茶屋はもうない。川の渡しも、去年の水で流されたという。',
    '「それでも、人は通ります」',
]
TITLE = '雨の夜の客'
MENU = '<ul><li><a href="/">ホーム</a></li><li><a href="/about">この場所について</a></li></ul>'
PARAGRAPHS = ''.join(f'<p>{line}</p>\n' for line in LINES)
NUMBERED = ''.join(f'<p id="L{number}">{line}</p>\n' for number, line in enumerate(LINES, 1))
BROKEN = '<br />\n'.join(LINES)
RECENT = ''.join(f'<li><a href="/{n}">{n}の村の話をもう一度</a></li>' for n in '春夏秋冬')

KINDS = {
    'hosted blog, article and aside': f"""
<div id="blog-title"><h1 id="title"><a href="/">囲炉裏の話</a></h1></div>
<div id="content"><div id="wrapper"><div id="main">
<article class="entry hentry category-mukashi">
<header class="entry-header"><div class="date entry-date"><a href="/a"><time>2024-05-06</time>
</a></div>
<h1 class="entry-title"><a href="/e" class="entry-title-link">{TITLE}</a></h1></header>
<div class="entry-content">{PARAGRAPHS}</div>
<footer class="entry-footer"><span class="author">robata</span> <a href="/e#c">コメントを書く</a>
</footer>
</article><div class="pager"><a href="/n">次の記事</a></div></div></div>
<aside id="box2"><div class="module"><div class="module-title">最新記事</div><ul>{RECENT}</ul>
</div></aside></div>""",
    'hosted blog of breaks': f"""
<div id="container"><h1 class="blog-title"><a href="/">囲炉裏の話</a></h1>
<div class="article-outer hentry"><div class="article-header">
<h2 class="article-title entry-title">
<a href="/e">{TITLE}</a></h2></div><div class="article-body entry-content">
<div class="article-body-inner">{BROKEN}</div></div>
<div class="article-footer"><div class="article-social-btn">ツイート</div></div></div>
<div id="sidebar-right"><div class="sidetop">プロフィール</div>
<div class="sidebody">火の番をしています。
読んでくれてありがとう。</div></div></div>""",
    'novel site': f"""
<header class="l-header">{MENU}</header><main class="l-main"><article class="p-novel">
<div class="c-announce"><a href="/w">作者の別の作品</a></div>
<h1 class="p-novel__title p-novel__title--rensai">{TITLE}</h1>
<div class="p-novel__body"><div class="js-novel-text p-novel__text">{NUMBERED}</div></div>
</article><div class="c-pager"><a class="c-pager__item" href="/1">前へ</a>
<a class="c-pager__item" href="/3">次へ</a></div></main>
<footer class="l-footer">利用規約</footer>""",
    'novel site of widgets': f"""
<div id="globalHeader-logo">{MENU}</div><div id="contentMain"><div class="widget-episode">
<header class="widget-episode-header"><p class="widget-episodeTitle">{TITLE}</p></header>
<div class="widget-episode-inner">
<div class="widget-episodeBody js-episode-body">{NUMBERED}</div></div>
</div><div class="widget-social"><ul><li>共有する</li></ul></div></div>""",
    'notes of writers': f"""
<div id="__nuxt"><nav class="o-navbar">{MENU}</nav><main><article class="p-article">
<h1 class="o-noteContentHeader__title">{TITLE}</h1><div class="o-noteContentHeader__info">
<a href="/u">炉端</a> 2024年5月6日 21:03</div>
<div class="note-common-styles__textnote-body">{PARAGRAPHS}</div>
<div class="o-noteLikeV3"><button>12</button></div></article></main></div>""",
    'site of a theme with a box for the author': f"""
<div id="container" class="container has-sidebar"><header id="header">{MENU}</header>
<div id="content"><main id="main" class="main">
<article id="post-7" class="article post-7 post type-post
tag-related category-share"><header class="article-header"><h1 class="entry-title">{TITLE}</h1>
<div class="sns-share ss-top"><a href="/x">シェア</a></div></header>
<div class="entry-content cf">{PARAGRAPHS}</div>
<footer class="article-footer"><div class="author-box">
<p>この文を書いた人。山の家に住む。本を読む。</p></div>
</footer>
</article><div class="related-entries"><h2>関連記事</h2>
<a href="/r">谷の茶屋の話をする夜</a></div></main>
<div id="sidebar" class="sidebar"><aside class="widget"><h3>最近の投稿</h3><ul>{RECENT}</ul>
</aside></div>
</div></div>""",
    'page of tables': f"""
<table width="100%"><tr><td colspan="2"><font size="5">囲炉裏の話</font></td></tr>
<tr><td width="150" valign="top"><a href="/">表紙</a><br><a href="/b">掲示板</a><br>
<a href="/l">リンク集</a></td>
<td valign="top"><h2>{TITLE}</h2><font size="3">{BROKEN}</font></td></tr></table>""",
    'page by hand': f'<h1>{TITLE}</h1><hr>{BROKEN}<hr><a href="index.html">戻る</a>',
    'newspaper': f"""
<header>{MENU}</header><main><div class="title"><h1>{TITLE}</h1></div>
<ul class="article-tools"><li><button>印刷</button></li><li>2024/5/6 5:00</li></ul>
<div class="article-body">{PARAGRAPHS}</div>
<section class="most-read"><h2>アクセスランキング</h2><ol>{RECENT}</ol></section></main>
<footer><p>記事・写真の無断転載を禁じます。すべての権利は社にあります。</p></footer>""",
}


@pytest.mark.parametrize('kind', KINDS)
def test_the_text_of_a_page_is_all_its_lines_and_none_of_the_sites(kind):
    source = (
        f'<!DOCTYPE html><html lang="ja"><head><title>{TITLE} - 囲炉裏の話</title></head>'
        f'<body>{KINDS[kind]}</body></html>'
    )
    kept = [
        piece.markdown
        for piece, outside in article_pieces(source)
        if piece.plain and piece.markdown and not outside
    ]
    assert kept == [f'# {TITLE}', *LINES]
