"""„Was galt am 3. März?“: a page as it was released on a day, never a draft.

The journal tells in which state a page was, Plone's versions what stood on it. Who may read the
page today reads of an earlier day what they might have read then.
"""
