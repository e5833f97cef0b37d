"""What a revision changes and which versions there were, for those whose business it is."""

from html import unescape
from kommunalhub.approvals import revisions
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.materials.comparison.versions import versions_of
from plone import api
from plone.app.textfield.value import RichTextValue
from zope.lifecycleevent import modified

import pytest
import re
import transaction


def frist():
    return RichTextValue("<p>Frist: zwei Wochen.</p>", "text/html", "text/x-html-safe")


@pytest.fixture
def address(hub, web):
    """The address of a public material with a revision of arne, committed."""
    transaction.begin()
    material = hub.bring_to(hub.add_material(web, text=frist()), "public")
    transaction.commit()
    editor = hub.rest("arne")
    address = material.absolute_url()
    assert editor.post(f"{address}/@workingcopy").status_code == 201
    return address


def plain(markup):
    """Return the words of a page, one blank between them."""
    return " ".join(unescape(re.sub(r"<[^>]+>", "", markup)).split())


def main_of(page):
    return page[page.index("<main") : page.index("</main>")]


def save_form(hub, functional, address, who="arne", **values):
    browser = hub.browser(functional, who)
    browser.open(f"{address}/edit")
    for name, value in values.items():
        browser.getControl(name=f"form.widgets.{name}").value = value
    browser.getControl(name="form.buttons.save").click()
    transaction.begin()


@pytest.mark.parametrize("with_text", [True, False])
def test_only_what_differs_is_written_down(hub, functional, web, with_text):
    transaction.begin()
    material = hub.add_material(web, text=frist() if with_text else None)
    transaction.commit()
    save_form(hub, functional, material.absolute_url(), "anna")
    assert [entry["kind"] for entry in IJournal(material)] == ["created"]
    save_form(hub, functional, material.absolute_url(), "anna", title="Vergabe, neu")
    assert [(e["kind"], e["fields"]) for e in IJournal(material)][1:] == [("edited", ["title"])]
    # over REST, too, also where all is sent
    person = hub.rest("arne")
    sent = person.get(material.absolute_url()).json()
    names = ("title", "description", "text", "topics", "audience", "level", "video_url")
    body = {name: sent[name] for name in names}
    assert person.patch(material.absolute_url(), json=body).status_code == 204
    body["description"] = "Für alle"
    assert person.patch(material.absolute_url(), json=body).status_code == 204
    transaction.begin()
    (_created, _title, last) = IJournal(material)
    assert (last["actor"], last["fields"]) == ("arne", ["description"])


def test_who_changes_nothing_still_decides(hub, functional, web):
    """Four eyes: who has changed a case does not decide on it; looking at the form is no change."""
    transaction.begin()
    material = hub.add_material(web)
    transaction.commit()
    save_form(hub, functional, material.absolute_url(), "arne")
    assert material.last_editor == "anna"


def test_a_reviewer_compares_before_deciding(hub, functional, address):
    copy = f"{address}-ueberarbeitung"
    body = {
        "title": "Vergabe für alle",
        "text": {"data": "<p>Frist: drei Wochen.</p>", "content-type": "text/html"},
        "topics": ["vergabe", "datenschutz"],
    }
    assert hub.rest("arne").patch(copy, json=body).status_code == 204
    assert hub.rest("arne").post(f"{copy}/@workflow/submit").status_code == 200
    browser = hub.browser(functional, "rita")
    browser.open(copy)
    browser.getLink("ansehen, was die Überarbeitung ändert").click()
    assert browser.url == f"{copy}/@@vergleich"
    page = main_of(browser.contents)
    headings = re.findall(r"<h2[^>]*>(.*?)</h2>", page)
    assert headings == ["Titel", "Text", "Themen"]
    assert "Frist: [entfällt:] zwei[/][neu:] drei[/] Wochen." in plain(page)
    assert "Bisher Vergabe" in plain(page) and "Neu Datenschutz" in plain(page)

    answer = hub.rest("rita").get(f"{copy}/@comparison").json()
    assert answer["original"] == address
    found = {field["name"]: field for field in answer["fields"]}
    assert list(found) == ["title", "text", "topics"]
    assert found["text"]["pieces"] == [
        ["same", "Frist: "],
        ["out", "zwei"],
        ["in", "drei"],
        ["same", " Wochen."],
    ]


def test_files_are_compared_by_their_facts(hub, functional, web, address):
    transaction.begin()
    revision = web.unrestrictedTraverse(f"materialien/{address.rpartition('/')[2]}-ueberarbeitung")
    revision.file = hub.pdf("vergabe-2027.pdf", hub.PDF + b"\n" * 3000)
    transaction.commit()
    (field,) = hub.rest("arne").get(f"{address}-ueberarbeitung/@comparison").json()["fields"]
    assert field["name"] == "file"
    assert (field["before"]["name"], field["after"]["name"]) == (
        "vergabe.pdf",
        "vergabe-2027.pdf",
    )
    assert field["after"]["size"] - field["before"]["size"] == 3000
    browser = hub.browser(functional, "arne")
    browser.open(f"{address}-ueberarbeitung/@@vergleich")
    assert "vergabe-2027.pdf" in plain(main_of(browser.contents))


