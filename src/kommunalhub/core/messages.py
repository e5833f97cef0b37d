"""Messages whose values are known only when they are said."""

from zope.i18nmessageid import Message


def filled(message, mapping=None, /, **more):
    """Return a message with what its ${names} stand for: a mapping, names of their own, or none.

    >>> hello = Message("hello", "kommunalhub", "Hello ${who}")
    >>> filled(hello, who="Mia").mapping["who"], filled(hello, {"who": "Bo"}).default
    ('Mia', 'Hello ${who}')
    >>> dict(filled(hello).mapping)
    {}
    """
    return Message(message, mapping=dict(mapping or {}, **more))
