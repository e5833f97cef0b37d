"""The printed case file of an application has its consents."""

from AccessControl.security import newInteraction
from kommunalhub.approvals.casefile.contents import data_of
from kommunalhub.approvals.casefile.printing import pdf_of


def consents(hub, portal, case, who):
    """Return the section of the consents as who reads it, None when there is none."""
    newInteraction()
    with hub.As(who):
        data = data_of(case, portal.REQUEST)
    assert pdf_of(data, 0).startswith(b"%PDF")
    return next((s for s in data["sections"] if s["title"] == "Mitzeichnung"), None)


def test_the_consents_are_printed_as_far_as_the_reader_may_know(hub, portal, external):
    case = hub.bring_to(external, "submitted")
    assert consents(hub, portal, case, "otto") is None
    hub.step(case, "otto", "start_consent")
    hub.vote(case, "otto", "approve", "Gern, ab dem Ersten.")
    rows = {row[0]: row for row in consents(hub, portal, case, "otto")["blocks"][1]["rows"]}
    assert len(rows) == 2
    (agreed,) = [row for row in rows.values() if "zugestimmt" in row[1]]
    assert "„Gern, ab dem Ersten.“" in agreed[1]
    (missing,) = [row for row in rows.values() if row is not agreed]
    assert (missing[1], missing[2], missing[3]) == ("fehlt noch", "", "")
    to_applicant = str(consents(hub, portal, case, "gesa"))
    assert "Gern, ab dem" not in to_applicant
    assert "zugestimmt" not in to_applicant
