"""What the catalog and the clock know of exhibits, so that no list wakes one."""

from kommunalhub.approvals.case.parts import CasePart
from kommunalhub.approvals.clock.rules import end_of
from kommunalhub.approvals.interfaces import ICaseExtra
from kommunalhub.approvals.workflows import state_of
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.search.texts import words_of_rich
from kommunalhub.showroom import gaps
from kommunalhub.showroom import media
from kommunalhub.showroom import rules
from kommunalhub.showroom import workflow
from kommunalhub.showroom.interfaces import IExhibit
from kommunalhub.showroom.interfaces import IExhibitFacts
from kommunalhub.showroom.interfaces import IMedium
from plone.indexer.decorator import indexer
from zope.component import adapter
from zope.component import subscribers
from zope.interface import implementer


@implementer(ICaseExtra)
@adapter(IExhibit)
class ExhibitExtra:
    """What the condition in workflow.py needs, and who is awaited for what was promised."""

    def __init__(self, context):
        self.context = context

    def __call__(self):
        found = gaps.gaps_of(self.context)
        extra = gaps.known(found)
        if state_of(self.context) in workflow.RELEASED and rules.next_day(found):
            extra["awaits"] = ("partner-editors",)
        return extra


@adapter(IExhibit)
class PromisePart(CasePart):
    """What was promised by a day is due on it, while others see the exhibit."""

    def due(self, due):
        if due is not None or state_of(self.case) not in workflow.RELEASED:
            return due
        day = rules.next_day(gaps.gaps_of(self.case))
        if day is None:
            return None
        return end_of(day)


@indexer(IExhibit)
def exhibit_kind(obj):
    return obj.kind


@indexer(IExhibit)
def exhibit_facts(obj):
    """Return what lists show: plain values."""
    facts = {
        "alt": (obj.alternative or "").strip(),
        "place": obj.place or "",
        "topics": sorted(obj.topics or ()),
        "languages": sorted(obj.languages or ()),
        "simple": bool((obj.simple_text or "").strip()),
        "sign": bool(obj.sign_film),
        "in_hall": bool(obj.in_hall),
    }
    for one in subscribers((obj,), IExhibitFacts):
        facts.update(one.facts())
    return facts


@indexer(IExhibit)
def exhibit_searchable(obj):
    """Return what an exhibit is found by: its words, those of its place and of its topics."""
    topics = titles_of("kommunalhub.showroom.topics")
    named = [str(topics[token].default) for token in obj.topics or () if token in topics]
    parts = (
        *(obj.title, obj.description, words_of_rich(obj.text), obj.simple_text, obj.alternative),
        *(obj.place, obj.address, *named, obj.credits),
    )
    return " ".join(part for part in parts if part)


@indexer(IMedium)
def medium_searchable(obj):
    """Return what a medium is found by: title and description in words."""
    return " ".join(part for part in (obj.title, obj.description, obj.alternative) if part)


@indexer(IMedium)
def medium_kind(obj):
    """Return the kind of the exhibit around a medium, so that both are found by it."""
    exhibit = media.exhibit_of(obj)
    if exhibit is None:
        raise AttributeError("exhibit_kind")
    return exhibit.kind
