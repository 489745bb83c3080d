"""What the results depend on besides the press: the machine, and what runs on it."""

import os
import platform

import psutil


def machine():
    """A dict of words about this machine."""
    return {
        'processors': f'{os.cpu_count()} × {_processor()}',
        'memory': f'{psutil.virtual_memory().total / 2**30:.0f} GiB',
        'system': platform.freedesktop_os_release()['PRETTY_NAME'],
        'Python': platform.python_version(),
    }


def _processor():
    with open('/proc/cpuinfo', encoding='utf-8') as file:
        names = [line.partition(':')[2].strip() for line in file if line.startswith('model name')]
    return names[0] if names else platform.machine()
