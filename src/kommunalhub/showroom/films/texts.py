"""What films are found by: what is said in them, each place with its second."""

from kommunalhub.search.interfaces import IFileSource
from kommunalhub.search.interfaces import ISearchText
from kommunalhub.search.texts import SearchText
from kommunalhub.showroom.films import cues
from kommunalhub.showroom.films.interfaces import IFilm
from zope.component import adapter
from zope.interface import implementer


@implementer(IFileSource)
@adapter(IFilm)
class Captions:
    """The file that is read of a film: its captions."""

    def __init__(self, context):
        self.file = context.captions


@implementer(ISearchText)
@adapter(IFilm)
class FilmText(SearchText):
    """Besides the captions what somebody typed; without times where these have them."""

    @property
    def body(self):
        film = self.context
        typed = (one.text for one in cues.typed(film.transcript))
        return "\n\n".join(filter(None, (film.alternative, *typed, film.credits)))
