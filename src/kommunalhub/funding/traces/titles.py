"""What the places are called."""

from kommunalhub import _


PLACES = {
    "plan": _("trace_plan", default="Plan of costs and financing"),
    "application": _("trace_application", default="Step of an application"),
    "document": _("trace_document", default="Responsible for a document"),
    "notice": _("trace_notice", default="Responsible for a condition"),
    "order": _("trace_order", default="Order before the permitted begin"),
    "deadline": _("trace_deadline", default="Deadline reported as done"),
    "drawdown": _("trace_drawdown", default="Drawdown or repayment"),
    "receipt": _("trace_receipt", default="Receipt entered"),
    "proof": _("trace_proof", default="Statement of use"),
    "thing": _("trace_thing", default="Disposal of something earmarked"),
    "record": _("trace_record", default="Entry in the record of the consultation"),
    "aid": _("trace_aid", default="De-minimis aid"),
    "succession": _("trace_succession", default="Merger or split of undertakings"),
    "programme": _("trace_programme", default="Funding programme checked"),
}
