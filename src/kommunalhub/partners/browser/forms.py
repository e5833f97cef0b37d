"""Forms of the control panel: add, change and remove a partner."""

from kommunalhub import _
from kommunalhub.core.forms.page import HubFormPage
from kommunalhub.core.forms.page import page_of
from kommunalhub.core.forms.shell import HubForm
from kommunalhub.partners import operations
from kommunalhub.partners.interfaces import IPartner
from kommunalhub.partners.interfaces import PartnerInUse
from kommunalhub.partners.interfaces import PartnerInvalid
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five import BrowserView
from z3c.form import button
from z3c.form.field import Fields
from z3c.form.form import Form
from zExceptions import NotFound
from zope import schema
from zope.interface import Interface


# How a field is typed in; the others are choices or plain text.
TYPES = {"colour": "color", "email": "email", "phone": "tel"}


class INewPartner(Interface):
    """What can be told only once."""

    id = schema.TextLine(
        title=_("label_partner_id", default="Id"),
        description=_(
            "help_partner_id",
            default="Small letters, e.g. „heiligenhafen“. Groups and folders are named after it; "
            "it cannot be changed later.",
        ),
        max_length=30,
    )


def panel_url():
    """Return the address of the list that each form leads back to."""
    return f"{api.portal.get().absolute_url()}/@@partners-controlpanel"


def known_partner(request):
    """Return the Partner that the request names; raises NotFound."""
    partner = operations.get_partner(request.get("partner"))
    if partner is None:
        raise NotFound(request.get("partner"))
    return partner


class PartnerForm(HubForm, Form):
    """What adding and changing share: the fields, and errors of operations at them."""

    fields = Fields(IPartner)
    leave_url = property(lambda self: panel_url())

    def updateWidgets(self, prefix=None):
        super().updateWidgets(prefix)
        for name, kind in TYPES.items():
            self.widgets[name].input_type = kind

    def submit(self, action):
        """Run `action` on valid data and go back to the list, or show what is wrong."""
        data, errors = self.extractData()
        if errors:
            self.status = self.formErrorsMessage
            return
        try:
            message = action(data)
        except PartnerInvalid as invalid:
            self.show_errors(invalid.errors)
            return
        api.portal.show_message(message, self.request)
        self.finished(panel_url(), data["title"])
        self.request.response.redirect(panel_url())


class AddPartner(PartnerForm):
    """Adds a partner with its groups; the domains make its folders."""

    fields = Fields(INewPartner) + Fields(IPartner)
    ignoreContext = True
    once = True
    label = _("title_add_partner", default="Add an administration")

    @button.buttonAndHandler(_("button_save", default="Save"), name="save")
    def add(self, action):
        self.submit(self._add)

    def _add(self, data):
        values = dict(data)
        operations.add_partner(values.pop("id"), **values)
        return _(
            "message_partner_added",
            default="${title} is there. Invite its first people under „First steps“.",
            mapping={"title": data["title"]},
        )


class EditPartner(PartnerForm):
    """Changes name, colour and contact of a partner."""

    label = _("title_edit_partner", default="Change an administration")

    def hidden(self):
        return {**super().hidden(), "partner": self.getContent().id}

    def getContent(self):
        return known_partner(self.request)

    @button.buttonAndHandler(_("button_save", default="Save"), name="save")
    def save(self, action):
        self.submit(self._save)

    def _save(self, data):
        operations.update_partner(self.getContent().id, **data)
        return _("message_partner_saved", default="Saved.")


def trail():
    """Return the way to what is asked of one administration."""
    return [{"title": _("title_partners", default="Administrations"), "url": panel_url()}]


class PartnerPage(HubFormPage):
    """The page of these forms."""

    def trail(self):
        return trail()


AddPartnerPage = page_of(AddPartner, PartnerPage)
EditPartnerPage = page_of(EditPartner, PartnerPage)


class RemovePartner(BrowserView):
    """Asks before a partner goes; says why one stays."""

    panel_url = property(lambda self: panel_url())

    def trail(self):
        return trail()

    def __call__(self):
        self.partner = known_partner(self.request)
        if self.request.method == "POST":
            return self._remove()
        self.refusal = operations.removal_refusal(self.partner.id)
        return self.index()

    def _remove(self):
        CheckAuthenticator(self.request)
        try:
            operations.remove_partner(self.partner.id)
        except PartnerInUse as in_use:
            api.portal.show_message(in_use.args[0], self.request, type="error")
        else:
            message = _(
                "message_partner_removed",
                default="${title} is removed, and its groups with it.",
                mapping={"title": self.partner.title},
            )
            api.portal.show_message(message, self.request)
        self.request.response.redirect(self.panel_url)
        return ""
