"""What the administrations write for each other and for citizens: pages, news, dates, folders.

Words: a *page* is anything of these; it is *released* for all who work here, or for everybody.
"""
