"""When a programme may be applied for: the fields, and what must hold between them."""

from kommunalhub import _
from kommunalhub.core.validation import FieldError
from kommunalhub.funding import calls as rules
from kommunalhub.funding.interfaces.rows import ICall
from kommunalhub.funding.rows import Rows
from kommunalhub.funding.rules import is_ordered
from plone.autoform import directives
from plone.supermodel import model
from z3c.form.browser.radio import RadioFieldWidget
from zope import schema
from zope.interface import invariant


class IProgrammeDates(model.Schema):
    """Deadline or calls, and how long programme, money and purpose last."""

    model.fieldset(
        "dates",
        label=_("fieldset_programme_dates", default="Deadlines"),
        fields=[
            *("deadline_kind", "deadline", "calls", "valid_from", "valid_until"),
            *("period_text", "earmark_years"),
        ],
    )
    directives.widget("deadline_kind", RadioFieldWidget)
    deadline_kind = schema.Choice(
        title=_("label_deadline_kind", default="When to apply"),
        vocabulary="kommunalhub.funding_deadline_kinds",
        default="rolling",
    )
    deadline = schema.Date(
        title=_("label_deadline", default="Application deadline"),
        description=_(
            "help_deadline", default="Last day on which an application counts as in time."
        ),
        required=False,
    )
    calls = Rows(
        title=_("label_calls", default="Calls"),
        description=_(
            "help_calls",
            default="Several days or periods in which applications are taken: the next one that "
            "closes counts everywhere.",
        ),
        row=ICall,
        most=rules.MOST_CALLS,
    )
    valid_from = schema.Date(
        title=_("label_valid_from", default="Valid from"),
        required=False,
    )
    valid_until = schema.Date(
        title=_("label_valid_until", default="Valid until"),
        description=_(
            "help_valid_until", default="Last day of the guideline; after it nobody is sent there."
        ),
        required=False,
    )
    period_text = schema.TextLine(
        title=_("label_period_text", default="Funding period"),
        description=_(
            "help_period_text",
            default="How long the money may be used, in the words of the guideline.",
        ),
        required=False,
    )
    earmark_years = schema.Int(
        title=_("label_earmark_years", default="Earmarked"),
        description=_(
            "help_earmark_years",
            default="In years: how long what was paid for must serve its purpose.",
        ),
        required=False,
        min=0,
        max=50,
    )

    @invariant
    def deadline_where_it_belongs(data):
        if rules.days_fit(data.deadline_kind, data.deadline, data.calls):
            return
        if data.deadline_kind == rules.FIXED:
            message = _("error_deadline_missing", default="Please give the application deadline.")
        else:
            message = _(
                "error_deadline_without_need",
                default="Applications are taken at any time: please leave the deadline empty.",
            )
        raise FieldError(message, "deadline")

    @invariant
    def calls_in_order(data):
        if not rules.rows_fit(data.calls):
            raise FieldError(
                _(
                    "error_calls_order",
                    default="Each call begins before it ends, and none ends on the same day as "
                    "another.",
                ),
                "calls",
            )

    @invariant
    def valid_in_order(data):
        if not is_ordered(data.valid_from, data.valid_until):
            raise FieldError(
                _("error_valid_order", default="The programme ends before it begins."),
                "valid_until",
            )
