"""The cache: results kept in files, so that what did not change is not computed again.

``store``           the files
``codec``           plain values as a file
``digests``         what files hold, and the press itself, told by digests
``machine``         the fonts and libraries of the machine, told by their files
"""
