"""What stands in a row of the small tables of a programme."""

from datetime import date
from kommunalhub import _
from kommunalhub.core.amounts import Euro
from zope import schema
from zope.interface import Interface


LONGEST = 300
FIRST, LAST = date(1990, 1, 1), date(2100, 12, 31)


class ICall(Interface):
    """One period in which applications are taken."""

    opens = schema.Date(
        title=_("label_call_opens", default="from"), required=False, min=FIRST, max=LAST
    )
    closes = schema.Date(title=_("label_call_closes", default="until"), min=FIRST, max=LAST)
    pot = Euro(title=_("label_call_pot", default="Pot in euros"), required=False)
    remark = schema.TextLine(
        title=_("label_call_remark", default="Remark"),
        required=False,
        missing_value="",
        max_length=LONGEST,
    )


class IDocument(Interface):
    """One document that an application needs; `id` stays when the title changes."""

    id = schema.ASCIILine(title=_("label_document_id", default="Id"), max_length=80)
    title = schema.TextLine(title=_("label_document_title", default="Document"), max_length=LONGEST)
    required = schema.Bool(
        title=_("label_document_required", default="always needed"),
        required=False,
        missing_value=False,
    )
