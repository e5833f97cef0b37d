"""What stands above a form, @@entwurf that takes what was typed, and one's own drafts."""

from datetime import datetime
from functools import cached_property
from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.browser.frame import static_url
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.core.tools import site
from kommunalhub.core.tools import site_url
from kommunalhub.editorial.checks.interfaces import IChecked
from kommunalhub.editorial.drafts import operations
from kommunalhub.editorial.drafts import rules
from kommunalhub.editorial.drafts import storage
from plone.app.layout.viewlets.common import ViewletBase
from plone.protect.authenticator import createToken
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import BadRequest
from zExceptions import Forbidden
from zope.i18n import translate

import json


#: What is added with an editor, and keeps drafts.
TYPES = ("Document", "News Item", "Event")
WRONG = _("draft_wrong", default="This cannot be kept.")
BIG = _("draft_big", default="This is too much to be kept on the site. Please save it.")
LET_GO = _("draft_let_go", default="What you had typed is gone.")


def form_of(context, view):
    """Return the name of the form that a view shows, None where no drafts are kept of it."""
    portal_type = getattr(view, "portal_type", None) or getattr(
        getattr(view, "form_instance", None), "portal_type", None
    )
    if portal_type in TYPES and getattr(view, "ti", None) is not None:
        return f"{rules.ADD}{portal_type}"
    return rules.EDIT if IChecked.providedBy(context) else None


class DraftViewlet(ViewletBase):
    """Above the form: unseen without scripts, and until there is something to offer."""

    template = ViewPageTemplateFile("templates/offer.pt")

    def render(self):
        if asking.is_anonymous() or self.form is None:
            return ""
        return self.template()

    @cached_property
    def form(self):
        return form_of(self.context, self.__parent__)

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@entwurf"

    @property
    def key(self):
        return operations.key_of(self.context, self.form)

    @property
    def userid(self):
        return asking.userid()

    @property
    def token(self):
        return createToken()

    @property
    def script(self):
        return static_url("draft.js", site_url())

    @cached_property
    def stored(self):
        """Return the draft of the site as JSON, "" for none."""
        draft = operations.draft_of(self.context, self.form)
        if draft is None:
            return ""
        when = int(datetime.fromisoformat(draft["when"]).timestamp() * 1000)
        return json.dumps({"when": when, "entries": draft["entries"]})


class TakeDraft(OwnPage):
    """POST with `form`, `title` and `entries` keeps it; with `discard` lets go of it."""

    def __call__(self):
        if self.request.method != "POST":
            return self.lead_to(self.context.absolute_url())
        return super().__call__()

    def post(self):
        try:
            form = rules.read_form(self.field("form"))
            if not self.may(form):
                raise Forbidden(self.__name__)
            if self.field("discard"):
                operations.drop(self.context, form)
            else:
                entries = rules.read_entries(self.field("entries"))
                title = " ".join(self.field("title").split())[: rules.LONGEST_NAME]
                operations.keep(self.context, form, entries, title)
        except rules.NotKept as error:
            said = BIG if error.args[0] == "big" else WRONG
            raise BadRequest(translate(said, context=self.request)) from error
        self.request.response.setStatus(204)
        return ""

    def may(self, form):
        """Return whether who asks can save this form now."""
        if form == rules.EDIT:
            return asking.may("Modify portal content", self.context)
        return asking.may("Add portal content", self.context)


class OwnDrafts(OwnPage):
    """@@meine-entwuerfe: what is kept of oneself here, to go on with or let go of."""

    template = ViewPageTemplateFile("templates/own.pt")

    @property
    def url(self):
        return f"{self.site_url}/@@meine-entwuerfe"

    def rows(self):
        """Return [{key, title, when, url}], the newest first."""
        own = storage.own_of(site(), self.userid)
        rows = [
            {
                "key": key,
                "title": draft["title"],
                "when": formatting.moment(datetime.fromisoformat(draft["when"])),
                "sorted": draft["when"],
                "url": f"{self.site_url}/{draft['path']}/{draft['form']}",
            }
            for key, draft in own.items()
        ]
        return sorted(rows, key=lambda row: row["sorted"], reverse=True)

    def post(self):
        operations.drop_key(self.userid, self.field("draft"))
        return self.lead_to(self.url, LET_GO)


class OwnDraftsFile(OwnPage):
    """@@meine-entwuerfe.json: a copy of all of it (Art. 15 GDPR)."""

    def template(self):
        own = storage.own_of(site(), self.userid)
        response = self.request.response
        response.setHeader("Content-Type", "application/json; charset=utf-8")
        response.setHeader("Content-Disposition", 'attachment; filename="meine-entwuerfe.json"')
        response.setHeader("Cache-Control", "no-store")
        told = [
            {name: draft[name] for name in ("title", "path", "form", "when", "entries")}
            for draft in own.values()
        ]
        return json.dumps(told, ensure_ascii=False, indent=2)
