"""What is stored of a scene."""

from kommunalhub.showroom.content import Medium
from kommunalhub.showroom.tours.interfaces import IScene
from zope.interface import implementer


@implementer(IScene)
class Scene(Medium):
    """A scene of a tour; it is seen and changed where its exhibit is."""
