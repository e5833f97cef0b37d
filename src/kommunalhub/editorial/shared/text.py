"""The text of a shared page as somebody reads it: their administration's values, and a choice."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.approvals.revisions import is_revision
from kommunalhub.core.messages import filled
from kommunalhub.core.pagetext import IPageText
from kommunalhub.editorial.shared import operations
from kommunalhub.editorial.shared import rules
from kommunalhub.partners.membership import get_partner
from kommunalhub.partners.membership import partner_ids
from kommunalhub.partners.membership import partners_of
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18n import translate
from zope.interface import implementer


MISSING = _("slot_missing", default="${slot}: please ask us")
#: What the area of an administration told on an earlier day is not kept.
THEN = _("slot_missing_then", default="${slot}: not known for that day")


@implementer(IPageText)
class SharedText(BrowserView):
    """Stands around a text with slots; any other comes back as it is."""

    template = ViewPageTemplateFile("templates/shared.pt")

    def __call__(self, html, moment):
        self.moment, self.slots = moment, rules.slots_of(html)
        if not self.slots:
            return html
        self.filled = rules.filled(html, self.said)
        return self.template()

    @cached_property
    def chosen(self):
        """Return the administration whose values stand in the text: asked for, else one's own."""
        asked = self.request.form.get("partner")
        if isinstance(asked, str) and asked in partner_ids():
            return asked
        own = partners_of()
        return own[0] if own else None

    def said(self, slot):
        if self.chosen is None:
            message = _("slot_choose", default="${slot}: see below", mapping={"slot": slot})
            return "gapped open", (translate(message, context=self.request),)
        lines = rules.lines_of(self.value(self.chosen, slot))
        if lines:
            return "gapped", lines
        message = MISSING if self.moment is None else THEN
        message = filled(message, slot=slot)
        return "gapped open", (translate(message, context=self.request),)

    def none(self):
        """Return what stands in the table where nothing was said."""
        if self.moment is None:
            return _("shared_none", default="please ask")
        return _("shared_none_then", default="not known")

    def value(self, partner, slot):
        return operations.value_of(self.context, partner, slot, self.moment)

    @cached_property
    def partners(self):
        """Return the administrations that say anything, and the one that is read, by name."""
        found = [get_partner(one) for one in partner_ids()]
        told = [
            one
            for one in found
            if one.id == self.chosen or any(self.value(one.id, slot) for slot in self.slots)
        ]
        return sorted(told, key=lambda one: one.title)

    def choices(self):
        if self.moment is not None:
            return []
        url = self.context.absolute_url()
        return [
            {
                "title": one.title,
                "url": f"{url}?partner={one.id}",
                "current": "true" if one.id == self.chosen else None,
            }
            for one in self.partners
        ]

    def rows(self):
        """Return [{slot, values}] of the table: a column for each administration."""
        return [
            {
                "slot": slot,
                "cells": [
                    {
                        "partner": one.title,
                        "lines": [*map(rules.pieces_of, rules.lines_of(self.value(one.id, slot)))],
                    }
                    for one in self.partners
                ],
            }
            for slot in self.slots
        ]

    def tasks(self):
        """Return what who asks has to do: [{partner, slots, stale, url}]; only editors do."""
        found = []
        own = partners_of() if self.moment is None and not is_revision(self.context) else ()
        for partner in operations.fillable() if own else ():
            if partner not in own:
                continue
            url = f"{self.context.absolute_url()}/@@angaben?partner={partner}"
            lacks = operations.missing(self.context, partner)
            found.append(
                {
                    "partner": get_partner(partner).title,
                    "slots": ", ".join(lacks),
                    "stale": operations.looks_again(self.context, partner),
                    "url": url,
                }
            )
        return found
