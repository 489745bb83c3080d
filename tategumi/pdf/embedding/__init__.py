"""The fonts as they are embedded, and the codes that text is written in.

``fonts``           what WeasyPrint embeds, made smaller; start here
``codes``           which two bytes stand for a glyph
``glyph_strings``   text in content streams, written in them
``compact_cff``     an OpenType font → its outlines alone, in the order of its glyphs
"""
