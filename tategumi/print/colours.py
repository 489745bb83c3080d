"""Colours of the screen and pictures → inks, by the profile of the printer (ICC)."""

from functools import cache
from io import BytesIO
from typing import Any
from zlib import compress

from PIL import Image, ImageChops, ImageCms

from ..frames.drawing import Picture
from ..writers.svg_paint import file_of

#: Of 255, how far the channels of a grey may be apart: a JPEG of a grey picture has such.
_GREY = 4

#: The inks of a colour, from 0 to 1.
Inks = tuple[float, float, float, float]


class NoProfile(Exception):
    """What is in colour cannot become inks: there is no profile."""


class BadProfile(Exception):
    """The file is no profile of a press with four inks."""


class Colours:
    """Turns colours into inks by the profile ``icc`` (bytes; ``None``: there is none).

    Raises ``BadProfile`` where it is no CMYK output profile.
    """

    def __init__(self, icc: bytes | None) -> None:
        self._to_inks: Any = None if icc is None else _transform(icc)
        self._pictures: dict[int, tuple[Picture, Picture, float]] = {}
        self.inks = cache(self._inks)

    def _inks(self, red: float, green: float, blue: float) -> Inks:
        """The inks of a colour of sRGB that is no grey. Raises ``NoProfile``."""
        rgb = tuple(round(255 * min(max(part, 0), 1)) for part in (red, green, blue))
        cyan, magenta, yellow, black = self._turned(Image.new('RGB', (1, 1), rgb)).tobytes()
        return cyan / 255, magenta / 255, yellow / 255, black / 255

    def picture(self, picture: Picture, is_transparent: bool) -> tuple[Picture, float]:
        """``picture`` in inks, and the most ink in one place (1: a whole one).

        A mask stays where what is drawn may be less than opaque; else the picture is put on
        white. Raises ``NoProfile``.
        """
        if id(picture) not in self._pictures:
            # The picture is kept with it, so that no other has its id.
            self._pictures[id(picture)] = picture, *self._made(picture, is_transparent)
        return self._pictures[id(picture)][1:]

    def _made(self, picture: Picture, is_transparent: bool) -> tuple[Picture, float]:
        image: Image.Image = Image.open(BytesIO(file_of(picture)[1]))
        mask = picture.mask
        if mask and not is_transparent:
            on = Image.new('RGB', image.size, 'white')
            opacity = Image.open(BytesIO(file_of(mask)[1])).convert('L')
            on.paste(image.convert('RGB'), mask=opacity.resize(image.size))
            image, mask = on, None
        if image.mode == 'CMYK':
            return Picture(picture.entries, picture.content, mask), _most_ink(image)
        if image.mode == 'L' and not picture.mask:
            return picture, _most_ink(image)
        rgb = image.convert('RGB')
        made = rgb.convert('L') if is_grey(rgb) else self._turned(rgb)
        return _written(made, mask), _most_ink(made)

    def _turned(self, image: Image.Image) -> Image.Image:
        if self._to_inks is None:
            raise NoProfile
        turned = ImageCms.applyTransform(image, self._to_inks)
        assert turned is not None
        return turned


def is_grey(image: Image.Image) -> bool:
    """Is there no colour in ``image`` (RGB)?"""
    red, green, blue = image.split()
    return all(
        max(ImageChops.difference(one, other).tobytes(), default=0) <= _GREY
        for one, other in ((red, green), (green, blue), (red, blue))
    )


def is_seen_through(picture: Picture) -> bool:
    """Is some of ``picture`` less than opaque?"""
    if not picture.mask:
        return False
    opacity = Image.open(BytesIO(file_of(picture.mask)[1])).convert('L')
    return min(opacity.tobytes(), default=255) < 255


def is_line_art(picture: Picture) -> bool:
    """Is ``picture`` of black and white alone?"""
    image = Image.open(BytesIO(file_of(picture)[1])).convert('L')
    shades = [shade for shade, count in enumerate(image.histogram()) if count]
    return len(shades) <= 2 and {*shades} <= {0, 255}


def _most_ink(image: Image.Image) -> float:
    """The most ink in one place of ``image`` (L or CMYK); 1 is a whole one."""
    if image.mode == 'L':
        return 1 - min(image.tobytes()) / 255
    # What is left of a picture made smaller is a mean: places as small as that dry alike.
    cyan, magenta, yellow, black = image.reduce(max(1, min(image.size) // 400)).split()
    colours = ImageChops.add(cyan, magenta, 2)
    mean = ImageChops.add(colours, ImageChops.add(yellow, black, 2), 2)
    return max(mean.tobytes()) * 4 / 255


def _written(image: Image.Image, mask: Picture | None) -> Picture:
    space = '/DeviceGray' if image.mode == 'L' else '/DeviceCMYK'
    entries = {
        'Width': image.width,
        'Height': image.height,
        'ColorSpace': space,
        'BitsPerComponent': 8,
        'Filter': '/FlateDecode',
    }
    return Picture(entries, compress(image.tobytes(), 9), mask)


def _transform(icc: bytes) -> Any:
    try:
        profile = ImageCms.ImageCmsProfile(BytesIO(icc))
        kind = profile.profile.device_class, profile.profile.xcolor_space
        if kind != ('prtr', 'CMYK'):
            raise BadProfile
        return ImageCms.buildTransform(
            ImageCms.createProfile('sRGB'),
            profile,
            'RGB',
            'CMYK',
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (OSError, ImageCms.PyCMSError) as error:
        raise BadProfile from error
