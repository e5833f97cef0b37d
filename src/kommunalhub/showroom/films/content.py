"""What is stored of a film."""

from kommunalhub.showroom.content import Medium
from kommunalhub.showroom.films.interfaces import IFilm
from zope.interface import implementer


@implementer(IFilm)
class Film(Medium):
    """A film of an exhibit; it is seen and changed where its exhibit is."""
