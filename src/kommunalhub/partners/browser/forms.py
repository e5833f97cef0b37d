"""Forms of the control panel: add, change and remove a partner."""

from kommunalhub import _
from kommunalhub.partners import operations
from kommunalhub.partners.interfaces import IPartner
from kommunalhub.partners.interfaces import PartnerInUse
from kommunalhub.partners.interfaces import PartnerInvalid
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from z3c.form import button
from z3c.form.field import Fields
from z3c.form.form import Form
from z3c.form.interfaces import IErrorViewSnippet
from zExceptions import NotFound
from zope import schema
from zope.component import getMultiAdapter
from zope.interface import Interface
from zope.interface import Invalid


# How a field is typed in; the others are choices or one line of text.
CONTROLS = {"colour": "color", "address": "textarea", "email": "email", "phone": "tel"}


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


class PartnerForm(Form):
    """What adding and changing share: the fields, and errors of operations at them."""

    fields = Fields(IPartner)
    template = ViewPageTemplateFile("templates/form.pt")
    panel_url = property(lambda self: panel_url())

    def rows(self):
        """Return what the template shows per field, in order."""
        return [self._row(widget) for widget in self.widgets.values()]

    def _row(self, widget):
        name, terms = widget.field.__name__, getattr(widget, "terms", None)
        return {
            "id": widget.id,
            "name": widget.name,
            "label": widget.label,
            "help": widget.field.description,
            "required": widget.required,
            "error": widget.error.message if widget.error else None,
            "control": "select" if terms is not None else CONTROLS.get(name, "text"),
            "value": widget.value,
            "choices": [
                {"value": term.token, "content": term.title, "selected": term.token in widget.value}
                for term in terms or ()
            ],
            "described_by": f"{widget.id}-help {widget.id}-error",
            "max_length": getattr(widget.field, "max_length", None),
        }

    def submit(self, action):
        """Run `action` on valid data and go back to the list, or show what is wrong."""
        CheckAuthenticator(self.request)
        data, errors = self.extractData()
        if errors:
            self.status = self.formErrorsMessage
            return
        try:
            message = action(data)
        except PartnerInvalid as invalid:
            self._show(invalid.errors)
            return
        api.portal.show_message(message, self.request)
        self.request.response.redirect(self.panel_url)

    def _show(self, errors):
        self.status = self.formErrorsMessage
        for name, message in errors.items():
            widget = self.widgets[name]
            error = getMultiAdapter(
                (Invalid(message), self.request, widget, widget.field, self, self.context),
                IErrorViewSnippet,
            )
            error.update()
            widget.error = error


class AddPartner(PartnerForm):
    """Adds a partner with its groups; the domains make its folders."""

    fields = Fields(INewPartner) + Fields(IPartner)
    ignoreContext = True
    label = _("title_add_partner", default="Add an administration")

    @button.buttonAndHandler(_("button_add_partner", default="Add"), name="save")
    def add(self, action):
        self.submit(self._add)

    def _add(self, data):
        operations.add_partner(data.pop("id"), **data)
        return _(
            "message_partner_added",
            default="${title} is there. Now put people into its groups.",
            mapping={"title": data["title"]},
        )


class EditPartner(PartnerForm):
    """Changes name, colour and contact of a partner."""

    label = _("title_edit_partner", default="Change an administration")

    def getContent(self):
        return known_partner(self.request)

    @button.buttonAndHandler(_("button_save", default="Save"), name="save")
    def save(self, action):
        self.submit(self._save)

    def _save(self, data):
        operations.update_partner(self.getContent().id, **data)
        return _("message_partner_saved", default="Saved.")


class RemovePartner(BrowserView):
    """Asks before a partner goes; says why one stays."""

    panel_url = property(lambda self: panel_url())

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
