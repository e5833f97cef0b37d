"""An old site is taken over: once, again, after changes, stopped in the middle, with bad files."""

from AccessControl.PermissionRole import rolesForPermissionOn
from editorial.moving import making
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.core.acting import as_system
from kommunalhub.core.kept import kept
from kommunalhub.editorial.moving import exporting
from kommunalhub.editorial.moving import operations
from kommunalhub.editorial.moving import reading as reading_pages
from kommunalhub.editorial.moving import report
from kommunalhub.editorial.moving import sources
from kommunalhub.editorial.moving.places import place_of
from kommunalhub.editorial.moving.planning import plan
from kommunalhub.editorial.shared import operations as operations_of_slots
from kommunalhub.editorial.shared import storage as storage_of_slots
from kommunalhub.lib.tables import reading
from kommunalhub.testing import BUILT_FIXTURE
from plone import api
from plone.app.linkintegrity.utils import getIncomingLinks
from plone.app.redirector.interfaces import IRedirectionStorage
from plone.app.textfield.value import RichTextValue
from plone.namedfile.file import NamedBlobImage
from plone.restapi.interfaces import ISerializeToJson
from zipfile import ZipFile
from zope.component import getMultiAdapter
from zope.component import getUtility
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

import json
import pytest
import transaction


#: Of a written source: folders with a home and so many pages each.
FOLDERS, PAGES = 2, 8


@pytest.fixture(scope="module")
def rooms(functional_session):
    BUILT_FIXTURE.setUp()
    yield
    BUILT_FIXTURE.tearDown()


@pytest.fixture
def portal(rooms, functional):
    portal = functional["portal"]
    with as_system(portal):
        yield portal
    transaction.abort()


@pytest.fixture
def area(portal):
    return portal["partner"]["malente"]


@pytest.fixture
def take(portal):
    """Return a function that plans, or takes over, a source, and returns the Plan."""

    def take(path, write=True, base=making.OLD, into="partner/malente"):
        with sources.opened(path) as source:
            made = plan(source, place_of(into, None), base, "Altes Malente")
            if write:
                operations.write(made)
        return made

    return take


def counted(made):
    return tuple(made.counts().values())


def refused(made):
    return {one.said: one.reason for one in made.pieces if one.is_refused}


def lead(path):
    return getUtility(IRedirectionStorage).get(path)


def test_a_site_of_real_size_is_looked_at_and_nothing_is_written(area, take, tmp_path):
    root = making.old_site(tmp_path / "alt", folders=10, pages=30)
    bad = making.bad_files(root)
    before = set(area.objectIds())
    made = take(root, write=False)
    assert counted(made) == (343, 0, 0, len(bad))
    assert set(refused(made)) == bad
    assert set(area.objectIds()) == before
    report.written(made, tmp_path / "bericht.csv")
    report.written(made, tmp_path / "bericht.xlsx")
    for name in ("bericht.csv", "bericht.xlsx"):
        rows = [row.cells for row in reading.rows_of((tmp_path / name).read_bytes())]
        told = {cells[0]: cells[1:] for cells in rows}
        assert len(rows) == 1 + 343 + len(bad)
        assert told["amt1/leer.html"][0] == "nicht übernommen"
        assert told["amt1/leer.html"][3] == "Die Datei ist leer."
        assert told["amt1/passwd.html"][3] == "Verknüpfungen im Dateisystem wird nicht gefolgt."
        assert told["amt2/seite1.html"] == (
            *("neu", "/partner/malente/amt2/seite1", "Seite 2.1"),
            *("Skripte: 1; führt ins Leere: weg.html", "/alt/amt2/seite1.html"),
        )


