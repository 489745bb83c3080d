"""The printed page: its paper, and the frame of the text on it.

``papers``          the papers a book may have, one record each
``kihon_hanmen``    the frame of the text and the margins around it (JLReq §2.4)
"""
