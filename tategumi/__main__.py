"""``python -m tategumi``, the same as the command ``tategumi``."""

import sys

from .cli import main

if __name__ == '__main__':
    sys.exit(main(program='tategumi'))
