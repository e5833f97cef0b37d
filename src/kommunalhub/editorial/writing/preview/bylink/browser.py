"""@@vorschau-links of a page for its editors; @@vorschau-ansehen and pictures for the others."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.approvals.pages import PUBLIC
from kommunalhub.approvals.workflows import state_of
from kommunalhub.core import formatting
from kommunalhub.core import links
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.core.kept import kept
from kommunalhub.core.messages import filled
from kommunalhub.core.tools import site_url
from kommunalhub.editorial.writing.preview.browser import seen_by
from kommunalhub.editorial.writing.preview.browser import VISITOR
from kommunalhub.editorial.writing.preview.bylink import operations
from kommunalhub.editorial.writing.preview.bylink import pictures
from kommunalhub.editorial.writing.preview.bylink import rules
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound


DAYS = _("preview_link_days", default="${n} days")
ONE_DAY = _("preview_link_days_one", default="one day")
WHOM_WRONG = _(
    "preview_link_whom_wrong", default="Please say whom the link is for, in up to 100 letters."
)
DAYS_WRONG = _("preview_link_days_wrong", default="Please choose how long the link is good.")
FULL = _("preview_link_full", default="Ten links hold already. Please take one back first.")
READ = _("preview_link_read", default="This page is released: send its own address.")
MADE = _("preview_link_made", default="The link is ready. Copy it and send it to ${whom}.")
TAKEN_BACK = _("preview_link_taken_back", default="The link for ${whom} is good no longer.")


class PreviewLinks(OwnPage):
    """The links that hold, and a form for another one."""

    template = ViewPageTemplateFile("templates/links.pt")

    def __call__(self):
        self.errors = {}
        return super().__call__()

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@vorschau-links"

    def is_open(self):
        return operations.can_be_shown(self.context)

    def days(self):
        return [
            {
                "value": str(number),
                "title": ONE_DAY if number == 1 else filled(DAYS, n=number),
                "selected": str(number) == (self.field("days") or "7"),
            }
            for number in rules.DAYS
        ]

    def rows(self):
        """Return [{number, whom, until, url}]."""
        return [
            {
                "number": one.number,
                "whom": one.whom,
                "until": formatting.moment(one.until),
                "url": operations.address_of(self.context, one),
            }
            for one in operations.holding(self.context)
        ]

    def post(self):
        number = self.field("revoke")
        if number:
            return self.take_back(number)
        if not self.is_open():
            return self.lead_to(self.url, READ)
        days, whom = rules.read_days(self.field("days")), rules.read_whom(self.field("whom"))
        if whom is None:
            self.errors["whom"] = WHOM_WRONG
        if days is None:
            self.errors["days"] = DAYS_WRONG
        if not self.errors:
            try:
                operations.make(self.context, days, whom)
            except operations.NoMore:
                self.errors["whom"] = FULL
        if self.errors:
            self.request.response.setStatus(400)
            return self.template()
        return self.lead_to(self.url, filled(MADE, whom=whom))

    def take_back(self, number):
        whom = next((one["whom"] for one in self.rows() if one["number"] == number), None)
        if whom is None:
            return self.lead_to(self.url)
        operations.take_back(self.context, number)
        return self.lead_to(self.url, filled(TAKEN_BACK, whom=whom))


class ByLink(BrowserView):
    """What is reached by a link: nobody keeps it or lists it, and no address leaves the site."""

    template = ViewPageTemplateFile("templates/shown.pt")

    def __call__(self):
        links.hide(self.request.response)
        if self.page is not None and state_of(self.page) == PUBLIC:
            return self.request.response.redirect(self.page.absolute_url())
        if self.page is None or not operations.can_be_shown(self.page):
            self.page = None
            self.request.response.setStatus(404)
        return self.template()

    @property
    def key(self):
        value = self.request.form.get(links.KEY)
        return value if isinstance(value, str) else ""

    @cached_property
    def found(self):
        return operations.found(self.key)

    @cached_property
    def page(self):
        return None if self.found is None else self.found[0]

    def until(self):
        return formatting.moment(self.found[1].until)

    @cached_property
    def html(self):
        """The text as visitors will read it."""
        text = getattr(self.page, "text", None)
        if text is None:
            return ""
        with seen_by(VISITOR):
            return text.output_relative_to(self.page)

    @property
    def address(self):
        return f"{site_url()}/@@vorschau-bild?{links.KEY}={self.key}&picture="

    def text(self):
        return pictures.with_addresses(self.page, self.html, self.address)

    def lead(self):
        """Return {src, alt} of the picture above the text, None where there is none."""
        if pictures.picture(self.page, self.html, pictures.LEAD) is None:
            return None
        alt = kept(self.page, "image_alt") or ""
        return {"src": f"{self.address}{pictures.LEAD}", "alt": alt}


class PictureByLink(ByLink):
    """One picture of what the same link shows."""

    def __call__(self):
        response = self.request.response
        links.hide(response)
        if self.page is None or not operations.can_be_shown(self.page):
            raise NotFound(self.__name__)
        which = self.request.form.get("picture")
        found = pictures.picture(self.page, self.html, which) if isinstance(which, str) else None
        if found is None:
            raise NotFound(self.__name__)
        kind, data = found
        response.setHeader("Content-Type", kind)
        response.setHeader("Content-Length", str(len(data)))
        return data
