"""Which of a book's own sheets is at fault where its pages cannot be set."""

from collections.abc import Callable, Collection

from ..errors import BadInput, PressError
from ..messages import Message
from ..settings import Settings
from ..sheets import own_sheets
from ..time_limit import OutOfTime, time_limit
from .inline_layout.pieces import Unsettable

#: Seconds in which any page is set by sheets that ask for nothing foolish, and characters
#: of a document that are set in one more.
_LEAST, _A_SECOND = 60, 500


def set_in_time(settings: Settings, names: Collection[str], size: int) -> time_limit:
    """The context in which a document of ``size`` characters is set by the sheets ``names``.

    There is a limit only where some of them are the book's own.
    """
    return time_limit(_LEAST + size / _A_SECOND if own_sheets(settings, names) else 0)


def own_sheet_at_fault(
    error: BaseException,
    settings: Settings,
    names: Collection[str],
    set_without: Callable[[Collection[str]], object],
) -> BaseException:
    """What to raise for ``error``, raised when pages were set by the sheets ``names``.

    ``set_without(left_out)`` sets them by the press's sheets in the place of those of the
    book: if it can, it is these that are at fault. Otherwise ``error`` itself.
    """
    if isinstance(error, PressError):
        return error
    own = own_sheets(settings, names)
    for left_out in [[name] for name in reversed(own)] + [[*own]] * (len(own) > 1):
        try:
            set_without(left_out)
        except (Exception, OutOfTime):
            continue
        place = own[left_out[0]] if len(left_out) == 1 else settings.root / 'styles'
        return BadInput(place, 'no pages can be set by this: {reason}', reason=_said_of(error))
    if isinstance(error, OutOfTime):
        return BadInput(settings.book, 'its pages cannot be set: {reason}', reason=_said_of(error))
    return error


def _said_of(error: BaseException) -> Message:
    if isinstance(error, OutOfTime):
        return Message('it takes longer than {seconds:.0f} seconds', seconds=error.seconds)
    if isinstance(error, Unsettable):
        return error.args[0]
    said = ' '.join(f'{type(error).__name__}: {error}'.split())
    return Message('it is too much for WeasyPrint ({said})', said=said[:200])
