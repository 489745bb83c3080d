"""Sheets of a book's own that ask for more than there is, or that WeasyPrint breaks on."""

from pathlib import Path

_PRESS = Path(__file__).parents[2]

#: What such a sheet says after what the press's own says.
SHEETS = {
    'odd-1': '*{display:flex;position:running(a)}',
    'odd-2': 'section{writing-mode:vertical-rl;transform:rotate(45deg)}',
    'odd-3': 'p{page:' + 'a' * 3000 + '}',
    'odd-4': '@page{@footnote{display:none}} aside{float:footnote;footnote-display:inline}',
    'odd-5': 'li::marker{content:none} li{list-style:inside url(x)}',
    'odd-6': '*{all:unset}',
    'odd-7': '@page{size:0.1mm 10000mm}',
    'odd-8': (
        'p{break-before:always;break-after:column;page-break-inside:avoid;orphans:99;widows:99}'
    ),
    'odd-9': 'table{table-layout:fixed;width:0.0001px} td{width:1000%}',
    'odd-10': 'td{display:table-caption} tr{display:table-column}',
    'odd-11': 'body{overflow:hidden;height:1px} section{height:1px;overflow:hidden}',
    'odd-12': '*{clip:rect(0,0,0,0);overflow:hidden}',
    'odd-13': (
        '*::before{content:counters(list-item,".") attr(class) string(x)}'
        ' *{counter-increment:list-item 99999}'
    ),
    'odd-14': '*{footnote-policy:block;float:footnote;footnote-display:compact}',
    'odd-15': 'p{hyphenate-limit-chars:1 1 1;hyphens:auto;line-break:anywhere} p{width:1px}',
    'odd-16': '@media (min-width:calc(1px*1e9)){p{color:red}}',
    'odd-17': '*{line-height:99999}',
    'odd-18': '*{font-size:99999px}',
    'odd-19': 'p{margin-top:-99999px}',
    'odd-20': 'section{columns:20;column-gap:90000px}',
    'odd-21': 'p{border:1px solid;border-radius:99999px}',
    'odd-22': '*{background:radial-gradient(red,blue)}',
    'odd-23': 'p{box-shadow:0 0 9999px red;filter:blur(9999px)}',
    'odd-24': '*{mask:linear-gradient(red,blue);mix-blend-mode:multiply}',
    'double': ':root{--a0:x;'
    + ''.join(f'--a{i + 1}:var(--a{i}) var(--a{i});' for i in range(40))
    + '} p{content:var(--a40);font-family:var(--a40)}',
    'double-page': '@page{--a0:x;'
    + ''.join(f'--a{i + 1}:var(--a{i}) var(--a{i});' for i in range(40))
    + 'font-family:var(--a40)}',
    'fallback': 'p{font-family:' + 'var(--x, ' * 500 + 'serif' + ')' * 500 + '}',
    'cycle': ':root{--a:var(--b);--b:var(--a)} p{font-family:var(--a)}',
    'selfcycle': ':root{--a:var(--a) var(--a)} p{font-family:var(--a)}',
    'after200k': 'p::after{content:"' + '港' * 200000 + '"}',
    'after-many': '*::after{content:"' + '港' * 900 + '"} *::before{content:"' + '港' * 900 + '"}',
    'pfdg': 'p{position:fixed;float:left;display:grid}',
    'displaynone': 'html{display:none}',
    'bodynone': 'body{display:none}',
    'allnone': '*{display:none}',
    'columns': 'section{columns:1000000}',
    'columns2': '*{column-count:99999999}',
    'colwidth': 'section{column-width:0.0001px}',
    'calc': 'p{margin-left:' + 'calc(' * 3000 + '1px' + ')' * 3000 + '}',
    'blocks': '{' * 20000,
    'parens': 'p{margin:' + '(' * 20000,
    'selnest': ':not(' * 3000 + 'p' + ')' * 3000 + '{color:red}',
    'selis': ':is(' * 900 + 'p' + ')' * 900 + '{color:red}',
    'selhas': '*:has(* * * * * * *){color:red}',
    'sellong': ' '.join(['*'] * 5000) + '{color:red}',
    'selmany': ','.join(f'.a{i}' for i in range(100000)) + '{color:red}',
    'nestrules': 'p{' * 2000 + 'color:red' + '}' * 2000,
    'nestand': 'p,p{' + '&,&{' * 20 + 'color:red' + '}' * 21,
    'counter': (
        '@counter-style a{system:symbolic;symbols:"*"} p{counter-reset:x 2000000000}'
        ' p::after{content:counter(x,a)}'
    ),
    'counter2': (
        '@counter-style a{system:symbolic;symbols:"*"} li{list-style-type:a;'
        'counter-set:list-item 300000000}'
    ),
    'pad': (
        '@counter-style a{system:numeric;symbols:"0" "1";pad:100000000 "0"}'
        ' p::after{content:counter(page,a)}'
    ),
    'extends': (
        '@counter-style a{system:extends b} @counter-style b{system:extends a}'
        ' p::after{content:counter(page,a)}'
    ),
    'fallbackcs': (
        '@counter-style a{system:fixed;symbols:"0";fallback:b}'
        ' @counter-style b{system:fixed;symbols:"0";fallback:a}'
        ' p::after{content:counter(page,a)}'
    ),
    'fontbig': 'p{font-size:1e9px}',
    'fonthuge': 'p{font-size:1e300px}',
    'fontzero': 'p{font-size:0}',
    'fontneg': 'p{font-size:-1px}',
    'lh0': 'html{line-height:0}',
    'lhbig': 'html{line-height:1e9}',
    'width0': 'p{width:0}',
    'widthneg': 'p{margin-right:100000px}',
    'height': 'p{height:1e9px}',
    'padding': 'p{padding-top:1e9px}',
    'margin': 'p{margin-top:1e30px}',
    'pagesize': '@page{size:1px 1px;margin:0;width:auto;height:auto}',
    'pagesize0': '@page{size:0 0}',
    'pagebig': '@page{size:1e9mm 1e9mm}',
    'pagemargin': '@page{margin:1e5px}',
    'dotted': 'p{border:0.001px dotted red}',
    'dotted2': 'section{border:0.01pt dashed red;outline:0.01pt dotted blue}',
    'gradient': 'p{background:repeating-linear-gradient(red 0,blue 0.00001px)}',
    'gradient2': 'section{background:linear-gradient(' + ','.join(['red', 'blue'] * 50000) + ')}',
    'radial': 'p{background:repeating-radial-gradient(red 0,blue 0.000001px)}',
    'infinity': 'p{width:calc(infinity * 1px);margin:calc(1px/0)}',
    'nan': 'p{width:calc(NaN * 1px)}',
    'orphans': 'p{orphans:100000000;widows:100000000}',
    'breakall': '*{break-inside:avoid;break-before:avoid;break-after:avoid}',
    'breakpage': '*{break-before:page;break-after:right}',
    'breakspan': 'span,em,ruby{display:block;break-before:right}',
    'named': 'p{page:a} p+p{page:b} @page a{size:10mm} @page b{size:9mm}',
    'fixedhuge': '*{position:fixed}',
    'running': 'p{position:running(x)} @page{@top-left{content:element(x)}}',
    'runningself': '*{position:running(x)} @page{@top-left{content:element(x)}}',
    'footnote': '*{float:footnote}',
    'footnote-p': 'p{float:footnote}',
    'flex': '*{display:flex}',
    'grid': '*{display:grid}',
    'gridbig': 'section{display:grid;grid-template-columns:repeat(1000000,1px)}',
    'gridline': 'p{grid-column:99999999} section{display:grid}',
    'gridspan': 'p{grid-row:span 10000000} section{display:grid}',
    'table': '*{display:table}',
    'tablecell': '*{display:table-cell}',
    'inline': '*{display:inline}',
    'iblock': '*{display:inline-block}',
    'contents': '*{display:contents}',
    'listitem': '*{display:list-item}',
    'ruby': '*{display:ruby}',
    'inlineflex': '*{display:inline-flex}',
    'inlinetable': '*{display:inline-table}',
    'floatall': '*{float:left}',
    'floatdisp': '*{float:right;clear:both}',
    'absolute': '*{position:absolute;width:100%;height:100%}',
    'relative': '*{position:relative;top:-1e9px}',
    'transform': '*{transform:scale(1e300) rotate(1e300deg)}',
    'transform0': '*{transform:scale(0)}',
    'opacity': '*{opacity:0.5}',
    'letter': '*{letter-spacing:-100em}',
    'letterbig': '*{letter-spacing:1e9em}',
    'word': '*{word-spacing:1e9em}',
    'indent': 'p{text-indent:1e9px}',
    'indentneg': 'p{text-indent:-1e9px}',
    'tab': 'p{tab-size:1e9;white-space:pre}',
    'quotes': 'q,p{quotes:"«" "»"} p::before{content:open-quote open-quote}',
    'target': 'p::after{content:target-counter("#x",page)} ',
    'targettext': (
        'a::after{content:target-text(attr(href))}'
        ' a::before{content:target-text(attr(href),before)}'
    ),
    'stringset': '*{string-set:x content()} @page{@top-left{content:string(x)}}',
    'bookmark': '*{bookmark-level:1;bookmark-label:content()}',
    'bookmarkdeep': ''.join(
        f'p:nth-child({i}){{bookmark-level:{i * 100000}}}' for i in range(1, 5)
    ),
    'bleed': '@page{marks:crop cross;bleed:1e6mm}',
    'bleedneg': '@page{bleed:-1000mm}',
    'imgres': 'img{image-resolution:0.00001dpi}',
    'nul': 'p{color:red}\0\0',
    'bom': '\ufeff\ufeff p{color:red}',
    'surr': 'p::after{content:"\\d800"}',
    'nulesc': 'p::after{content:"\\0"}',
    'media': '@media ' + 'print and ' * 20000 + 'print{p{color:red}}',
    'medianest': '@media print{' * 2000 + 'p{color:red}' + '}' * 2000,
    'layers': '@layer ' + '.'.join(['a'] * 20000) + '{p{color:red}}',
    'layers2': ''.join(f'@layer a{i}{{p{{color:red}}}}' for i in range(5000)),
    'pagenth': '@page :nth(1n+99999999999999999999){margin:0}',
    'importself': '@import "pdf.css";',
    'supports': '@supports (' * 3000,
    'comments': '/*' * 500000,
    'webkit': ' -webkit-' * 100000,
    'dots': '.a' * 300000 + '{}',
    'nthbomb': '.a' * 100000 + ':nth-',
    'strings': '"' * 100001,
    'atnest': '@a{' * 20000,
    'textemph': '*{text-emphasis-style:"' + 'あ' * 10000 + '"}',
    'combine': '*{text-combine-upright:all}',
    'hyph': '*{hyphens:auto;hyphenate-character:"' + '-' * 10000 + '"}',
    'fontfam': 'p{font-family:' + ','.join(f'"x{i}"' for i in range(20000)) + '}',
    'fontfeat': 'p{font-feature-settings:'
    + ','.join('"aaaa" 99999999' for i in range(20000))
    + '}',
    'fontvar': 'p{font-variation-settings:"wght" 1e300}',
    'fontsz': 'html{font-size:1e-9px}',
    'rlh': 'p{margin:1e9rlh}',
    'lang': 'p{lang:"x"}',
    'minheight': 'p{min-height:1e6px}',
    'maxwidth': 'p{max-width:0}',
    'boxsize': 'p{box-sizing:border-box;padding:1e6px;width:1px}',
    'pageheight': '@page{height:0;width:0}',
    'pageheightneg': '@page{width:1px;height:1px}',
    'fnarea': '@page{@footnote{max-height:0;margin:1e6px}}',
    'margbox': '@page{@top-left{width:1e9px;content:"x"}}',
    'margcontent': '@page{@top-left{content:"' + '港' * 5000 + '"}}',
    'overwrap': '*{overflow-wrap:anywhere;word-break:break-all;width:1px}',
    'white': '*{white-space:pre}',
    'nowrap': '*{white-space:nowrap}',
    'dir': '*{direction:rtl;unicode-bidi:bidi-override}',
    'vis': '*{visibility:collapse}',
    'colspan': 'p{column-span:all} section{columns:3}',
    'colspanall': '*{column-span:all;columns:2}',
    'colfill': 'section{columns:3;column-fill:balance;height:1px}',
    'zoom': '*{zoom:1e9}',
    'objfit': 'img{width:1e9px;height:1e9px}',
    'listimg': 'li{list-style-image:url(x.png)}',
    'appearance': '*{appearance:auto}',
    'boxdec': '*{box-decoration-break:clone;border:10px solid;padding:100px}',
    'margintrim': 'p{margin-break:keep;margin:-1e5px}',
    'maxlines': 'p{max-lines:1;block-ellipsis:"' + '…' * 2000 + '";continue:discard}',
    'leader': 'p::after{content:leader("' + '.' * 500 + '")}',
    'leader2': 'p::after{content:leader("")}',
}


def with_sheet(css):
    """What lays a ``pdf.css`` that says ``css`` into the folder of a book."""

    def lay(root):
        own = root / 'styles' / 'pdf.css'
        own.parent.mkdir(exist_ok=True)
        sheet = (_PRESS / 'styles' / 'pdf.css').read_text(encoding='utf-8')
        own.write_text(f'{sheet}\n{css}', encoding='utf-8')

    return lay
