"""The fonts as they are embedded, and the codes that text is written in.

``fonts``           what WeasyPrint embeds, made smaller; start here
``codes``           which two bytes stand for a glyph
``glyph_strings``   text in content streams, written in them
``to_unicode``      which text a code stands for
"""
