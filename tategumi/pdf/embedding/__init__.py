"""The fonts as they are embedded, and the codes that text is written in.

``fonts``           what WeasyPrint embeds, made smaller; start here
``codes``           which two bytes stand for a glyph, and the strings they are written in
"""
