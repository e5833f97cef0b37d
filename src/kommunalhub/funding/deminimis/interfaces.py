"""What is asked of undertakings and of the aid they get."""

from kommunalhub import _
from kommunalhub.core.amounts import Euro
from kommunalhub.funding.deminimis.states import HERE
from zope import schema
from zope.interface import Interface


class IUndertaking(Interface):
    """An undertaking that gets De-minimis aid."""

    name = schema.TextLine(
        title=_("label_undertaking_name", default="Name of the undertaking"), max_length=200
    )
    address = schema.TextLine(
        title=_("label_undertaking_address", default="Address"), required=False, max_length=300
    )
    public = schema.Bool(
        title=_("label_undertaking_public", default="It is a public body"),
        description=_(
            "help_undertaking_public",
            default="Undertakings are not one only because the same public body holds them.",
        ),
        required=False,
        default=False,
    )


class IAid(Interface):
    """One De-minimis aid."""

    day = schema.Date(
        title=_("label_aid_day", default="Day on which the claim arises"),
        description=_(
            "help_aid_day", default="The day of the notice or of the contract, not of the payment."
        ),
    )
    amount = Euro(
        title=_("label_aid_amount", default="Amount"),
        description=_(
            "help_aid_amount",
            default="In euros, before taxes; of a loan or a guarantee the gross grant equivalent.",
        ),
    )
    regulation = schema.Choice(
        title=_("label_aid_regulation", default="Regulation"),
        vocabulary="kommunalhub.funding_deminimis_regulations",
    )
    authority = schema.TextLine(
        title=_("label_aid_authority", default="Who grants it"),
        description=_(
            "help_aid_authority",
            default="Also enter what others granted: the undertaking says so in its declaration.",
        ),
        max_length=200,
    )
    declared = schema.Bool(
        title=_("label_aid_declared", default="Others granted it; the undertaking declared it"),
        required=False,
        default=False,
    )
    member_state = schema.Choice(
        title=_("label_aid_member_state", default="Member State"),
        description=_(
            "help_aid_member_state",
            default="Each has a ceiling of its own; aid of another one was granted by others.",
        ),
        vocabulary="kommunalhub.funding_member_states",
        default=HERE,
    )
    purpose = schema.TextLine(
        title=_("label_aid_purpose", default="What for"), required=False, max_length=500
    )


class ILink(Interface):
    """Two undertakings that are one single undertaking."""

    other = schema.Choice(
        title=_("label_link_other", default="Linked undertaking"),
        description=_(
            "help_link_other",
            default="By majority of votes, the right to appoint the majority of the management, or "
            "control by contract (Regulation (EU) 2023/2831, Art. 2 (2)). For a merger there is a "
            "form of its own.",
        ),
        vocabulary="kommunalhub.funding_undertakings",
    )


class IMerger(Interface):
    """An undertaking that became a part of another one."""

    into = schema.Choice(
        title=_("label_merger_into", default="It became a part of"),
        description=_(
            "help_merger_into",
            default="Of two that form a new one, enter the new one first, then the merger of each.",
        ),
        vocabulary="kommunalhub.funding_undertakings",
    )
    day = schema.Date(
        title=_("label_merger_day", default="Since"),
        description=_(
            "help_merger_day", default="The day on which it took effect, as in the register."
        ),
    )
