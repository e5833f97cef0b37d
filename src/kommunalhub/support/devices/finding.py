"""Devices by what is asked of them: one query of the catalog, no device is woken."""

from dataclasses import dataclass
from datetime import date
from kommunalhub.core import formatting
from kommunalhub.core.formatting import sort_key
from kommunalhub.core.tools import catalog
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.partners.titles import short_title_of
from kommunalhub.support.devices import rules
from kommunalhub.support.devices import workflow


#: Parameters of pages and services; `q`: words that all must stand somewhere in what is shown.
FILTERS = ("kind", "partner", "place", "condition", "warranty")
WARRANTIES = (rules.ENDS_SOON, rules.OVER)
LONGEST = 120


@dataclass(frozen=True)
class Listed:
    """A device as lists know it."""

    brain: object
    number: str
    kind: str
    place: str
    person: str
    space: str
    condition: str
    partner: str
    purchased: date | None
    warranty: date | None

    @property
    def title(self):
        return self.brain.Title

    @property
    def label(self):
        return rules.label_of(self.brain.Title, self.number)

    def value(self, name, today):
        """Return what a filter compares."""
        return rules.warranty(self.warranty, today) if name == "warranty" else getattr(self, name)

    def texts(self):
        kind = titles_of("kommunalhub.device_kinds").get(self.kind)
        partner = short_title_of(self.partner) if self.partner else ""
        return (self.title, self.number, self.place, self.person, partner, kind and kind.default)


def chosen_in(form):
    """Return {filter: value} and q of what is in a form or an address."""
    texts = {name: form.get(name) for name in (*FILTERS, "q")}
    return {
        name: " ".join(text.split())
        for name, text in texts.items()
        if isinstance(text, str) and text.strip() and len(text) <= LONGEST
    }


def devices():
    """Return all Listed that who asks may see, by name."""
    brains = catalog()(portal_type=workflow.TYPE, sort_on="sortable_title")
    return [found_of(brain) for brain in brains]


def found_of(brain):
    facts = brain.device_facts or {}
    texts = {name: facts.get(name) or "" for name in TEXTS}
    days = {name: facts.get(name) for name in ("purchased", "warranty")}
    return Listed(
        brain=brain,
        partner=brain.partner or "",
        **texts,
        **{name: date.fromisoformat(day) if day else None for name, day in days.items()},
    )


TEXTS = ("number", "kind", "place", "person", "space", "condition")


def today():
    return formatting.to_local(formatting.now()).date()


def fitting(found, chosen, without=None):
    """Return those Listed that were chosen, leaving one filter out of account."""
    day, words = today(), chosen.get("q", "").split()
    wanted = {name: chosen[name] for name in FILTERS if name in chosen and name != without}
    return [
        one
        for one in found
        if all(one.value(name, day) == value for name, value in wanted.items())
        and rules.has_words(words, *one.texts())
    ]


def facet(found, chosen, name):
    """Return {value: how many} of what one filter offers beside the other choices."""
    day, counts = today(), {}
    for one in fitting(found, chosen, without=name):
        value = one.value(name, day)
        if value and (name != "warranty" or value in WARRANTIES):
            counts[value] = counts.get(value, 0) + 1
    return dict(sorted(counts.items(), key=lambda item: sort_key(str(item[0]))))
