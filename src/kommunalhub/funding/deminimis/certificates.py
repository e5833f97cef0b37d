"""The De-minimis-Bescheinigung: an accessible PDF that says what an undertaking was granted.

It says what stood in the ledger when the aid was entered, so each download has the same bytes.
"""

from kommunalhub import _
from kommunalhub.approvals.casefile.printing import pdf_of
from kommunalhub.core import formatting
from kommunalhub.core.language import in_site_language as said
from kommunalhub.funding.deminimis import storage
from kommunalhub.funding.deminimis.figures import regulation_titles


def certificate(number):
    """Return (name of the file, bytes) for an aid that was granted here; raises KeyError."""
    for ledger in storage.register_of().ledgers.values():
        row = ledger.aids.get(number)
        if row is not None and not row["declared"]:
            name = f"De-minimis-Bescheinigung-{number:05}.pdf"
            return name, pdf_of(data_of(ledger.undertaking, row), int(row["entered"].timestamp()))
    raise KeyError(number)


def data_of(undertaking, row):
    """Return what is printed, in the shape that casefile/akte.typ asks for."""
    title = said(_("deminimis_certificate", default="De-minimis certificate"))
    sentence = said(
        _(
            "deminimis_certificate_sentence",
            default="${authority} grants ${name} De-minimis aid of ${amount}.",
            mapping={
                "authority": row["authority"],
                "name": undertaking.name,
                "amount": formatting.money(row["amount"]),
            },
        )
    )
    regulation = regulation_titles().get(row["regulation"], row["regulation"])
    rows = [
        (_("label_undertaking_name", default="Name of the undertaking"), undertaking.name),
        (_("label_undertaking_address", default="Address"), undertaking.address),
        (_("label_aid_day", default="Day on which the claim arises"), formatting.day(row["day"])),
        (_("label_aid_amount", default="Amount"), formatting.money(row["amount"])),
        (_("label_aid_regulation", default="Regulation"), said(regulation)),
        (_("label_aid_source", default="Legal basis"), row["source"]),
        (_("label_aid_authority", default="Who grants it"), row["authority"]),
        (_("label_aid_purpose", default="What for"), row["purpose"]),
        (
            _("label_aid_before", default="Granted in the three years before"),
            formatting.money(row["used"]),
        ),
        (_("label_aid_ceiling", default="Ceiling"), formatting.money(row["ceiling"])),
    ]
    keep = _(
        "deminimis_certificate_keep",
        default="Please keep this certificate for ten years and show it when you apply for further "
        "aid. The aid must not exceed the ceiling together with other De-minimis aid of the three "
        "years before, also of linked undertakings.",
    )
    number = f"{row['number']:05}"
    return {
        "title": title,
        "description": sentence,
        "about": sentence,
        "footer": f"{title} {number}",
        "summary": {
            "kind": "facts",
            "rows": [(said(label), value) for label, value in rows if value],
        },
        "sections": [
            {
                "title": said(_("deminimis_certificate_about", default="What it means for you")),
                "blocks": [{"kind": "text", "text": said(keep)}],
            }
        ],
    }
