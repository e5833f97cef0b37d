"""The form of who has no account: the fields of a ticket, and who reports it."""

from kommunalhub import _
from kommunalhub.core.validation import is_email
from kommunalhub.lib import addresses
from kommunalhub.support.interfaces import ISupportTicket
from plone.autoform import directives
from plone.supermodel import model
from zope import schema


class IReportByLink(ISupportTicket):
    """A ticket, and where its link goes; nothing is reported for somebody else this way."""

    directives.omitted("for_whom")

    model.fieldset(
        "reporter",
        label=_("fieldset_reporter", default="You"),
        fields=["contact_name", "contact_email"],
    )
    directives.widget("contact_name", autocomplete="name")
    contact_name = schema.TextLine(
        title=_("label_reporter_name", default="Your name"),
        max_length=200,
    )
    directives.widget("contact_email", autocomplete="email")
    contact_email = schema.TextLine(
        title=_("label_reporter_email", default="Your e-mail address"),
        description=_(
            "help_reporter_email", default="We send you the link there, and later our answers."
        ),
        max_length=addresses.LONGEST,
        constraint=is_email,
    )
