"""Labels of the roles of creators."""

_ROLES = {
    'aut': '著者',
    'edt': '編者',
    'com': '編者',
    'trl': '訳者',
    'ill': '絵',
    'pht': '写真',
    'bkd': '装幀',
    'dsr': '装幀',
    'aui': '序文',
    'ann': '注',
    'adp': '翻案',
    'pbl': '発行',
}


def role_label(role: str) -> str:
    """A MARC relator code in Japanese: ``'aut'`` → ``'著者'``."""
    return _ROLES.get(role, '制作')
