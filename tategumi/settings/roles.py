"""Roles of those who made a book: the codes of MARC, and the words that Japanese books have."""

import re

#: The MARC relator codes in use (https://id.loc.gov/vocabulary/relators, 2026), none of those
#: that are no more, such as grt.
CODES = frozenset(
    """
    abr acp act adi adp aft anc anl anm ann ant ape apl app aqt arc ard arr art asg asn ato
    att auc aud aue aui aup aus aut bdd bjd bka bkd bkp blw bnd bpd brd brl bsl cad cas ccp
    chr cli cll clr clt cmm cmp cmt cnd cng cns coe col com con cop cor cos cot cou cov cpc
    cpe cph cpl cpt cre crf crp crr crt csl csp cst ctb cte ctg ctr cts ctt cur cwt dbd dbp
    dfd dfe dft dgc dgg dgs dis djo dln dnc dnr dpc dpt drm drt dsr dst dtc dte dtm dto dub
    edc edd edm edt egr elg elt eng enj etr evp exp fac fds fld flm fmd fmk fmo fmp fnd fon
    fpy frg gdv gis his hnr hst ill ilu ink ins inv isb itr ive ivr jud jug lbr lbt ldr led
    lee lel len let lgd lie lil lit lsa lse lso ltg ltr lyr mcp mdc med mem mfp mfr mka mod
    mon mrb mrk msd mte mtk mup mus mxe nan nrt onp opn org orm osp oth own pad pan pat pbd
    pbl pdr pfr pht plt pma pmn pnc pop ppm ppt pra prc prd pre prf prg prm prn pro prp prs
    prt prv pta pte ptf pth ptt pup rap rbr rcd rce rcp rdd red ren res rev rpc rps rpt rpy
    rse rsg rsp rsr rst rth rtm rxa sad sce scl scr sde sds sec sfx sgd sgn sht sll sng spk
    spn spy srv std stg stl stm stn str swd tad tau tcd tch ths tld tlg tlh tlp trc trl tyd
    tyg uvp vac vdg vfx voc wac wal wam wat waw wdc wde wfs wft wfw win wit wpr wst wts
    """.split()
)

_ROLES = {
    'aut': '著者',
    'edt': '編者',
    'com': '編者',
    'trl': '訳者',
    'ill': '絵',
    'pht': '写真',
    'bkd': '装幀',
    'dsr': '装幀',
    'aft': 'あとがき',
    'aui': '序文',
    'ann': '注',
    'adp': '翻案',
    'pbl': '発行',
    'ant': '原作',
    'art': '作画',
    'cmp': '作曲',
    'cov': 'カバーデザイン',
    'ctb': '協力',
    'ive': '話し手',
    'ivr': '聞き手',
    'lyr': '作詞',
    'mrk': '電子書籍制作',
    'nrt': '語り',
    'pfr': '校正',
    'sad': '監修',
    'wac': '解説',
}

#: What Japanese books write for a code.
_WORDS = {
    'aut': '著者 著 著作 共著 編著 作者 作 文 原著 原著者',
    'edt': '編者 編 編集 編集者 共編 校訂',
    'com': '編纂',
    'trl': '訳者 訳 翻訳 翻訳者 共訳 監訳',
    'ill': '絵 イラスト イラストレーター 挿絵 挿画 画 装画 口絵',
    'pht': '写真 撮影',
    'bkd': '装幀 装丁 ブックデザイン 本文デザイン デザイン',
    'cov': 'カバーデザイン 表紙デザイン',
    'aft': 'あとがき 後書き 跋',
    'aui': '序文 序 まえがき',
    'wac': '解説 解題',
    'ann': '注 註 注釈 訳注 脚注',
    'adp': '翻案 脚色',
    'pbl': '発行 発行者 発行人 発行所 発行元 出版',
    'ant': '原作 原案',
    'art': '作画 漫画 マンガ',
    'cmp': '作曲',
    'ctb': '協力',
    'ive': '話し手',
    'ivr': '聞き手',
    'lyr': '作詞',
    'mrk': '電子書籍制作 データ制作',
    'nrt': '語り 朗読',
    'pfr': '校正 校閲',
    # Who brings competence to the work: what 監修 does comes nearest to it.
    'sad': '監修 監修者',
}
_CODE_OF = {word: code for code, words in _WORDS.items() for word in words.split()}


def role_label(role: str) -> str:
    """A MARC relator code in Japanese: ``'aut'`` → ``'著者'``."""
    return _ROLES.get(role, '制作')


def role_code(role: str) -> str | None:
    """The MARC relator code of ``role``, a code or a word such as 監修; ``None`` for others."""
    word = re.sub(r'\s', '', role)
    return word if word in CODES else _CODE_OF.get(word)


def role_words() -> list[str]:
    """The words that ``role_code`` knows, in no order of rank."""
    return [*_CODE_OF]
