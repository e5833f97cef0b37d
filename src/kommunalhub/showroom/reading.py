"""Exhibits as lists show them: one query, no object is woken."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.badges import badge_of_brain
from kommunalhub.core.caching.revision import public_revision
from kommunalhub.core.pictures.tags import listed
from kommunalhub.core.reading import lasting
from kommunalhub.core.tools import catalog
from kommunalhub.core.tools import site
from kommunalhub.core.tools import site_url
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.partners.membership import partner_ids
from kommunalhub.partners.titles import short_title_of
from kommunalhub.showroom import rules
from kommunalhub.showroom import workflow
from kommunalhub.showroom.vocabularies import KINDS


TOPICS = "kommunalhub.showroom.topics"
LANGUAGES = "kommunalhub.showroom.languages"
SIMPLE, SIGN = "simple", "sign"
#: Ways to read or see it that not every exhibit has.
WAYS = {
    SIMPLE: _("label_exhibit_simple", default="In easy language"),
    SIGN: _("label_exhibit_sign", default="In sign language (DGS)"),
}
PICTURE = "preview"


@dataclass(frozen=True)
class Row:
    """What a list shows of an exhibit. look: live, coming or "" by the time."""

    brain: object
    facts: dict
    look: str
    starts: datetime | None
    ends: datetime | None = None

    @property
    def lacks(self):
        """How much is needed before everybody may see it; of what is not released yet."""
        if self.brain.review_state in workflow.RELEASED:
            return 0
        extra = getattr(self.brain, "case_extra", None) or {}
        return len(extra.get("gaps", ())) + extra.get("gaps_more", 0)

    @cached_property
    def shown(self):
        """{title, url, about, kind, partner, ...}: what templates and programs read."""
        brain, facts = self.brain, self.facts
        topics = titles_of(TOPICS)
        picture = listed(brain, PICTURE)
        return {
            "uid": brain.UID,
            "title": brain.Title,
            "url": brain.getURL(),
            "about": brain.Description,
            "kind": KINDS.get(brain.exhibit_kind),
            "kind_id": brain.exhibit_kind,
            "partner": short_title_of(brain.partner),
            "partner_id": brain.partner,
            "place": facts.get("place"),
            "topics": [topics[token] for token in facts.get("topics", ()) if token in topics],
            "ways": [title for name, title in WAYS.items() if facts.get(name)],
            "stops": facts.get("stops"),
            "minutes": facts.get("minutes"),
            "look": self.look,
            "starts": formatting.moment(self.starts) if self.starts else None,
            "iso": self.starts.isoformat() if self.starts else None,
            "picture": picture and {**picture, "alt": facts.get("alt", "")},
            "badge": badge_of_brain(brain),
            "internal": brain.review_state == workflow.INTERNAL,
            "lacks": self.lacks,
        }


def choices():
    """Return {name of a filter: {value: title}}."""
    return {
        "kind": {kind: KINDS[kind] for kind in rules.KINDS},
        "topic": titles_of(TOPICS),
        "partner": {one: short_title_of(one) for one in partner_ids()},
        "language": {**WAYS, **titles_of(LANGUAGES)},
    }


def asked_in(form):
    """Return ({filter: value}, names of filters that were given values there are none of)."""
    known = choices()
    asked = {name: form.get(name) for name in known if form.get(name) not in (None, "")}
    wrong = [
        name
        for name, value in asked.items()
        if not isinstance(value, str) or value not in known[name]
    ]
    return {name: value for name, value in asked.items() if name not in wrong}, wrong


def exhibits(now, **asked):
    """Return the Rows of what who asks may see and what fits: live first, then what is coming."""
    query = {"portal_type": workflow.TYPE}
    if "kind" in asked:
        query["exhibit_kind"] = asked["kind"]
    if "partner" in asked:
        query["partner"] = asked["partner"]
    brains = catalog()(**query, sort_on="effective", sort_order="descending")
    rows = [row_of(brain, now) for brain in brains]
    rows = [row for row in rows if fits(row.facts, asked)]
    return sorted(rows, key=lambda row: rules.place_of(row.look, row.starts))


def row_of(brain, now):
    facts = getattr(brain, "exhibit_facts", None) or {}
    starts, ends = (moment_of(facts.get(name)) for name in ("starts", "ends"))
    return Row(brain, facts, rules.look_at(now, starts, ends), starts, ends)


def on_air(now):
    """Return a text that changes when a livestream begins or ends that who asks may see."""
    known = streams_for_visitors() if asking.is_anonymous() else streams()
    looks = (
        (uid, rules.look_at(now, moment_of(starts), moment_of(ends))) for uid, starts, ends in known
    )
    return ",".join(f"{uid}:{look}" for uid, look in looks if look)


def streams():
    """Return (UID, beginning, end) of the livestreams that who asks may see, as texts."""
    brains = catalog()(portal_type=workflow.TYPE, exhibit_kind=rules.LIVE)
    known = ((brain.UID, getattr(brain, "exhibit_facts", None) or {}) for brain in brains)
    return tuple((uid, facts["starts"], facts["ends"]) for uid, facts in known if "starts" in facts)


@lasting(lambda: (site_url(), str(public_revision(site()))))
def streams_for_visitors():
    return streams()


def moment_of(text):
    return datetime.fromisoformat(text) if text else None


def fits(facts, asked):
    """Return whether what is known of an exhibit fits the filters on topic and language."""
    topic, language = asked.get("topic"), asked.get("language")
    if topic is not None and topic not in facts.get("topics", ()):
        return False
    if language in WAYS:
        return bool(facts.get(language))
    return language is None or language in facts.get("languages", ())
