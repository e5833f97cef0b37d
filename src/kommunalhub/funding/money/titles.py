"""How the tokens of the money are called."""

from kommunalhub import _
from kommunalhub.funding.money.proof import rules
from kommunalhub.funding.money.receipts import rules as receipts


KINDS = {
    "simple": _("proof_simple", default="simple: report and figures by item"),
    "regular": _("proof_regular", default="regular: with the list of receipts"),
    "interim": _("proof_interim", default="interim statement"),
}
RESULTS = {
    "accepted": _("proof_accepted", default="accepted"),
    "cut": _("proof_cut", default="accepted with a smaller amount"),
    "repay": _("proof_repay", default="something has to be paid back"),
}
FINANCING = {
    "share": _("financing_share", default="share of the costs"),
    "gap": _("financing_gap", default="gap between costs and other funds"),
    "fixed": _("financing_fixed", default="fixed sum"),
    "full": _("financing_full", default="all of the costs"),
}
FUNDS = {
    "grant": _("fund_grant", default="Grant"),
    "third": _("fund_third", default="Money from others"),
    "own": _("fund_own", default="Own funds"),
}
FINDINGS = {
    rules.WITHIN: "",
    rules.OFFSET: _("finding_offset", default="more than planned, saved elsewhere"),
    rules.TOTAL_OWN: _("finding_total_own", default="more than planned, within bounds: own money"),
    rules.ITEM_ABOVE: _("finding_item_above", default="too much for one item: needs agreement"),
    rules.TOTAL_ABOVE: _("finding_total_above", default="too much in all: needs agreement"),
    rules.UNPLANNED: _("finding_unplanned", default="not in the plan: needs agreement"),
    rules.FREE: _("finding_free", default="more than planned: no matter for a fixed sum"),
}
LOOKS = {
    rules.OFFSET: "",
    rules.TOTAL_OWN: "soon",
    rules.ITEM_ABOVE: "late",
    rules.TOTAL_ABOVE: "late",
    rules.UNPLANNED: "late",
    rules.FREE: "",
}
REMARKS = {
    receipts.BEFORE_GRANT: _("remark_before_grant", default="paid before the grant period"),
    receipts.AFTER_PERIOD: _("remark_after_period", default="paid after the grant period"),
    receipts.NO_ITEM: _("remark_no_item", default="no item of the plan any more"),
    receipts.NO_FILE: _("remark_no_file", default="no file"),
}
INVENTORY = _("heading_earmarked", default="Earmarked things")
