"""The fields of a funding programme and what must hold between them."""

from kommunalhub import _
from kommunalhub.core.amounts import is_past_day
from kommunalhub.core.amounts import is_web_address
from kommunalhub.core.validation import FieldError
from kommunalhub.funding.interfaces.dates import IProgrammeDates
from kommunalhub.funding.interfaces.money import IProgrammeMoney
from kommunalhub.funding.interfaces.rows import IDocument
from kommunalhub.funding.rows import Rows
from plone.app.textfield import RichText
from plone.autoform import directives
from plone.namedfile.field import NamedBlobFile
from plone.supermodel import model
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from z3c.form.browser.radio import RadioFieldWidget
from zope import schema
from zope.component import queryUtility
from zope.interface import Interface
from zope.interface import invariant

import re


#: So many documents does an application need at most.
MOST_DOCUMENTS = 60
LONGEST_LINE, LONGEST_TEXT = 300, 5000
KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def is_key(value) -> bool:
    """Constraint: what can name a programme for ever."""
    if not KEY.fullmatch(value):
        raise FieldError(
            _("error_key", default="Please use small letters, digits and hyphens, as in kfw-432.")
        )
    return True


class IProgrammeKeys(Interface):
    """Utility: which programmes have which key."""

    def is_taken(key, thing):
        """Return whether another programme than this thing has a key."""


