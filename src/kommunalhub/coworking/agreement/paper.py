"""The agreement as an accessible PDF, by the same template as case files."""

from kommunalhub import _
from kommunalhub.approvals.casefile.printing import pdf_of
from kommunalhub.core.language import in_site_language


#: Begins a line of the wording that is a heading.
HEADING = "# "


def pdf_bytes(facts):
    """Return the PDF of the facts of an agreement: the same facts, the same bytes."""
    return pdf_of(data_of(facts), facts["at"])


def data_of(facts):
    """Return what is printed, in the shape that casefile/akte.typ asks for."""
    said = in_site_language
    title = said(_("agreement_title", default="Agreement of use"))
    sentence = said(
        _(
            "agreement_sentence",
            default="For application ${number}, approved on ${day}.",
            mapping={"number": facts["number"], "day": facts["day"]},
        )
    )
    rules = said(_("heading_house_rules", default="House rules"))
    sections = [
        {"title": heading, "blocks": [{"kind": "text", "text": text} for text in texts]}
        for heading, texts in parts_of(facts["text"], title)
    ]
    if facts["rules"]:
        listed = [
            {"kind": "text", "text": f"{number}. {rule}"}
            for number, rule in enumerate(facts["rules"], 1)
        ]
        sections.append({"title": rules, "blocks": listed})
    if facts["hint"]:
        hint = said(_("agreement_hint", default="Note"))
        sections.append({"title": hint, "blocks": [{"kind": "text", "text": facts["hint"]}]})
    return {
        "title": title,
        "description": sentence,
        "about": sentence,
        "footer": f"{title} {facts['number']}",
        "summary": {"kind": "facts", "rows": [list(row) for row in facts["rows"]]},
        "sections": sections,
    }


def parts_of(text, first):
    """Return [(heading, [paragraphs])] of a wording; first: heading of what has none.

    >>> parts_of("Eins.\\n\\n# Ende\\nZwei.\\nDrei.\\n\\nVier.", "Anfang")
    [('Anfang', ['Eins.']), ('Ende', ['Zwei. Drei.', 'Vier.'])]
    """
    found, paragraph = [(first, [])], []

    def close():
        if paragraph:
            found[-1][1].append(" ".join(paragraph))
            paragraph.clear()

    for line in map(str.strip, text.splitlines()):
        if line.startswith(HEADING):
            close()
            found.append((line.removeprefix(HEADING).strip(), []))
        elif line:
            paragraph.append(line)
        else:
            close()
    close()
    return [part for part in found if part[1]]