def test_it_comes_over_as_drafts_whose_links_and_pictures_lead_to_each_other(area, take, tmp_path):
    root = making.old_site(tmp_path / "alt", FOLDERS, PAGES)
    bad = making.bad_files(root)
    making.put(root, "klein/eins.html", making.page("Eins", "<p>Text</p>"))
    making.put(root, "plan.pdf", making.PDF)
    made = take(root)
    total = len(made.pieces) - len(bad)
    # beside the first pages, where the area is public, no file stands in the open
    plan_ = area["dateien"]["plan.pdf"]
    assert "Anonymous" in rolesForPermissionOn("View", area)
    assert "Anonymous" not in rolesForPermissionOn("View", plan_)
    assert counted(made) == (total, 0, 0, len(bad))
    home = area["amt2"]
    page, onwards, last = home["seite1"], home["seite2"], home[f"seite{PAGES - 1}"]
    picture, paper = home["bilder"]["wappen.png"], home["antrag.pdf"]
    assert page.title == "Seite 2.1"
    assert page.text.raw == (
        "<h2>Schritt 1</h2><p>Text "
        f'<a href="resolveuid/{onwards.UID()}#text-frist" rel="noopener noreferrer">weiter</a>, '
        f'<a href="resolveuid/{paper.UID()}" rel="noopener noreferrer">Antrag</a>, '
        f'<a href="{making.OLD}/weg.html" rel="noopener noreferrer">weg</a></p>'
        f'<p><img src="resolveuid/{picture.UID()}/@@images/image/large" alt="Wappen"></p>'
    )
    # what was there only later knows of the links to it too
    assert {one.from_object.getId() for one in getIncomingLinks(onwards)} == {"seite1"}
    assert {one.from_object.getId() for one in getIncomingLinks(page)} == {last.getId()}
    assert (home.title, home.getDefaultPage()) == ("Amt 2", "index")
    assert {api.content.get_state(one) for one in (home, page, area["notiz"])} == {"draft"}
    assert page.creators == ("system",) and not page.get_local_roles_for_userid("system")
    assert (area["notiz"].title, area["satzung"].title) == ("Notiz des Amtes", "Satzung")
    assert area["satzung"].text.raw == "<p>Paragraf eins</p>"
    assert area["notiz"].text.raw.startswith("<h2>Erstes</h2>")
    entry = list(IJournal(page))[-1]
    assert (entry["kind"], entry["action"]) == ("moved", "brought_in")
    assert entry["comment"] == "Aus „Altes Malente“: amt2/seite1.html"
    assert lead("/plone/alt/amt2/seite1.html") == "/plone/partner/malente/amt2/seite1"
    assert lead("/plone/alt/amt2/antrag.pdf") == "/plone/partner/malente/amt2/antrag.pdf"

    # once more: nothing; then what changed in the source, but for what was changed here
    again = take(root)
    assert counted(again) == (0, total, 0, len(bad))
    assert len(IJournal(page)) == 2
    for name in ("seite1", "seite2", "seite3", "seite4"):
        making.put(root, f"amt2/{name}.html", making.page("Anders", f"<p>Neu {name}</p>"))
    making.put(root, "amt2/neu.html", making.page("Neu", "<p>Ganz neu</p>"))
    onwards.title = "Hier geändert"
    notify(ObjectModifiedEvent(onwards))
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(home["seite3"], to_state="internal")
    home.manage_delObjects(["seite4"])
    area.manage_delObjects(["klein"])
    making.put(root, "klein/zwei.html", making.page("Zwei", "<p>Text</p>"))
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(home["bilder"], to_state="public")
    making.put(root, "amt2/bilder/neu.png", making.png((7, 7, 7)))
    making.put(root, "amt2/bilder/wappen.png", making.png((8, 8, 8)))
    transaction.commit()
    changed = take(root)
    told = {name: str(message) for name, message in refused(changed).items() if name not in bad}
    assert told == {
        "amt2/seite2.html": "moving_changed_here",
        "amt2/seite3.html": "moving_released_here",
        "amt2/seite4.html": "moving_deleted_here",
        "amt2/bilder/neu.png": "moving_read_at_once",
        "amt2/bilder/wappen.png": "moving_released_here",
        "klein": "moving_deleted_here",
        "klein/eins.html": "moving_deleted_here",
        "klein/zwei.html": "moving_folder_left",
    }
    assert counted(changed)[:3:2] == (1, 1)
    assert (page.title, page.text.raw) == ("Anders", "<p>Neu seite1</p>")
    assert (onwards.title, "Neu" in onwards.text.raw) == ("Hier geändert", False)
    assert list(IJournal(page))[-1]["action"] == "renewed"


def test_stopped_in_the_middle_it_goes_on(area, take, tmp_path, monkeypatch):
    root = making.old_site(tmp_path / "alt", 1, 3)
    monkeypatch.setattr(operations, "TOGETHER", 3)
    batches = []

    def stop(done, total):
        batches.append(done)
        if len(batches) == 2:
            raise KeyboardInterrupt

    with sources.opened(root) as source:
        made = plan(source, area, "", "Alt")
        with pytest.raises(KeyboardInterrupt):
            operations.write(made, stop)
    transaction.abort()
    made = take(root, base="")
    total = len(made.pieces)
    assert counted(made) == (total - 6, 6, 0, 0)
    assert counted(take(root, base="")) == (0, total, 0, 0)


