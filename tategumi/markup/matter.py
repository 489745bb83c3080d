"""Title page 扉 and colophon 奥付, made of the settings alone."""

import re

from ..settings import Creator, Settings, role_label
from .house_style import dress
from .printed import printed
from .xhtml import Element, element

_DATE = re.compile(r'(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?')


def title_page(settings: Settings) -> Element:
    """The title page as a ``section`` element: title, subtitle, creators, publisher.

    Raises ``BadInput`` for settings that cannot be ``printed``.
    """
    settings = printed(settings)
    section = element('section', class_='titlepage', id='titlepage', epub_type='titlepage')
    section.append(element('h1', settings.title, class_='title'))
    if settings.subtitle:
        section.append(_line('subtitle', settings.subtitle))
    for creator in settings.creators:
        section.append(_line('creator', *_creator(creator)))
    if settings.publisher:
        section.append(_line('publisher', settings.publisher))
    return _finished(section, settings, label=settings.title)


def half_title(settings: Settings) -> Element:
    """The half-title 半扉 as a ``section`` element: the title alone, before the text.

    Raises ``BadInput`` for settings that cannot be ``printed``.
    """
    settings = printed(settings)
    section = element('section', class_='halftitle', id='halftitle', epub_type='halftitlepage')
    section.append(_line('title', settings.title))
    return _finished(section, settings, label='半扉')


def line_apart(settings: Settings, class_: str, text: str) -> Element:
    """``text`` as a ``p`` of ``class_``, in the style of the house, to stand by itself."""
    section = element('section', _line(class_, text))
    dress(section, settings)
    return section[0]


def colophon(settings: Settings) -> Element:
    """The colophon as a ``section`` element.

    Title, then label and text by the line: creators, credits, source, series,
    publisher, date with edition, printer, ISBN; then those of each part, below its title,
    where a creator who is credited with a part stands alone; rights, as far as the
    settings have them. Raises ``BadInput`` for settings that cannot be ``printed``.
    """
    settings = printed(settings)
    section = element(
        'section', class_='colophon', id='colophon', epub_type='colophon', role='doc-colophon'
    )
    if settings.colophon.heading:
        section.append(element('h1', settings.colophon.heading))
    section.append(_line('title', settings.title))
    if settings.subtitle:
        section.append(_line('subtitle', settings.subtitle))
    for label, text in _credits(settings):
        section.append(_credit(label, text))
    if settings.colophon.isbn:
        # It is a code, which no figures of the house change.
        section.append(_credit('ISBN', element('span', settings.colophon.isbn, class_='sideways')))
    for part in dict.fromkeys(credit.of for credit in settings.credits if credit.of):
        section.append(_line('credits-of', part))
        section.extend(
            _credit(credit.label, credit.text) for credit in settings.credits if credit.of == part
        )
    if settings.rights:
        section.append(_line('rights', settings.rights))
    return _finished(section, settings, label='奥付')


def written_date(date: str) -> str:
    """``'2023-07-20'`` → ``'2023年7月20日'``; a date in other words stays as it is."""
    match = _DATE.fullmatch(date)
    if not match:
        return date
    year, month, day = match.groups()
    return f'{year}年' + (f'{int(month)}月' if month else '') + (f'{int(day)}日' if day else '')


def _credits(settings: Settings) -> list[tuple[str, str]]:
    of_parts = {(credit.label, credit.text) for credit in settings.credits if credit.of}
    creators = [(role_label(creator.role), creator.name) for creator in settings.creators]
    lines = [line for line in creators if line not in of_parts]
    lines += [(credit.label, credit.text) for credit in settings.credits if not credit.of]
    if settings.source and not any(settings.source in credit.text for credit in settings.credits):
        lines.append(('出典', settings.source))
    if settings.series.title:
        number = f'　{settings.series.number}' if settings.series.number else ''
        lines.append(('シリーズ', settings.series.title + number))
    if settings.publisher:
        lines.append((role_label('pbl'), settings.publisher))
    dated = '　'.join(filter(None, (written_date(settings.date), settings.colophon.edition)))
    for label, text in (
        ('発行日' if settings.date else '版', dated),
        ('印刷・製本', settings.colophon.printer),
    ):
        if text:
            lines.append((label, text))
    return lines


def _credit(label: str, text: str | Element) -> Element:
    return _line('credit', element('span', label, class_='label'), '　', text)


def _creator(creator: Creator) -> list[str | Element]:
    if creator.role == 'aut':
        return [creator.name]
    # A title page says 訳, a colophon 訳者.
    part = role_label(creator.role).removesuffix('者')
    return [creator.name, '　', element('span', part, class_='label')]


def _line(class_: str, *content: str | Element) -> Element:
    return element('p', *content, class_=class_)


def _finished(section: Element, settings: Settings, label: str) -> str:
    section.set('aria-label', label)
    dress(section, settings)
    for block in section:
        block.tail = '\n'
    return section
