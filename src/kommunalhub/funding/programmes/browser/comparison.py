"""`@@programme-vergleichen` of the catalogue: up to four programmes side by side, term by term."""

from kommunalhub import _
from kommunalhub.approvals.answers.facts import show_value
from kommunalhub.core import formatting
from kommunalhub.core.tools import catalog
from kommunalhub.funding.doors import AskLink
from kommunalhub.funding.interfaces import IFundingProgramme
from kommunalhub.funding.programmes.browser.page import FORMATS
from kommunalhub.funding.programmes.browser.page import GROUPS
from kommunalhub.funding.programmes.deadlines import calls_of
from kommunalhub.funding.programmes.deadlines import standing_of
from kommunalhub.funding.programmes.finding import TYPE
from Products.Five import BrowserView
from urllib.parse import urlencode
from zope.i18n import translate


MOST = 4
#: What is only there to be opened says nothing beside another.
LEFT_OUT = ("guideline_file", "threshold_on")
UNKNOWN = _("comparison_unknown", default="not known")
TO_APPLY = _("comparison_deadline", default="Next deadline")
CALLS = _("label_calls", default="Calls")


class Comparison(AskLink, BrowserView):
    """Rows are terms, columns programmes; whether they differ is said in words."""

    def __call__(self):
        self.programmes = self.chosen()
        self.only_different = bool(self.request.form.get("different"))
        return self.index()

    def chosen(self):
        """Return the programmes that the address names and this person may see, in its order."""
        asked = self.request.form.get("uid", [])
        asked = [asked] if isinstance(asked, str) else asked
        uids = [uid for uid in dict.fromkeys(asked) if isinstance(uid, str)][: MOST * 5]
        brains = {brain.UID: brain for brain in catalog()(portal_type=TYPE, UID=uids)}
        self.left_out = max(0, len(brains) - MOST)
        return [brains[uid].getObject() for uid in uids if uid in brains][:MOST]

    @property
    def most(self):
        return MOST

    @property
    def list_url(self):
        return self.context.absolute_url()

    def url_of(self, programmes, different):
        query = [("uid", one.UID()) for one in programmes]
        query += [("different", "1")] if different else []
        return f"{self.list_url}/@@programme-vergleichen?{urlencode(query)}"

    def other_url(self):
        """Return where all rows are shown, or only those that differ."""
        return self.url_of(self.programmes, not self.only_different)

    def heads(self):
        """Return the heads of the columns: {title, url, without}."""
        return [
            {
                "title": one.Title(),
                "url": one.absolute_url(),
                "without": self.url_of(
                    [other for other in self.programmes if other is not one], self.only_different
                ),
            }
            for one in self.programmes
        ]

    def groups(self):
        """Return [(heading, rows)]; row: {label, cells: [{title, value}], differs}."""
        found = [
            (heading, [self.row(name) for name in names if name not in LEFT_OUT])
            for heading, names in GROUPS
        ]
        found[2][1].insert(0, self.row_of_days(CALLS, self.days_of))
        found[2][1].insert(0, self.row_of_days(TO_APPLY, lambda one: standing_of(one)["text"]))
        kept = [
            (heading, [row for row in rows if row["differs"] or not self.only_different])
            for heading, rows in found
        ]
        return [(heading, rows) for heading, rows in kept if rows]

    def row(self, name):
        field = IFundingProgramme[name]
        return self.made(field.title, [self.value(one, field) for one in self.programmes])

    def row_of_days(self, label, say):
        return self.made(label, [say(one) for one in self.programmes])

    def made(self, label, values):
        said = [translate(value, context=self.request) if value else "" for value in values]
        unknown = translate(UNKNOWN, context=self.request)
        cells = [
            {"title": one.Title(), "value": value if text else unknown, "is_known": bool(text)}
            for one, value, text in zip(self.programmes, values, said, strict=True)
        ]
        return {"label": label, "cells": cells, "differs": len(set(said)) > 1}

    def value(self, programme, field):
        value = getattr(programme, field.__name__, None)
        if value in (None, "", (), set(), frozenset()):
            return ""
        show = FORMATS.get(field.__name__)
        return show(value) if show else show_value(programme, self.request, field, value)

    def days_of(self, programme):
        return ", ".join(formatting.day(call.closes) for call in calls_of(programme))
