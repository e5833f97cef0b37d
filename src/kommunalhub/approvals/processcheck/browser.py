"""@@process-check-controlpanel: what in processes and groups cannot work, and what to do."""

from kommunalhub import _
from kommunalhub.approvals.processcheck import reading
from kommunalhub.approvals.processcheck.sentences import OF_GROUPS
from kommunalhub.approvals.processcheck.sentences import sentence_of
from kommunalhub.core.titles import type_title
from plone import api
from Products.Five import BrowserView
from urllib.parse import urlencode


GROUPS = _("heading_lint_groups", default="Groups")
CONSENTS = _("heading_lint_consents", default="Consent rules")
#: The page on which a hub manager can do something about it.
PAGES = {
    "no_service_time": "deadlines-controlpanel",
    "consent_nobody": "consents-controlpanel",
    "consent_none": "consents-controlpanel",
    "consent_too_many": "consents-controlpanel",
    "consent_partner": "consents-controlpanel",
}


class ProcessCheck(BrowserView):
    """Reads everything anew each time it is asked for; changes nothing."""

    def parts(self):
        """Return [{id, title, findings}] for each type, then for groups and consent rules."""
        found = reading.findings()
        titles = {"": GROUPS, "consents": CONSENTS}
        return [
            {
                "id": f"teil-{number}",
                "title": titles.get(name) or type_title(name),
                "findings": [self.shown(finding, name) for finding in found[name]],
            }
            for number, name in enumerate(found, start=1)
        ]

    def shown(self, finding, portal_type):
        text, to_do = sentence_of(finding, portal_type, self.request)
        return {"text": text, "to_do": to_do, "stops": finding.stops, "url": self.url_of(finding)}

    def url_of(self, finding):
        if finding.rule in OF_GROUPS:
            query = urlencode({"groupname": finding.subject})
            return f"{self.portal_url}/@@usergroup-groupmembership?{query}"
        page = PAGES.get(finding.rule)
        return f"{self.portal_url}/@@{page}" if page else None

    @property
    def portal_url(self):
        return api.portal.get().absolute_url()
