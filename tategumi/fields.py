"""Fields, and whether they tell of a thing or of a page; lines that name a file."""

import re
from collections.abc import Sequence

FIELD = re.compile(
    r'(?:[-*+] )?[■◆●・▼【\[]?'
    r'(?P<label>(?![^:：]*[（(][^)）:：]*[:：])[^\s:：。、「」【】\[\]|][^:：。、「」]{0,11}'
    r'|[A-Z][A-Za-z ]{0,19})[】\]]?'
    r'[ \u3000]*[:：][ \u3000]*(?P<text>\S.*)'
)
#: A line that names a file, with its form and how large it is.
_FORM = 'PDF|(?:Word|Excel|PowerPoint|ワード|エクセル|パワーポイント|一太郎|CSV|ZIP|テキスト)'
NAME_OF_FILE = re.compile(
    rf'(?i).*\S\s?[（(\[［【]\s?(?:{_FORM})(?:ファイル|形式|file)?[\s:：、,／/・]*'
    r'(?:[\d.,]+\s?(?:[KMＫＭ][BＢ]?|キロバイト|メガバイト|bytes|バイト))?\s?[）)\]］】](?:\(.{1,40}\))?'
    r'|.*\w\.(?:pdf|docx?|xlsx?|pptx?|zip|rtf)(?:\s?[（(].{1,16}[)）])?'
)
_SIDE_BY_SIDE = re.compile(r'\u3000+| {2,}|\s?[|｜/／]\s?(?!/)')
#: So many labels tell of a thing where it is one: a book, a firm, a meeting, a place, goods.
_LEAST = 2
_OF_A_THING = re.compile(
    r"""(?xi) (?: .{0,8} (?:
        価格 | 料金 | 運賃 | 費用? | 日時 | 日程 | 会場 | 場所 | 期間 | 期限 | 定員 | 対象者?
        | 方法 | 時間 | 資格 | 人数 | 主催者? | 共催 | 後援 | 協賛 | 持ち物 | 申し?込み?先?
        | 問い?合わ?せ先? | 連絡先 | 電話(?:番号)? | 住所 | 所在地? | 定休日? | 休館日
        | アクセス | 交通 | 会社名? | 社名 | 店名 | 代表者? | 内容量? | 事業内容 | 設立 | 創業
        | 資本金 | 従業員数? | 担当者? | 商品名 | 製品名 | 型番 | 寸法 | 重量 | 重さ | 素材
        | 材質 | 電源 | 容量 | 原材料名? | 保証(?:期間)? | 出版社 | 発行所? | 発行元 | 発売元?
        | 発売(?:予定)?日 | 刊行日? | 初版 | 定価 | 判型 | ページ数? | 頁数 | 出演者? | 監督
        | 脚本 | 原作 | 配給 | 上映時間 | 出席者? | 参加者 | 欠席者? | 傍聴者? | 議題 | 部数
        | 座席数?
      ) (?:[・／/].{1,12})?
      | 書名 | 作品名 | 本社 | 部署 | 駐車場 | 最寄り?駅? | 公式サイト | ホームページ
      | TEL | FAX | ファ(?:クス|ックス) | (?:E-?)?mail | メール(?:アドレス)? | URL
      | ウェブ(?:サイト)? | Web(?:サイト)? | ISBN | [书書]名 | 出版(?:社|[时時][间間]|年|日期)
      | 定[价價] | [页頁][数數] | [时時][间間] | 地[点點址] | [费費]用 | 名[额額]
      | [报報]名(?:方式|[电電][话話]|截止.{0,4}) | [主承协協][办辦](?:[单單]位)?
      | .{0,2}[联聯][系繫](?:人|方式|[电電][话話]) | [电電][话話] | 邮箱 | 信箱
      | [营營][业業][时時][间間] | [开開]放[时時][间間] | [门門]票 | 人均 | 片[长長] | [导導]演
      | [编編][剧劇] | 主演 | 上映.{0,4} | 型[号號] | 尺寸 | [价價]格 | [单單][价價] | [规規]格
      | [装裝][帧幀] | [译譯]者 | [参參]加人[员員] | [记記][录錄]人 | Publishers? | Price
      | Pages | When | Where | Admission | Contact | (?:Tele)?phone | Address
      | (?:Opening\ )?Hours | Location | Venue | Time | Cost | Fee | Tickets? | Directors?
      | Directed\ by | Cast | Starring | Running\ time | Runtime | Release(?:\ date|d)? | Format
      | Weight | Dimensions | Materials? | Warranty | Website | Founded | Headquarters
      | Registration | Organi[sz]ers? | Capacity | Serves | Yield | (?:Prep|Cook|Total)\ time
      | Attendees | Present | Apologies | RSVP
    )"""
)
#: Labels of a page, its text or its readers.
_OF_A_PAGE = re.compile(
    r"""(?xi)
      (?:投稿|更新|掲載|配信|登録|作成|最終|返信|宛).{0,4} | アクセス.{1,4}
      | .{0,6}(?:カテゴリー?|タグ|ジャンル|キーワード) | 状態
      | .*(?:閲覧|文字|コメント|お気に入り|ブックマーク|再生|評価).{0,3} | 名前 | 件名 | 差出人
      | 宛先 | 来源 | 發表.* | 发表.* | 浏览.* | 瀏覽.* | [标標][签籤] | 分[类類]
      | [责責]任[编編][辑輯] | [编編][辑輯] | Posted.* | Updated.* | Last\ .* | Tags?
      | Categor.* | Filed.* | Views | Comments | Words | Chapters | Rating | Fandom | Status
      | Subject | From | To | Cc | Re"""
)
_OF_ITS_MAKER = re.compile(
    r'(?i)著者?|作者|筆者|執筆者?|訳者?|翻訳者?|[编編]者|(?:題|作品|[书書]|タイトル)名?|authors?|title|writers?'
)
_OF_A_BOOK = re.compile(
    r'(?i)出版社|定[価价價]|.{0,2}価格|発売(?:予定)?日|刊行日?|判型|ISBN|publisher|price'
)


def labels_of(text: str) -> list[str]:
    """The labels of the fields that stand side by side on a line, [] where it is no field."""
    fields = [FIELD.fullmatch(part) for part in _SIDE_BY_SIDE.split(text)]
    if len(fields) < 2 or not all(fields):
        fields = [FIELD.fullmatch(text)]
    return [field['label'] for field in fields if field]


def tell_of_a_thing(labels: Sequence[str]) -> bool:
    """Whether fields with such ``labels`` tell of a book, a firm, a meeting, a place or goods.

    Two labels at least, and half of those that do not name the thing or who made it, are of one,
    and none is of a page.
    """
    told = [label for label in labels if not names_its_maker(label)]
    known = sum(bool(_OF_A_THING.fullmatch(label)) for label in told)
    return (
        known >= _LEAST
        and 2 * known >= len(told)
        and not any(_OF_A_PAGE.fullmatch(label) for label in labels)
    )


def without_fields_of_a_page(labels: Sequence[str]) -> int:
    """How many of the fields with such ``labels`` are left without those of a page at the end."""
    count = len(labels)
    while count and _OF_A_PAGE.fullmatch(labels[count - 1]):
        count -= 1
    return count


def names_its_maker(label: str) -> bool:
    """Whether the label is of the name of a work or of who made it."""
    return bool(_OF_ITS_MAKER.fullmatch(label))


def names_its_price(label: str) -> bool:
    """Whether the label is of what is said of a book by who sells or tells of it."""
    return bool(_OF_A_BOOK.fullmatch(label))
