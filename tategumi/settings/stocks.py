"""How thick usual papers for the inside of a book are, as printers tell it."""

from typing import NamedTuple


class Stock(NamedTuple):
    """A paper: its name, how thick a leaf is (µm), and who says so."""

    label: str
    thickness: int
    source: str


_PRINTMALL = 'https://printmall.jp/sebyoushi'
_INSATSUSHOP = 'https://www.insatsushop.jp/guide02/data-guide/howto-sehaba/'
_TOM = 'https://tomshuppan.co.jp/manual/sehaba.html'
_MARUSHO = 'https://marusho-ink.co.jp/howto/genkihon.html'
_AKATSUKI = 'https://www.akatsuki-insatsu.co.jp/creationguide/document.html'

#: By name. Weights are those of a thousand sheets of 四六判 (788 × 1091 mm).
STOCKS = {
    'joshitsu-55': Stock('上質紙 55kg', 80, _PRINTMALL),
    'joshitsu-70': Stock('上質紙 70kg', 97, _PRINTMALL),
    'joshitsu-90': Stock('上質紙 90kg', 128, _PRINTMALL),
    'joshitsu-110': Stock('上質紙 110kg', 160, _INSATSUSHOP),
    'joshitsu-135': Stock('上質紙 135kg', 195, _INSATSUSHOP),
    'kinmari-72.5': Stock('淡クリームキンマリ 72.5kg', 97, _PRINTMALL),
    'kinmari-90': Stock('淡クリームキンマリ 90kg', 121, _PRINTMALL),
    'bidanshi-light': Stock('美弾紙ライト', 120, _AKATSUKI),
    'bidanshi-novels': Stock('美弾紙ノベルズ', 120, _AKATSUKI),
    'bidanshi-cream': Stock('美弾紙クリーム', 150, _AKATSUKI),
    'opera-cream-ultra': Stock('オペラクリームウルトラ', 150, _TOM),
    'adonis-rough': Stock('アドニスラフ', 150, _TOM),
    'comic-90': Stock('コミック紙 新白ゆり 90kg', 130, _TOM),
    'comic-100.5': Stock('コミック紙 新白ゆり 100.5kg', 160, _TOM),
    'shoseki-bulky': Stock('書籍バルキー', 140, _MARUSHO),
    'coat-90': Stock('コート紙 90kg', 82, _PRINTMALL),
    'coat-110': Stock('コート紙 110kg', 101, _PRINTMALL),
    'matt-coat-70': Stock('マットコート紙 70kg', 81, _PRINTMALL),
    'matt-coat-90': Stock('マットコート紙 90kg', 106, _PRINTMALL),
    'matt-coat-110': Stock('マットコート紙 110kg', 137, _PRINTMALL),
}
