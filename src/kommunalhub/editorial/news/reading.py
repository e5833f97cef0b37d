"""Which news there is for who asks: one question to the catalog, no news is woken."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.approvals.pages import INTERNAL
from kommunalhub.approvals.pages import RELEASED
from kommunalhub.approvals.timing.reading import day_of
from kommunalhub.core import formatting
from kommunalhub.core.homeblocks import is_colleague
from kommunalhub.core.messages import filled
from kommunalhub.core.pictures.rules import full
from kommunalhub.core.pictures.rules import position
from kommunalhub.core.pictures.tags import listed
from kommunalhub.core.private.catalog import brain_at
from kommunalhub.core.private.catalog import columns_of
from kommunalhub.core.private.catalog import rids_of
from kommunalhub.core.tools import catalog
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.editorial.mustread.reading import ANY_DAY
from kommunalhub.editorial.mustread.reading import INDEX
from kommunalhub.editorial.news import rules
from kommunalhub.editorial.talk import operations as talk
from kommunalhub.partners.membership import partner_ids
from kommunalhub.partners.titles import short_title_of
from zope.i18n import translate


TYPE = "News Item"
TOPICS = "kommunalhub.material_topics"
COMMENTS_ONE = _("news_comments_one", default="1 comment")
COMMENTS = _("news_comments", default="${n} comments")


def asked_in(form):
    """Return (what the values of a request ask for, names of those that nothing is called by)."""
    found, wrong = {}, []
    for name, is_known in (
        ("partner", partner_ids().__contains__),
        ("topic", titles_of(TOPICS).__contains__),
        ("month", rules.is_month),
    ):
        value = form.get(name) or None
        if isinstance(value, str) and is_known(value):
            found[name] = value
        elif value is not None:
            wrong.append(name)
    return found, wrong


class ReleasedNews:
    """Released news that somebody may read, the newest first.

    partner, topic: id and token, None for all. month: like 2026-11; the archive counts without it.
    path: of a folder that they are in. states: those of review.
    """

    def __init__(self, partner=None, topic=None, month=None, path=None, states=RELEASED):
        self.query = {"partner": partner, "material_topics": topic, "path": path}
        self.month = month
        self.states = states

    @cached_property
    def _all(self):
        """[(record id, facts)] of all months."""
        query = {name: value for name, value in self.query.items() if value is not None}
        tool = catalog()
        rids = rids_of(
            tool(
                portal_type=TYPE,
                review_state=list(self.states),
                sort_on="effective",
                sort_order="descending",
                **query,
            )
        )
        columns = columns_of(tool, "news_facts", "UID")
        return [(rid, facts_in(columns(rid)[0])) for rid in rids]

    @property
    def newest(self):
        """The record ids by their days alone."""
        return [rid for rid, _facts in self._all]

    @cached_property
    def rids(self):
        """The record ids of what is shown: what is on top first, in a month by its days alone."""
        if self.month is not None:
            return [rid for rid, facts in self._all if facts["month"] == self.month]
        return rules.arranged([(rid, facts["pinned"]) for rid, facts in self._all], _today())

    @cached_property
    def months(self):
        """[(year, [(month, count)])]."""
        counts = {}
        for _rid, facts in self._all:
            if facts["month"]:
                counts[facts["month"]] = counts.get(facts["month"], 0) + 1
        return rules.by_year(counts)

    def rows(self, rids, scale="preview"):
        """Return what a list shows of these, see `row_of`.

        must_read: whether who asks has to confirm it. comments: how many there are, None for who
        reads none and where the author wants none.
        """
        make, asking, rows = brain_at(catalog()), self._asking, []
        is_told, counts = is_colleague(), talk.counts()
        for rid in rids:
            row = row_of(make(rid), scale)
            row["must_read"] = rid in asking
            row["comments"] = counts.get(row["uid"], 0) if is_told and row["talk"] else None
            rows.append(row)
        return rows

    @cached_property
    def _asking(self):
        """The record ids of what has to be confirmed; others than colleagues are not told."""
        if not is_colleague():
            return frozenset()
        return frozenset(rids_of(catalog()(portal_type=TYPE, **{INDEX: ANY_DAY})))


def newest(find, limit, **query):
    """Return brains of up to `limit` news, the newest first, but what is on top before.

    find: asks the catalog, called with a limit and a query. What is not released yet stands last.
    """
    query |= {"portal_type": TYPE, "sort_on": "effective", "sort_order": "descending"}
    on_top = {"query": _today(), "range": "min"}
    most = min(limit, rules.MOST_PINNED)
    top = list(find(most, review_state=list(RELEASED), pinned_until=on_top, **query))
    chosen = {brain.getRID() for brain in top}
    return [*top, *(one for one in find(limit, **query) if one.getRID() not in chosen)][:limit]


def day_and_comments(brain, request):
    """Return the day of a piece of news, and how many comments it has, for who may read them."""
    count = talk.counts().get(brain.UID, 0) if facts_in(brain.news_facts)["talk"] else 0
    if not count:
        return day_of(brain)
    said = COMMENTS_ONE if count == 1 else filled(COMMENTS, n=count)
    return f"{day_of(brain)} · {translate(said, context=request)}"


def is_on_top(brain):
    """Return whether news stands on top today, by what the catalog keeps of it."""
    return rules.is_pinned(facts_in(brain.news_facts)["pinned"], _today())


def _today():
    return formatting.to_local(formatting.now()).date().isoformat()


def facts_in(column):
    """Return the facts of a piece of news as the catalog keeps them; of an old one too."""
    empty = {"pinned": "", "month": "", "topics": (), "talk": False, "alt": "", "focus": None}
    return {**empty, **column} if isinstance(column, dict) else empty


def row_of(brain, scale="preview"):
    """Return what lists and feeds show of a brain: a dict.

    out, changed: moments; tokens: of its topics, topics: their titles; talk: whether its author
    allows comments; picture: {src, width, height, alt, focus, position} or None.
    """
    facts, titles = facts_in(brain.news_facts), titles_of(TOPICS)
    out = brain.effective if brain.effective.year() > 1969 else brain.created
    out = formatting.to_local(out.asdatetime())
    picture = listed(brain, scale)
    if picture is not None:
        focus = full(facts["focus"])
        picture = {**picture, "alt": facts["alt"], "focus": focus, "position": position(focus)}
    return {
        "uid": brain.UID,
        "title": brain.Title,
        "url": brain.getURL(),
        "text": brain.Description,
        "out": out,
        "day": formatting.day(out),
        "iso": out.date().isoformat(),
        "changed": brain.modified.asdatetime(),
        "partner": short_title_of(brain.partner or None),
        "partner_id": brain.partner or None,
        "internal": brain.review_state == INTERNAL,
        "pinned": is_on_top(brain),
        "tokens": [token for token in facts["topics"] if token in titles],
        "topics": [titles[token] for token in facts["topics"] if token in titles],
        "talk": facts["talk"],
        "picture": picture,
    }
