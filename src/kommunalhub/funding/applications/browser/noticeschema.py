"""What the form of a notice asks; see docs/reference/funding.md for what each field means."""

from kommunalhub import _
from kommunalhub.core.amounts import Euro
from kommunalhub.core.amounts import is_past_day
from kommunalhub.core.amounts import Percent
from kommunalhub.funding.applications import titles
from kommunalhub.funding.applications.browser.schemas import listed
from zope import schema
from zope.interface import Interface


def some_day(title, **more):
    return schema.Date(title=title, required=False, **more)


def years(title, **more):
    return schema.Int(title=title, required=False, min=0, max=50, **more)


class INotice(Interface):
    """One notice of a funder."""

    kind = schema.Choice(
        title=_("label_notice_kind", default="Kind of notice"), vocabulary=listed(titles.NOTICES)
    )
    day = schema.Date(
        title=_("label_notice_day", default="Date on the notice"), constraint=is_past_day
    )
    reference = schema.TextLine(
        title=_("label_notice_reference", default="File number"), required=False, max_length=100
    )
    delivery = schema.Choice(
        title=_("label_notice_delivery", default="How it came"),
        vocabulary=listed(titles.DELIVERIES),
    )
    fiction_days = schema.Int(
        title=_("label_fiction_days", default="Counts as announced after so many days"),
        description=_(
            "help_fiction_days",
            default="As the law says for this kind of delivery on that day; change it if the "
            "notice says otherwise.",
        ),
        required=False,
        min=0,
        max=30,
    )
    fiction_norm = schema.TextLine(
        title=_("label_fiction_norm", default="By which rule"), required=False, max_length=300
    )
    known_on = some_day(
        _("label_known_on", default="It really came on"),
        description=_("help_known_on", default="If you know it. Nothing may be ordered before."),
    )
    portal_fetched_on = some_day(_("label_portal_fetched_on", default="Fetched from the portal on"))
    instruction_right = schema.Bool(
        title=_("label_instruction_right", default="The instruction on remedies is right"),
        description=_(
            "help_instruction_right",
            default="Is it complete, with authority, place and time? If not, there is a year to "
            "object instead of a month.",
        ),
        required=False,
        default=False,
    )
    waived_on = some_day(_("label_waived_on", default="Remedies waived on"))
    amount = Euro(title=_("label_notice_amount", default="Granted amount"), required=False)
    eligible_cost = Euro(
        title=_("label_eligible_cost", default="Costs that may be funded"), required=False
    )
    rate = Percent(title=_("label_notice_rate", default="Rate in percent"), required=False)
    financing = schema.Choice(
        title=_("label_financing", default="Kind of financing"),
        vocabulary=listed(titles.FINANCING),
        required=False,
    )
    period_from = some_day(_("label_period_from", default="Funding period from"))
    period_to = some_day(_("label_period_to", default="Funding period to"))
    drawdown_by = some_day(_("label_notice_drawdown", default="Draw the money by"))
    needs_final = schema.Bool(
        title=_("label_needs_final", default="Money is paid only once the notice is final"),
        required=False,
        default=False,
    )
    interim = schema.TextLine(
        title=_("label_interim", default="Interim statements due on"),
        description=_("help_interim", default="For example: 31.03.2027, 31.03.2028"),
        required=False,
        max_length=300,
    )
    proof_fixed = some_day(_("label_proof_fixed", default="Statement of use by"))
    proof_months = schema.Int(
        title=_("label_proof_months", default="Or so many months after the period"),
        required=False,
        min=0,
        max=60,
    )
    receipts_years = years(_("label_receipts_years", default="Keep receipts for so many years"))
    earmark_years = years(_("label_notice_earmark", default="Earmarked for so many years"))
    earmark_from = some_day(_("label_earmark_from", default="Earmarked from"))
    aid_regulation = schema.Choice(
        title=_("label_notice_aid", default="It says De-minimis aid, by"),
        description=_(
            "help_notice_aid",
            default="Only if the notice says so. The amount is checked against all that the "
            "undertaking was granted, and entered in the De-minimis ledger.",
        ),
        vocabulary="kommunalhub.funding_deminimis_regulations",
        required=False,
    )
    undertaking = schema.Choice(
        title=_("label_notice_undertaking", default="Undertaking that gets it"),
        description=_(
            "help_notice_undertaking", default="As it is entered in the De-minimis ledger."
        ),
        vocabulary="kommunalhub.funding_undertakings",
        required=False,
    )
    conditions = schema.Text(
        title=_("label_conditions", default="Conditions"),
        description=_(
            "help_conditions",
            default="One in each line, with its day in front if it has one: "
            "31.12.2026: Nachweis der Gebäudeversicherung",
        ),
        required=False,
        max_length=20000,
    )


#: (name, heading, fields) of the groups of the form.
GROUPS = (
    ("notice", _("fieldset_notice", default="The notice"), ("kind", "day", "reference")),
    (
        "delivery",
        _("fieldset_delivery", default="How it was announced"),
        (
            *("delivery", "fiction_days", "fiction_norm", "known_on", "portal_fetched_on"),
            *("instruction_right", "waived_on"),
        ),
    ),
    (
        "money",
        _("fieldset_notice_money", default="Money"),
        ("amount", "eligible_cost", "rate", "financing"),
    ),
    (
        "time",
        _("fieldset_notice_time", default="Period and drawing the money"),
        ("period_from", "period_to", "drawdown_by", "needs_final"),
    ),
    (
        "proof",
        _("fieldset_notice_proof", default="Proof and keeping"),
        (
            *("interim", "proof_fixed", "proof_months", "receipts_years"),
            *("earmark_years", "earmark_from"),
        ),
    ),
    (
        "aid",
        _("fieldset_notice_aid", default="De-minimis aid"),
        ("aid_regulation", "undertaking"),
    ),
    ("conditions", _("fieldset_conditions", default="Conditions"), ("conditions",)),
)
