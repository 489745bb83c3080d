"""Properties are tried the same way every time, however slow the machine."""

from hypothesis import settings

settings.register_profile('steady', deadline=None, derandomize=True)
settings.load_profile('steady')
