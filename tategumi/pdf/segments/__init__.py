"""The book set segment by segment.

``book``            the whole way; start here
``separable``       what a segment is and where each falls
``workers``         the processes that lay segments out and draw them
"""
