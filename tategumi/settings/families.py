"""The fonts a book is set in where its book.yaml names no others; first choice first.

It imports nothing: before anything is installed, the set-up looks for these fonts.
"""

SERIF = ('Noto Serif CJK JP', 'Noto Serif JP', 'Hiragino Mincho ProN')
SANS = ('Noto Sans CJK JP', 'Noto Sans JP', 'Hiragino Kaku Gothic ProN')