def test_what_a_file_says_is_compared(hub, web, address, monkeypatch):
    class Said:
        def __init__(self, material):
            number = 2 if revisions.is_revision(material) else 1
            self.pages = ((1, f"Seite {number}"),)

    monkeypatch.setattr("kommunalhub.materials.comparison.reading.IFileText", Said)
    transaction.begin()
    revision = web.unrestrictedTraverse(f"materialien/{address.rpartition('/')[2]}-ueberarbeitung")
    revision.file = hub.pdf("vergabe-2027.pdf")
    transaction.commit()
    (field,) = hub.rest("arne").get(f"{address}-ueberarbeitung/@comparison").json()["fields"]
    assert field["pieces"] == [["same", "Seite "], ["out", "1"], ["in", "2"]]


def test_without_changes_the_page_says_so(hub, functional, address):
    browser = hub.browser(functional, "arne")
    browser.open(f"{address}-ueberarbeitung/@@vergleich")
    assert "Noch nichts: Die Überarbeitung sagt dasselbe" in plain(browser.contents)


@pytest.mark.parametrize("who", [None, "mia", "lena", "gast"])
def test_others_do_not_compare(hub, address, who):
    copy = f"{address}-ueberarbeitung"
    for name in ("@@vergleich", "@comparison", "@versions", "@@material-versions"):
        assert hub.rest(who).get(f"{copy}/{name}").status_code in (401, 404), name


def test_there_is_nothing_to_compare_with_a_material_that_revises_none(hub, address):
    assert hub.rest("anna").get(f"{address}/@comparison").status_code == 404
    assert hub.visitor("anna").get(f"{address}/@@vergleich").status_code == 404


def released_twice(hub, portal):
    material = hub.bring_to(hub.add_material(portal), "public")
    with hub.As("arne"):
        copy = revisions.revise(material)
        copy.title = "Vergabe für alle"
        modified(copy)
    hub.step(copy, "arne", "submit", "Neue Schwellenwerte")
    hub.step(copy, "rita", "publish", "Danke für die Zahlen!")
    return material


def test_the_release_of_a_revision_says_what_changed(hub, portal):
    material = released_twice(hub, portal)
    last = IJournal(material).last("transition")
    assert (last["from"], last["to"], last["fields"]) == ("public", "public", ["title"])
    with hub.As("rita"):
        page = plain(material.restrictedTraverse("@@view")())
        assert "Überarbeitung übernommen: Veröffentlichen" in page
        assert "Veröffentlicht → Veröffentlicht" not in page
        assert "Überarbeitung: Zur Prüfung einreichen" in page


def test_versions_are_listed_with_who_when_and_why(hub, portal):
    material = released_twice(hub, portal)
    with hub.As("rita"):
        first, second = versions_of(material)
        assert (first["number"], first["changed"]) == (1, [])
        assert [name for name, _title in second["changed"]] == ["title"]
        assert second["who"] == "Rita Beispiel"
        assert second["comment"] == "Danke für die Zahlen!"
    with api.env.adopt_user(username="gast"):
        _first, second = versions_of(material)
        assert (second["who"].mapping, second["comment"]) == ({"partner": "Malente"}, "")
        page = plain(material.restrictedTraverse("@@view")())
        assert "Fassung 2" in page and "Geändert: Titel" in page


def test_versions_over_rest(hub, web):
    transaction.begin()
    material = released_twice(hub, web)
    transaction.commit()
    items = hub.rest().get(f"{material.absolute_url()}/@versions").json()["items"]
    assert [item["number"] for item in items] == [1, 2]
    assert items[1]["changed"] == {"title": "Titel"}
    assert items[1]["who"] == "Prüfung Malente"
    assert "Danke" not in str(items)


@pytest.mark.parametrize("what", ["revision", "original"])
def test_a_copy_is_an_ordinary_new_material(hub, web, address, what):
    source = f"{address}-ueberarbeitung" if what == "revision" else address
    editor = hub.rest("arne")
    made = editor.post(f"{web.absolute_url()}/materialien/@copy", json={"source": source})
    assert made.status_code == 200, made.text
    target = made.json()[0]["target"]
    transaction.begin()
    copied = web["materialien"][target.rpartition("/")[2]]
    assert copied.getId() == copied.case_number.lower()
    assert copied.case_number != web["materialien"][address.rpartition("/")[2]].case_number
    assert not revisions.is_revision(copied) and revisions.revision_of(copied) is None
    assert [entry["kind"] for entry in IJournal(copied)] == ["created"]
    assert hub.state(copied) == "draft"
    for who, step in (("arne", "submit"), ("rita", "publish")):
        assert hub.rest(who).post(f"{target}/@workflow/{step}").status_code == 200
    assert hub.rest("arne").post(f"{target}/@workingcopy").status_code == 201
