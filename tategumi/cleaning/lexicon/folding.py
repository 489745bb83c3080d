"""Lines as the lexicon compares them: width, case, dates and counts make no difference."""

import re
import unicodedata

DATE_SLOT = '\x02'
COUNT_SLOT = '\x01'

_MONTH = (
    '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?'
    r'|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?'
)
_WEEKDAY = (
    r'(?:\( ?[月火水木金土日一二三四五六](?: ?[・･] ?祝)? ?\)|[月火水木金土日]曜日?'
    r'|(?:星期|周|週|礼拜|禮拜)[一二三四五六日天])'
)
_DAY_NAME = r'(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?(?![a-z])'
_CLOCK = (
    r'(?:\d{1,2}[:：]\d{2}(?:[:：]\d{2}(?:\.\d+)?)?'
    r'|\d{1,2}[時时点點](?:\d{1,2}分(?:\d{1,2}秒)?|半))'
)
_TIME = (
    rf'(?:(?:午前|午後|上午|下午|凌晨|晚上) ?)?{_CLOCK}'
    r'(?: ?(?:[ap]\.m\.|[ap]m(?![a-z])))?'
    r'(?: ?(?:z|utc|gmt|jst|cst|[ecmp][sd]?t|bst|cet)(?![a-z]))?'
    r'(?: ?[+-]\d{2}:?\d{2}(?!\d))?'
)
_IN_YEAR = r'(?:,? (?:19|20)\d{2}(?!\d))?'
_NAMED_DAY = rf'(?:{_DAY_NAME}\.?,? )?'
_YEAR = r'(?:(?:19|20)\d{2}|(?:令和|平成|昭和|民國|民国) ?(?:\d{1,3}|元))'
_DAY = (
    rf'(?:{_YEAR} ?年(?: ?度| ?\d{{1,2}} ?月(?: ?\d{{1,2}} ?日)?)?'
    r'|(?<!\d)(?:19|20)\d{2} ?[-/.] ?\d{1,2}(?: ?[-/.] ?\d{1,2})?(?![\d.])'
    r'|\d{1,2} ?月 ?\d{1,2} ?[日号號]'
    rf'|(?<![a-z]){_NAMED_DAY}{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?![a-z\d]){_IN_YEAR}'
    rf'|(?<![a-z\d]){_NAMED_DAY}\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}{_IN_YEAR}'
    rf'|(?<![a-z]){_MONTH} (?:19|20)\d{{2}}(?!\d)'
    r'|(?<![\d/.])\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})(?![\d.])'
    rf'|(?<![\d/])\d{{1,2}}/\d{{1,2}}(?= ?{_WEEKDAY})'
    r'|(?:今日|昨日|本日|一昨日|今天|昨天|前天|yesterday|today)(?:,? at|,)?(?= ?\d{1,2}[:：時时]))'
)
_AGO = (
    r'(?:(?:約|约) ?)?(?<!\d)\d+ ?(?:秒|分|時間|日|週間|[かヶカケヵ]月|年)前'
    r'|(?<!\d)\d+ ?(?:秒|分[鐘钟]|小[時时]|天|日|[周週]|個月|个月|年)(?:之|以)?前'
    r'|(?<![a-z\d])\d+ ?(?:(?:second|sec|minute|min|hour|hr|day|week|month|year|yr)s?|[smhdwy])'
    r' ago(?![a-z])'
    r'|(?<![a-z])an? (?:minute|hour|day|week|month|year) ago(?![a-z])'
)
# A date, a time of day, both, or how long ago; of lines in NFKC.
DATE = re.compile(
    rf'{_DAY}(?:,? ?{_WEEKDAY})?(?:(?:,? at|,|t| [-|])? ?{_TIME})?|{_AGO}|{_TIME}', re.IGNORECASE
)
# Figures with their separators and unit; of lines in NFKC.
COUNT = re.compile(r'\d(?:[\d,.]*\d)?(?: ?[万萬億亿千]|[kmb](?![a-z]))?\+?', re.IGNORECASE)
_SPACE = re.compile(r'\s+')
# Every date and count has one of these.
_FIGURE = re.compile(r'\d|元 ?年|\bago\b')


def fold(text: str) -> str:
    """``text`` in NFKC without case (UAX #15), each date or time as ``DATE_SLOT``, each count as
    ``COUNT_SLOT``, each run of space as one space, none around. Folding twice changes nothing.
    """
    plain = unicodedata.normalize('NFKC', text).casefold()
    if not plain.isascii():
        # Case folding may take a text out of NFKC, and NFKC bring capitals back (UAX #15, 13).
        while (again := unicodedata.normalize('NFKC', plain).casefold()) != plain:
            plain = again
    plain = _SPACE.sub(' ', plain).strip()
    if not _FIGURE.search(plain):
        return plain
    return COUNT.sub(COUNT_SLOT, DATE.sub(DATE_SLOT, plain))
