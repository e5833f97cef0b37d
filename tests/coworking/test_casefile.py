"""The printed case file of an application has its consents and its agreement."""

from AccessControl.security import newInteraction
from io import BytesIO
from kommunalhub.approvals.casefile.contents import data_of
from kommunalhub.approvals.casefile.printing import pdf_of
from kommunalhub.coworking.agreement import operations
from kommunalhub.coworking.agreement.storage import agreement_of
from pypdf import PdfReader

import hashlib


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


def agreed(hub, portal, case, who):
    """Return the rows of the agreement as who reads it, None when there is none."""
    newInteraction()
    with hub.As(who):
        data = data_of(case, portal.REQUEST)
    assert pdf_of(data, 0).startswith(b"%PDF")
    found = [one for one in data["sections"] if one["title"] == "Nutzungsvereinbarung"]
    return dict(found[0]["blocks"][0]["rows"]) if found else None


def test_the_agreement_is_printed_with_its_checksum_and_who_accepted_it(hub, portal, external):
    hub.bring_to(external, "consent")
    assert agreed(hub, portal, external, "otto") is None
    hub.vote(external, "otto", "approve")
    hub.vote(external, "dora", "approve")
    rows = agreed(hub, portal, external, "otto")
    pdf = agreement_of(external).pdf.data
    assert rows["Prüfsumme der PDF-Datei (SHA-256)"] == hashlib.sha256(pdf).hexdigest()
    assert rows["Angenommen"] == "noch nicht"
    with hub.As("gesa"):
        operations.accept(external)
    for who in ("otto", "gesa"):
        assert "von Gesa" in agreed(hub, portal, external, who)["Angenommen"]


def test_the_agreement_is_an_accessible_pdf(hub, portal, external):
    hub.bring_to(external, "approved")
    reader = PdfReader(BytesIO(agreement_of(external).pdf.data))
    assert "pdfuaid:part" in reader.xmp_metadata.stream.get_data().decode()
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "de"
    assert reader.metadata.title == "Nutzungsvereinbarung"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    kinds, todo = set(), [root["/StructTreeRoot"]]
    while todo:
        node = todo.pop().get_object()
        kinds |= {node["/S"]} if "/S" in node else set()
        below = node.get("/K", [])
        todo += [one for one in (below if isinstance(below, list) else [below]) if is_node(one)]
    assert {"/Document", "/H1", "/P"} <= kinds, kinds


def is_node(one):
    return isinstance(one.get_object(), dict) and "/S" in one.get_object()
