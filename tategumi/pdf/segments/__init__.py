"""The book set segment by segment.

``book``            the whole way; start here
``separable``       what a segment is and where each falls; ``segment`` draws one
``drawn``           a segment as plain data; ``tagged`` its boxes, ``fonts`` its fonts
``streams``         what it draws; ``operators`` as few of them as there need be
``paper``           sets running heads and folios around it
``joining``         writes the PDF; ``counting`` finds where its pages begin without one
``workers``         the processes that draw
"""