def test_one_that_cannot_be_stored_stops_nothing(area, take, tmp_path, monkeypatch):
    for name in ("eins", "zwei", "drei"):
        making.put(tmp_path / "alt", f"{name}.html", making.page(name, "<p>Text</p>"))
    plain = operations.createContent

    def refuse(portal_type, **values):
        if values["title"] == "zwei":
            raise ValueError("so nicht")
        return plain(portal_type, **values)

    monkeypatch.setattr(operations, "createContent", refuse)
    made = take(tmp_path / "alt")
    assert counted(made) == (2, 0, 0, 1)
    assert {"eins", "drei"} <= set(area.objectIds()) and "zwei" not in area.objectIds()
    monkeypatch.undo()
    assert counted(take(tmp_path / "alt")) == (1, 2, 0, 0)


def test_a_file_that_brings_the_reader_down_is_refused_alone(area, take, tmp_path, monkeypatch):
    for name in ("a", "b", "c"):
        making.put(tmp_path / "alt", f"{name}.html", making.page(name, "<p>Text</p>"))
    monkeypatch.setattr(reading_pages, "PROGRAM", "editorial.moving.crashing")
    made = take(tmp_path / "alt", write=False)
    assert {name: str(message) for name, message in refused(made).items()} == {
        "b.html": "moving_long"
    }
    assert counted(made) == (2, 0, 0, 1)


def test_an_archive_unpacks_into_itself_alone(area, take, tmp_path):
    path = tmp_path / "alt.zip"
    with ZipFile(path, "w") as archive:
        archive.writestr("alt/seite.html", making.page("Seite", "<p>Text</p>"))
        archive.writestr("../draussen.html", making.page("Draußen", "<p>Text</p>"))
        archive.writestr("/etc/x.html", "x")
        archive.writestr("alt\\..\\..\\y.html", "x")
    made = take(path, write=False)
    assert {str(message) for message in refused(made).values()} == {"moving_place"}
    assert counted(made) == (1, 0, 0, 3)
    assert not (tmp_path / "draussen.html").exists()
    (tmp_path / "kaputt.zip").write_bytes(path.read_bytes()[:80])
    with pytest.raises(sources.SourceRefused):
        take(tmp_path / "kaputt.zip", write=False)


def test_what_is_exported_comes_in_again(portal, area, take, tmp_path):
    root = making.old_site(tmp_path / "alt", 1, 4)
    take(root)
    home = area["amt1"]
    with api.env.adopt_roles(["Manager"]):
        event = api.content.create(
            home,
            "Event",
            "fest",
            title="Sommerfest",
            location="Kurpark",
            start=making.moment(10),
            end=making.moment(12),
        )
        event.topics = {"datenschutz"}
        api.content.create(home, "Link", "amt", title="Amt", remoteUrl="https://amt.example")
        image = NamedBlobImage(making.png(), filename="kopf.png")
        api.content.create(home, "News Item", "neues", title="Neues", image=image)
        broken = NamedBlobImage(making.png((1, 2, 3)), filename="kaputt.png")
        api.content.create(home["bilder"], "Image", "kaputt.png", title="Kaputt", image=broken)
        api.content.transition(home["seite1"], to_state="public")
    transaction.commit()
    target = tmp_path / "export"
    written, left = exporting.export(home, target)
    assert left == [] and written["Document"] == 4 and written["Event"] == 1
    assert (target.stat().st_mode & 0o777) == 0o700
    assert "Passwörter" in (target / "LIESMICH.txt").read_text(encoding="utf-8")
    with pytest.raises(exporting.TargetRefused):
        exporting.export(home, target)

    # into another administration, where what it names is still here: copies that lead to copies
    making.put(target / "content", "boese/data.json", json.dumps({"@id": "/x", "UID": "1"}))
    metadata = json.loads((target / "content" / "__metadata__.json").read_text())
    metadata["_data_files_"] += ["boese/data.json", "../../geheim.json", "fehlt/data.json"]
    making.put(target / "content", "__metadata__.json", json.dumps(metadata))
    [kept] = (target / "content").rglob("kaputt.png")
    kept.write_bytes(b"\x89PNG kein Bild")
    made = take(target, base="", into="partner/lensahn")
    names = ("boese/data.json", "../../geheim.json", "fehlt/data.json")
    assert set(refused(made)) == {*names, "partner/malente/amt1/bilder/kaputt.png"}
    copy = portal["partner"]["lensahn"]["amt1"]
    assert list(copy.objectIds()) == list(home.objectIds())
    assert copy.getDefaultPage() == "index"
    page = copy["seite1"]
    assert page.UID() != home["seite1"].UID()
    uids = {one.UID(): two.UID() for one, two in pairs(home, copy)}
    raw = home["seite1"].text.raw
    for old, new in uids.items():
        raw = raw.replace(old, new)
    assert page.text.raw == raw
    assert api.content.get_state(page) == "draft"
    assert copy["antrag.pdf"].file.data == home["antrag.pdf"].file.data
    assert copy["bilder"]["wappen.png"].image.data == home["bilder"]["wappen.png"].image.data
    fest = copy["fest"]
    assert (fest.start, fest.end, fest.location) == (event.start, event.end, "Kurpark")
    assert fest.topics == {"datenschutz"}
    assert copy["amt"].remoteUrl == "https://amt.example"
    assert copy["neues"].image.data == home["neues"].image.data
    again = take(target, base="", into="partner/lensahn")
    assert counted(again)[:3] == (0, len(uids) + 1, 0)


