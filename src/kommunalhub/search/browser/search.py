"""The search page: a plain GET form, so that every result has an address to share."""

from functools import cached_property
from itertools import islice
from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core.browser.parts import batch_of
from kommunalhub.partners.membership import get_partner
from kommunalhub.partners.membership import operator_partner
from kommunalhub.search import engine
from kommunalhub.search.analysis.query import LONGEST_QUERY
from kommunalhub.search.browser.hits import Hits
from kommunalhub.search.browser.hits import html_of
from kommunalhub.search.browser.suggest import Suggest
from kommunalhub.search.facets import TOPIC
from kommunalhub.search.gaps.operations import note
from plone.protect.authenticator import createToken
from Products.Five import BrowserView
from urllib.parse import quote
from urllib.parse import urlencode
from zope.i18n import translate


PAGE_SIZE = 20
# Values shown at once in a facet; those that are chosen are always shown.
MOST_VALUES = 8
# Facets that are open before anybody has chosen; the others open with a click.
OPEN = 3
#: Topics to offer, and things to show before anything is asked.
MOST_TOPICS, NEWEST = 12, 6
#: Types that hold other things and say nothing themselves.
FOLDERS = {"Folder", "Collection", "Plone Site"}
#: Letters at the beginning that a topic shares with a word that finds nothing.
SHARED = 4


