"""What stands beside the media: other ways to read it, where it is, what belongs to it."""

from kommunalhub.core import formatting
from kommunalhub.core.tools import catalog
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.showroom import rules
from kommunalhub.showroom.parts import ExhibitPart
from kommunalhub.showroom.reading import LANGUAGES
from kommunalhub.showroom.reading import TOPICS
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class SimpleText(ExhibitPart):
    """The text in easy language, before everything else."""

    order = 5
    template = ViewPageTemplateFile("templates/simple.pt")

    def shown(self):
        return bool((self.context.simple_text or "").strip()) or bool(self.context.sign_film)

    def render(self):
        return self.template()

    def paragraphs(self):
        return rules.easy_paragraphs(self.context.simple_text)

    def sign_film(self):
        """Return {title, url} of the film in sign language, None without one."""
        uid = self.context.sign_film
        brains = catalog()(UID=uid) if uid else ()
        return {"title": brains[0].Title, "url": brains[0].getURL()} if brains else None


class About(ExhibitPart):
    """Where it is, in which languages, about what, and whose picture the poster is."""

    order = 80
    template = ViewPageTemplateFile("templates/about.pt")

    def render(self):
        return self.template()

    def place(self):
        """Return {name, address, hours, access, map}, None where nothing is said."""
        exhibit = self.context
        found = {
            "name": exhibit.place,
            "address": rules.lines_of(exhibit.address),
            "hours": rules.lines_of(exhibit.opening_hours),
            "access": exhibit.access,
            "map": exhibit.map_link,
        }
        return found if any(found.values()) else None

    def languages(self):
        return self.titles(LANGUAGES, self.context.languages)

    def topics(self):
        return self.titles(TOPICS, self.context.topics)

    @staticmethod
    def titles(vocabulary, tokens):
        known = titles_of(vocabulary)
        return [known[token] for token in known if token in (tokens or ())]

    def poster(self):
        """Return {credits, licence} of the poster, None without one."""
        exhibit = self.context
        if exhibit.image is None:
            return None
        licence = titles_of("kommunalhub.showroom.licences").get(exhibit.licence)
        return {"credits": exhibit.credits, "licence": licence}

    def changed(self):
        return formatting.day(self.context.modified().asdatetime())

    def structured(self):
        """Return where it is and in which languages, as schema.org has it."""
        exhibit, found = self.context, {}
        if exhibit.place or exhibit.address:
            address = ", ".join(rules.lines_of(exhibit.address))
            place = {"@type": "Place", "name": exhibit.place, "address": address}
            found["locationCreated"] = {name: value for name, value in place.items() if value}
        if exhibit.languages:
            found["inLanguage"] = sorted(exhibit.languages)
        return found


class Related(ExhibitPart):
    """Exhibits, workshops and projects that belong to it, as far as who looks may see them."""

    order = 85
    template = ViewPageTemplateFile("templates/related.pt")

    def shown(self):
        exhibit = self.context
        uids = {*(exhibit.related or ()), *(exhibit.workshops or ()), *(exhibit.projects or ())}
        self.brains = catalog()(UID=sorted(uids), sort_on="sortable_title") if uids else ()
        return bool(self.brains)

    def render(self):
        return self.template()

    def groups(self):
        """Return [{name, rows: [{title, url, about}]}] of what there is, by kind."""
        return [
            {"name": name, "rows": rows}
            for name in ("related", "workshops", "projects")
            if (rows := self.rows(getattr(self.context, name) or ()))
        ]

    def rows(self, uids):
        return [
            {"title": brain.Title, "url": brain.getURL(), "about": brain.Description}
            for brain in self.brains
            if brain.UID in uids
        ]
