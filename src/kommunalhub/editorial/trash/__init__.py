"""What somebody deleted, kept for a while so that it can be brought back.

A page, news item, event, link, folder, file or picture that a person deletes (on its page, in the
table of a folder, over REST, by WebDAV) goes out of the site as ever: address, catalog and search
know nothing of it any more. Only the thing itself is kept beside the content, with what else would
be lost with it (`bound.py`). `operations.py` brings it back or throws it away.
"""