class SearchPage(BrowserView):
    """Hits and filters for what was asked."""

    def __call__(self):
        form = self.request.form
        # Plone's own links call it SearchableText.
        self.text = _one(form.get("q") or form.get("SearchableText")).strip()[:LONGEST_QUERY]
        self.sort = _one(form.get("sort"))
        if self.sort not in engine.SORTS:
            self.sort = next(iter(engine.SORTS))
        self.anonymous = asking.is_anonymous()
        self.shown = engine.facets(self.anonymous)
        self.chosen = {name: _many(form.get(name)) for name, facet in self.shown}
        self.found = engine.Answer()
        if self.asked:
            self.found = engine.search(self.text, self.chosen, self.sort, self.anonymous)
            if self.text and not self.found.hits and not self.is_narrowed:
                note(self.text)
            self.batch = batch_of(
                self.request, len(self.found.hits), PAGE_SIZE, self.url, self.query()
            )
        return self.index()

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@search"

    @property
    def asked(self):
        """Tell whether there is anything to search for."""
        return bool(self.text or any(self.chosen.values()))

    @property
    def is_narrowed(self):
        return any(self.chosen.values())

    def query(self, with_facets=True):
        """Return the (name, value) pairs of the address of these results."""
        pairs = [("q", self.text)]
        if self.sort != next(iter(engine.SORTS)):
            pairs.append(("sort", self.sort))
        if with_facets:
            pairs += [(name, value) for name, values in self.chosen.items() for value in values]
        return pairs

    def all_url(self):
        """Return the address of the same search without any filter."""
        return batch_of(self.request, 0, 1, self.url, self.query(with_facets=False)).link(1)

    def total(self):
        return len(self.found.hits)

    def hits(self):
        shown = Hits(self.found, state=not self.anonymous).shown
        return [shown(brain) for brain in self.batch.cut(self.found.hits)]

    @cached_property
    def everything(self):
        """The Answer when nothing is asked: all that the person may see, changed last first."""
        return engine.search("", {}, anonymous=self.anonymous)

    @cached_property
    def answer(self):
        """The sentence that answers what was asked, as a dict, or None; on the first page only."""
        if not self.found.hits or self.batch.start:
            return None
        found = self.found.answer
        if found is None:
            return None
        brain, place = found
        hits = Hits(self.found, state=not self.anonymous)
        hit, where = hits.summary(brain), hits.place_of(brain, place)
        return {
            "text_html": html_of(self.found.marker.marked(place.sentence)),
            "title": brain.Title,
            "label": where["label"],
            "heading": where["heading"],
            "url": where["url"],
            "partner": hit["partner"],
            "day": hit["day"],
        }

    def newest(self):
        """Return what was changed last; a folder changes whenever something in it does."""
        shown = Hits(state=not self.anonymous).shown
        found = (brain for brain in self.everything.hits if brain.portal_type not in FOLDERS)
        return [shown(brain) for brain in islice(found, NEWEST)]

    def topics(self):
        """Return the commonest topics as [{title, url, count}]."""
        found = [
            {
                "title": facet.title_of(value),
                "url": f"{self.url}?{urlencode({name: value})}",
                "count": count,
            }
            for name, facet in self.shown
            if facet.with_hits == TOPIC
            for value, count in self.everything.counts.get(name, {}).items()
        ]
        return sorted(found, key=lambda topic: (-topic["count"], self.said(topic["title"])))[
            :MOST_TOPICS
        ]

    def nearest(self):
        """Return the topics with those first that sound like what was asked."""
        words = [word.lower() for word in self.text.split()]

        def is_far(topic):
            title = self.said(topic["title"]).lower()
            return not any(word[:SHARED] in title for word in words if len(word) >= SHARED)

        return sorted(self.topics(), key=is_far)

    def ask_url(self):
        """Return an address to write to the hub about it, or None."""
        partner = get_partner(operator_partner())
        if partner is None or not partner.email:
            return None
        subject = _("search_ask_subject", default="Question: ${text}", mapping={"text": self.text})
        return f"mailto:{partner.email}?subject={quote(self.said(subject))}"

    def chips(self):
        """Return what is chosen as [{title, url}]; the address leads to the same without it."""
        facets = dict(self.shown)
        pairs = self.query()
        return [
            {
                "title": facets[name].title_of(value),
                "url": f"{self.url}?{urlencode([pair for pair in pairs if pair != (name, value)])}",
            }
            for name, values in self.chosen.items()
            for value in values
        ]

    def may_save(self):
        return self.asked and not self.anonymous

    @property
    def save_url(self):
        return f"{self.context.absolute_url()}/@@save-search"

    @property
    def saved_url(self):
        return f"{self.context.absolute_url()}/@@saved-searches"

    @property
    def token(self):
        return createToken()

    @cached_property
    def suggest(self):
        return Suggest(self.context, self.request)

    def said(self, message):
        return translate(message, context=self.request)

    def meant(self):
        """Return (query with the words that were meant, its address), or None."""
        suggestions = self.found.suggestions
        if not suggestions:
            return None
        text = self.text
        for typed, word in suggestions.items():
            text = text.replace(typed, word)
        return text, f"{self.url}?{urlencode({'q': text})}"

    def filters(self):
        """Return the facets with their values and counts; those with nothing to choose are out."""
        found = [self.filter(name, facet) for name, facet in self.shown]
        found = [shown for shown in found if self.is_choice(shown)]
        for place, shown in enumerate(found):
            shown["open"] = place < OPEN or any(self.chosen[shown["name"]])
        return found

    def is_choice(self, shown):
        """Return whether choosing would change anything, or something is chosen."""
        choices = shown["choices"]
        if len(choices) == 1 and not choices[0]["chosen"]:
            return choices[0]["count"] < self.total()
        return bool(choices)

    def filter(self, name, facet):
        counts = self.found.counts.get(name, {})
        chosen = self.chosen[name]
        common = sorted(counts, key=lambda value: (-counts[value], value))
        values = [
            value for place, value in enumerate(common) if place < MOST_VALUES or value in chosen
        ]
        values += [value for value in chosen if value not in values]
        return {
            "name": name,
            "title": facet.title,
            "choices": [
                {
                    "value": value,
                    "title": facet.title_of(value),
                    "count": counts.get(value, 0),
                    "chosen": value in chosen,
                }
                for value in values
                if counts.get(value) or value in chosen
            ],
        }


def _one(value):
    """Return the text of a parameter that may have come twice, or as something else."""
    if isinstance(value, (list, tuple)):
        value = value[0] if value else ""
    return value if isinstance(value, str) else ""


def _many(value):
    """Return the texts of a parameter, each once."""
    values = value if isinstance(value, (list, tuple)) else [value]
    return list(dict.fromkeys(text for text in values if isinstance(text, str) and text))