class IFundingProgramme(IProgrammeMoney, IProgrammeDates):
    """One pot of money, its terms, and where they were read and when."""

    title = schema.TextLine(
        title=_("label_programme_title", default="Name of the programme"),
        description=_("help_programme_title", default="As the funder calls it."),
    )
    directives.widget("description", rows=3)
    description = schema.Text(
        title=_("label_programme_description", default="In one or two sentences"),
        description=_(
            "help_programme_description",
            default="What is funded, in plain words; it appears in the list of programmes.",
        ),
        required=False,
        missing_value="",
        default="",
    )
    key = schema.ASCIILine(
        title=_("label_key", default="Key"),
        description=_(
            "help_key",
            default="By it an import finds the programme again; small letters, digits and "
            "hyphens. Left empty it is made from the name.",
        ),
        required=False,
        max_length=80,
        constraint=is_key,
    )
    # A list would show the first funder as chosen.
    directives.widget("funder", RadioFieldWidget)
    funder = schema.Choice(
        title=_("label_funder", default="Funder"),
        vocabulary="kommunalhub.funding_funders",
    )
    contact_point = schema.Text(
        title=_("label_contact_point", default="Contact point"),
        description=_(
            "help_contact_point", default="Who answers questions and takes applications."
        ),
        required=False,
        max_length=LONGEST_TEXT,
    )
    directives.widget("contact_point", rows=3)
    directives.widget("kinds", CheckBoxFieldWidget)
    kinds = schema.Set(
        title=_("label_kinds", default="Kind of funding"),
        value_type=schema.Choice(vocabulary="kommunalhub.funding_kinds"),
        required=False,
    )
    directives.widget("topics", CheckBoxFieldWidget)
    topics = schema.Set(
        title=_("label_fields_of_funding", default="Fields of funding"),
        value_type=schema.Choice(vocabulary="kommunalhub.funding_topics"),
        required=False,
    )
    directives.widget("eligible", CheckBoxFieldWidget)
    eligible = schema.Set(
        title=_("label_eligible", default="Who may apply"),
        value_type=schema.Choice(vocabulary="kommunalhub.funding_eligible"),
        required=False,
    )
    directives.widget("areas", CheckBoxFieldWidget)
    areas = schema.Set(
        title=_("label_areas", default="Area"),
        description=_(
            "help_areas", default="Where projects must lie; none means that it holds everywhere."
        ),
        value_type=schema.Choice(vocabulary="kommunalhub.funding_areas"),
        required=False,
    )

    model.fieldset(
        "terms",
        label=_("fieldset_programme_terms", default="Terms"),
        fields=[
            *("early_start", "preliminary_orders", "cumulable", "state_aid"),
            *("ancillary", "checklist"),
        ],
    )
    early_start = schema.Choice(
        title=_("label_early_start", default="Early start of the project"),
        description=_(
            "help_early_start",
            default="Whether work may be ordered before the grant notice is there.",
        ),
        vocabulary="kommunalhub.funding_early_start",
        required=False,
    )
    directives.widget("preliminary_orders", CheckBoxFieldWidget)
    preliminary_orders = schema.Set(
        title=_("label_preliminary_orders", default="What may be ordered before"),
        description=_(
            "help_preliminary_orders",
            default="Orders that do not count as the beginning of the project.",
        ),
        value_type=schema.Choice(vocabulary="kommunalhub.funding_order_kinds"),
        required=False,
    )
    cumulable = schema.Choice(
        title=_("label_cumulable", default="Together with other funding"),
        vocabulary="kommunalhub.funding_cumulable",
        required=False,
    )
    state_aid = schema.Choice(
        title=_("label_state_aid", default="State aid"),
        vocabulary="kommunalhub.funding_state_aid",
        required=False,
    )

    directives.widget("ancillary", CheckBoxFieldWidget)
    ancillary = schema.Set(
        title=_("label_ancillary", default="Ancillary provisions"),
        value_type=schema.Choice(vocabulary="kommunalhub.funding_ancillary"),
        required=False,
    )
    checklist = Rows(
        title=_("label_checklist", default="Documents for the application"),
        description=_(
            "help_checklist", default="What belongs to an application; each case ticks it off."
        ),
        row=IDocument,
        most=MOST_DOCUMENTS,
    )

    model.fieldset(
        "source",
        label=_("fieldset_programme_source", default="Guideline and source"),
        fields=[
            *("legal_basis", "guideline_url", "guideline_file", "source_url"),
            *("checked_on", "checked_by", "details"),
        ],
    )
    legal_basis = schema.TextLine(
        title=_("label_legal_basis", default="Legal basis"),
        description=_("help_legal_basis", default="Name of the guideline or law, with its date."),
        required=False,
        max_length=LONGEST_LINE,
    )
    guideline_url = schema.TextLine(
        title=_("label_guideline_url", default="Link to the guideline"),
        required=False,
        constraint=is_web_address,
    )
    guideline_file = NamedBlobFile(
        title=_("label_guideline_file", default="Guideline as a file"),
        required=False,
    )
    source_url = schema.TextLine(
        title=_("label_source_url", default="Source"),
        description=_("help_source_url", default="The page on which these terms were read."),
        constraint=is_web_address,
    )
    checked_on = schema.Date(
        title=_("label_checked_on", default="Checked on"),
        description=_(
            "help_checked_on", default="The day on which the terms were compared with the source."
        ),
        constraint=is_past_day,
    )
    # Written by operations.check alone: read-only keeps forms and PATCH away.
    directives.omitted("checked_by")
    checked_by = schema.ASCIILine(
        title=_("label_checked_by", default="Checked by"), readonly=True, required=False
    )
    directives.read_permission(checked_by="kommunalhub.SignedIn")
    details = RichText(
        title=_("label_programme_details", default="More about it"),
        required=False,
    )

    @invariant
    def documents_once(data):
        ids = [row["id"] for row in data.checklist or ()]
        if len(ids) != len(set(ids)):
            raise FieldError(
                _("error_documents_twice", default="A document stands in the list twice."),
                "checklist",
            )

    @invariant
    def key_is_its_own(data):
        keys = queryUtility(IProgrammeKeys)
        context = getattr(data, "__context__", data)
        if data.key and keys is not None and keys.is_taken(data.key, context):
            raise FieldError(
                _("error_key_taken", default="Another programme has this key already."), "key"
            )
