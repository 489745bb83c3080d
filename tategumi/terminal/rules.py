"""The rules of cleaning, as a list to read."""

from ..printable import printable


def rule_list(catalogue):
    """The text of a ``Catalogue``: name, place, action and reason, a line a rule."""
    told = [
        (
            rule.name,
            ' '.join(filter(None, (rule.notation, ', '.join(rule.where)))),
            f'{rule.does} {rule.of}'.strip(),
            rule.why,
        )
        for rule in catalogue.rules
    ]
    rows = [[printable(' '.join(text.split())) for text in row] for row in told]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    return '\n'.join(
        '  '.join((*(text.ljust(width) for text, width in zip(row, widths)), row[3]))
        for row in rows
    )
