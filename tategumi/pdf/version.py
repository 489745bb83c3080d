"""The one version of WeasyPrint that vertical writing is written for.

Its inside, which the seams and much beside them rest upon, is no interface that it
promises to keep. The names of another version may be gone already when they are
imported, so this is imported first.
"""

import weasyprint

from ..errors import BadInput

WRITTEN_FOR = '70.0'


def refuse_other(version):
    """Raise ``BadInput`` naming both where ``version`` is not ``WRITTEN_FOR``."""
    if version != WRITTEN_FOR:
        raise BadInput(
            'weasyprint',
            f'is version {version}; vertical writing needs '
            f'{WRITTEN_FOR} exactly: run "make" to install it',
        )


refuse_other(weasyprint.__version__)
