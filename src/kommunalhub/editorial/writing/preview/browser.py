"""@@vorschau: the page in a frame, as somebody else; @@vorschau-seite: what stands in it."""

from AccessControl.SpecialUsers import nobody
from AccessControl.users import SimpleUser
from contextlib import contextmanager
from kommunalhub import _
from kommunalhub.core.browser.own import OwnPage
from plone import api
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component import getMultiAdapter


VISITOR, COLLEAGUE = "visitor", "colleague"
PEOPLE = {
    VISITOR: _("preview_visitor", default="Citizens, without signing in"),
    COLLEAGUE: _("preview_colleague", default="Colleagues of all administrations"),
}
SCREEN, PHONE = "screen", "phone"
DEVICES = {
    SCREEN: _("preview_screen", default="Computer"),
    PHONE: _("preview_phone", default="Phone (390 pixels wide)"),
}
#: A person who works here and nowhere in particular.
ROLES = ("Authenticated", "Member", "Staff")


def wanted(request, name, known):
    """Return the value of a field of the address that is known, the first one otherwise."""
    value = request.form.get(name)
    return value if isinstance(value, str) and value in known else next(iter(known))


class Preview(OwnPage):
    """Chooses as whom and on what, and frames the page."""

    template = ViewPageTemplateFile("templates/preview.pt")

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@vorschau"

    @property
    def who(self):
        return wanted(self.request, "who", PEOPLE)

    @property
    def device(self):
        return wanted(self.request, "device", DEVICES)

    @property
    def framed(self):
        return f"{self.context.absolute_url()}/@@vorschau-seite?who={self.who}"

    @property
    def is_phone(self):
        return self.device == PHONE

    def choices(self):
        """Return [{name, label, options: [{value, title, selected}]}] of both choices."""
        parts = (
            ("who", _("label_preview_who", default="As"), PEOPLE, self.who),
            ("device", _("label_preview_device", default="On"), DEVICES, self.device),
        )
        return [
            {
                "name": name,
                "label": label,
                "options": [
                    {"value": value, "title": title, "selected": value == chosen}
                    for value, title in known.items()
                ],
            }
            for name, label, known, chosen in parts
        ]

    def describe(self):
        """Return what the frame is called for who hears it."""
        return _(
            "preview_frame",
            default="Preview of “${title}”",
            mapping={"title": self.context.Title()},
        )


class PreviewedPage(BrowserView):
    """The page itself, drawn for somebody else; who may change it may see it so."""

    def __call__(self):
        response = self.request.response
        response.setHeader("X-Robots-Tag", "noindex")
        response.setHeader("Cache-Control", "no-store")
        with seen_by(wanted(self.request, "who", PEOPLE)):
            page = getMultiAdapter((self.context, self.request), name=self.context.getLayout())
            page.badge = lambda: None  # it is shown as if it were released
            return page()


@contextmanager
def seen_by(who):
    """Act as somebody without an account here, or as a colleague of no administration."""
    users = api.portal.get_tool("acl_users")
    user = nobody if who == VISITOR else SimpleUser("Vorschau", "", ROLES, ())
    with api.env.adopt_user(user=user.__of__(users)):
        yield
