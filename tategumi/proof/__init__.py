"""The proof 校正刷り: the finished pages with the kihon-hanmen and every adjustment drawn over.

``build``    the whole way; start here
``lines``    what was done to each line, and where it stands on the paper
``drawing``  the page with both over it, as a PNG
``index``    the page that shows them all, with the counts
"""

from .build import build_proof
from .lines import ProofLine, lines_of

__all__ = ['ProofLine', 'build_proof', 'lines_of']
