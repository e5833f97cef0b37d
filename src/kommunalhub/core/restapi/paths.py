"""What may follow the name of a service in its address."""

from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


@implementer(IPublishTraverse)
class NumberInPath:
    """Mixin of a service that names one thing by its number: @service/12.

    number: an int of up to nine digits, None without one; anything else is NotFound.
    """

    number = None

    def publishTraverse(self, request, name):
        if self.number is not None or not name.isdecimal() or len(name) > 9:
            raise NotFound(name)
        self.number = int(name)
        return self