#: What is another on the day of the import, or because it is a draft again.
OF_THE_DAY = frozenset(
    ("created", "modified", "effective", "expires", "review_state", "creators", "version")
    + ("parent", "previous_item", "next_item", "is_working_copy", "lock", "working_copy")
)


def told_of(thing):
    """Return what REST tells of a thing but for OF_THE_DAY; of pictures, what they are."""
    request = thing.REQUEST
    told = getMultiAdapter((thing, request), ISerializeToJson)(include_items=False)
    found = {name: value for name, value in told.items() if name not in OF_THE_DAY}
    for name in {"image", "file"} & found.keys():
        found[name] = kept(thing, name) and (kept(thing, name).filename, kept(thing, name).data)
    return {name: value for name, value in found.items() if not name.startswith("@comp")}


def test_an_empty_place_gets_back_what_was_exported(portal, area, take, tmp_path):
    with api.env.adopt_roles(["Manager"]):
        home = api.content.create(area, "Folder", "amt", title="Amt", responsible="malente-editors")
        text = RichTextValue("<p>Das kostet [[Gebühr]].</p>", "text/html", "text/x-html-safe")
        more = {"review_months": 6, "talk_allowed": True, "audience_partners": {"malente"}}
        page = api.content.create(home, "Document", "pass", title="Pass", text=text, **more)
        image = NamedBlobImage(making.png(), filename="kopf.png")
        picture = {"image": image, "image_alt": "Das Rathaus", "focus_x": 20}
        more = {"topics": {"datenschutz"}, "subjects": ("Amt",), "must_read": True}
        more |= {"must_read_due": making.moment(10).date()}
        api.content.create(home, "News Item", "neues", title="Neues", **picture, **more)
        home.invokeFactory("Document", "einfach", title="Pass in Leichter Sprache")
        home["einfach"].variant_kind, home["einfach"].variant_of = "plain", page.UID()
        home["einfach"].reindexObject()
    for partner, value in (("malente", "37 Euro"), ("lensahn", "40 Euro"), ("malente", "38 Euro")):
        operations_of_slots.fill(page, partner, {"Gebühr": value})
    said = {one: operations_of_slots.entries_of(page, one) for one in ("malente", "lensahn")}
    before = {name: told_of(thing) for name, thing in [("", home), *home.objectItems()]}
    target = tmp_path / "export"
    exporting.export(home, target)
    page.responsible = "gibt-es-nicht"  # in another hub, its editors are called otherwise
    exporting.export(home, tmp_path / "other")
    uid = page.UID()
    api.content.delete(home, check_linkintegrity=False)
    assert "amt" not in area

    assert counted(take(target, base="")) == (4, 0, 0, 0)
    home = area["amt"]
    assert {name: told_of(thing) for name, thing in [("", home), *home.objectItems()]} == before
    assert [len(said[one]) for one in said] == [2, 1]
    assert {one: operations_of_slots.entries_of(home["pass"], one) for one in said} == said
    assert operations_of_slots.value_of(home["pass"], "malente", "Gebühr") == "38 Euro"
    assert storage_of_slots.board()[home["pass"].UID()].said["lensahn"][0] == ("Gebühr",)
    assert counted(take(target, base="")) == (0, 4, 0, 0)

    (tmp_path / "other" / "slots.json").write_text(json.dumps({uid: {"malente": [1, {}]}}))
    made = take(tmp_path / "other", base="", into="partner/lensahn")
    assert counted(made) == (4, 0, 0, 0)
    copy = portal["partner"]["lensahn"]["amt"]
    assert [len(operations_of_slots.entries_of(copy["pass"], one)) for one in said] == [0, 0]
    assert copy["einfach"].variant_of == copy["pass"].UID()
    assert kept(copy["pass"], "responsible") is None
    [lacks] = [one.lost for one in made.pieces if one.path.endswith("/amt/pass")]
    assert lacks["fields"] == 1


def pairs(one, other):
    """Yield what stands in two folders under the same names, all of the second."""
    for name in other.objectIds():
        yield one[name], other[name]
        if one[name].portal_type == "Folder":
            yield from pairs(one[name], other[name])
