"""A film with what is said in it: on the page of its exhibit, and on its own."""

from functools import cached_property
from kommunalhub.core import asking
from kommunalhub.showroom import media
from kommunalhub.showroom.films import gaps
from kommunalhub.showroom.films import rules
from kommunalhub.showroom.films import shown
from kommunalhub.showroom.films.statics import statics
from kommunalhub.showroom.parts import ExhibitPart
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound


class Player(BrowserView):
    """One film. asked: second at which somebody wants to begin."""

    template = ViewPageTemplateFile("templates/player.pt")
    asked, prefix, level = None, "", 3

    def __call__(self):
        return self.template()

    @cached_property
    def film(self):
        return shown.film_shown(self.context, self.asked, self.prefix)

    def heading(self):
        """Return whether the title stands above the film; on its own page it is the heading."""
        return self.level == 3


class FilmPart(ExhibitPart):
    """The films of an exhibit, that in sign language last."""

    order = 30
    pictured = True
    template = ViewPageTemplateFile("templates/part.pt")

    @cached_property
    def films(self):
        found = media.media_of(self.context, "Film")
        return sorted(found, key=lambda film: film.UID() == self.context.sign_film)

    def shown(self):
        return bool(self.films)

    def render(self):
        return self.template()

    @cached_property
    def players(self):
        return [self.player(film) for film in self.films]

    def player(self, film):
        player = Player(film, self.request)
        player.prefix = f"{film.getId()}-"
        return player

    def structured(self):
        pairs = zip(self.films, self.players, strict=True)
        return {"video": [shown.structured(film, player.film) for film, player in pairs]}

    def style(self):
        return statics.address("films.css")

    def script(self):
        return statics.address("films.js")


class FilmView(BrowserView):
    """The page of a film; `?t=` leads to a place in it."""

    @cached_property
    def exhibit(self):
        found = media.exhibit_of(self.context)
        if found is None:
            raise NotFound("exhibit")
        return found

    @cached_property
    def player(self):
        player = Player(self.context, self.request)
        player.asked = rules.second_asked(self.request.form.get("t"))
        player.level = 2
        return player

    @cached_property
    def may_edit(self):
        return asking.may("Modify portal content", self.context)

    def unsaid(self):
        """Return what is missing, for who works on it."""
        if not self.may_edit:
            return []
        return [gap.said for gap in gaps.gaps_today(self.context)]

    def style(self):
        return statics.address("films.css")

    def script(self):
        return statics.address("films.js")
