"""The cover that every maker of EPUBs is given as a picture."""

from PIL import Image

_SIZE = 1200, 1800


def write_cover(path):
    """Write a plain picture to ``path``, ``*.png``."""
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.linear_gradient('L').resize(_SIZE).save(path)
