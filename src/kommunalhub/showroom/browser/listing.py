"""`showroom`: what is on, what is live now, and how to narrow it."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.browser.frame import static_url
from kommunalhub.core.browser.parts import batch_of
from kommunalhub.core.caching.fingerprints import FromCatalog
from kommunalhub.core.tools import site_url
from kommunalhub.showroom import reading
from kommunalhub.showroom import workflow
from Products.Five import BrowserView


SIZE = 24
LABELS = {
    "kind": _("filter_exhibit_kind", default="What it is"),
    "topic": _("filter_exhibit_topic", default="Topic"),
    "partner": _("filter_exhibit_partner", default="Administration"),
    "language": _("filter_exhibit_language", default="Language"),
}


class Showroom(FromCatalog, BrowserView):
    """Cards of exhibits; all of it comes from one query."""

    @property
    def url(self):
        return self.context.absolute_url()

    @property
    def style(self):
        return static_url("showroom.css", site_url())

    @cached_property
    def now(self):
        return formatting.now()

    def also_shows(self):
        return (reading.on_air(self.now),)

    def public_fingerprint(self):
        return reading.on_air(self.now)

    @cached_property
    def chosen(self):
        found, _wrong = reading.asked_in(self.request.form)
        return found

    @cached_property
    def rows(self):
        return reading.exhibits(self.now, **self.chosen)

    @cached_property
    def batch(self):
        return batch_of(self.request, len(self.rows), SIZE, self.url, list(self.chosen.items()))

    def cards(self):
        return [row.shown for row in self.batch.cut(self.rows)]

    def filters(self):
        """Return [{name, label, options}] with the choices that fit something or are chosen."""
        used = self.used()
        found = []
        for name, known in reading.choices().items():
            options = [
                {"value": value, "title": title, "selected": self.chosen.get(name) == value}
                for value, title in known.items()
                if value in used[name] or self.chosen.get(name) == value
            ]
            if options:
                found.append({"name": name, "label": LABELS[name], "options": options})
        return found

    def used(self):
        """Return {filter: values that an exhibit has}; of all where nothing is chosen."""
        rows = self.rows if not self.chosen else reading.exhibits(self.now)
        used = {name: set() for name in LABELS}
        for row in rows:
            used["kind"].add(row.brain.exhibit_kind)
            used["partner"].add(row.brain.partner)
            used["topic"].update(row.facts.get("topics", ()))
            used["language"].update(row.facts.get("languages", ()))
            used["language"].update(name for name in reading.WAYS if row.facts.get(name))
        return used

    def visits_url(self):
        if asking.may("kommunalhub: View figures", self.context):
            return f"{self.url}/@@besuche"
        return None

    def add_url(self):
        if asking.may(workflow.ADD, self.context):
            return f"{site_url()}/@@ausstellungsstueck-anlegen"
        return None
