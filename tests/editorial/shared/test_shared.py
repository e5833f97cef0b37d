"""A shared page through its doors: who reads what, who fills what, and what is refused."""

from kommunalhub.approvals.operations import decide
from kommunalhub.core.caching.revision import public_revision
from kommunalhub.editorial.areas import operations as areas
from kommunalhub.editorial.copies import operations as copies
from kommunalhub.editorial.shared import operations
from kommunalhub.editorial.shared import rules
from kommunalhub.editorial.shared import storage
from kommunalhub.partners.interfaces import PartnerRemovedEvent
from kommunalhub.search.interfaces import ISearchText
from lxml import html
from plone import api
from plone.app.textfield.value import RichTextValue
from plone.indexer.interfaces import IIndexableObject
from plone.protect.authenticator import createToken
from zExceptions import NotFound
from zExceptions import Unauthorized
from zope.annotation.interfaces import IAnnotations
from zope.component import getMultiAdapter
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

import pytest


TEXT = "<p>Sie zahlen [[Gebühr]].</p><p>[[Öffnungszeiten]]</p>"
GEBUEHR = rules.field_of("Gebühr")


def rich(text):
    return RichTextValue(text, "text/html", "text/x-html-safe")


@pytest.fixture
def shared(write):
    made = write("Document", title="Meldebescheinigung", text=rich(TEXT))
    with api.env.adopt_user(username="petra"):
        api.content.transition(made, "publish")
    return made


@pytest.fixture
def fill(shared):
    def fill(userid, partner, **values):
        with api.env.adopt_user(username=userid):
            return operations.fill(shared, partner, values)

    return fill


@pytest.fixture
def read(shared):
    """Return a function that gives the text of the page, as a visitor or somebody reads it."""

    def read(userid=None, **form):
        request = shared.REQUEST
        IAnnotations(request).clear()
        request.form.clear()
        request.form.update(form)
        if userid is None:
            return html.fromstring(api.content.get_view("hub-page", shared, request)())
        with api.env.adopt_user(username=userid):
            return html.fromstring(api.content.get_view("hub-page", shared, request)())

    return read


def prose(tree):
    return " ".join(tree.cssselect(".prose")[0].text_content().split())


def test_what_an_administration_that_is_gone_has_said_goes_too(fill, shared):
    fill("rolf", "malente", Gebühr="5 Euro")
    fill("hanna", "lensahn", Gebühr="6 Euro")
    notify(PartnerRemovedEvent("lensahn"))
    assert operations.entries_of(shared, "lensahn") == ()
    assert len(operations.entries_of(shared, "malente")) == 1
    assert set(storage.board()[shared.UID()].said) == {"malente"}


def test_each_reads_the_values_of_their_administration(fill, read, area, shared):
    before = public_revision(api.portal.get())
    fill("rolf", "malente", Gebühr="5 <b>Euro</b>")
    fill("hanna", "lensahn", Gebühr="6 Euro")
    assert public_revision(api.portal.get()) == before + 2  # kept pages are made anew
    with api.env.adopt_user(username="rolf"):
        areas.save(area, {"week": (((480, 720),),) * 4 + ((), (), ())})
    inside = prose(read("mia"))
    assert "Sie zahlen 5 <b>Euro</b>.Mo–Do 8–12" in inside
    assert "6 Euro" not in inside
    assert "Sie zahlen 6 Euro" in prose(read("lea"))
    chosen = read(partner="lensahn")
    assert "Sie zahlen 6 Euro.Öffnungszeiten: bitte erfragen" in prose(chosen)
    assert chosen.cssselect(".seg [aria-current]")[0].text == "Amt Lensahn"
    visitor = read(partner="nirgends")
    assert "Gebühr: siehe unten" in prose(visitor)
    rows = [row.text_content() for row in visitor.cssselect(".shared tbody tr")]
    assert "5 <b>Euro</b>" in rows[0] and "6 Euro" in rows[0]
    assert "Mo–Do 8–12" in rows[1]


@pytest.fixture
def todo(shared):
    """Return a function that tells what Malente has to do, from the catalog and the board."""

    def todo():
        [brain] = api.content.find(UID=api.content.get_uuid(shared), unrestricted=True)
        return operations.todo_in(brain, "malente")

    return todo


def test_what_is_missing_is_told_to_who_fills_it(fill, read, area, shared, todo):
    assert "Für Gemeinde Malente fehlen noch: Gebühr, Öffnungszeiten." in prose(read("rolf"))
    for who in ("mia", "lea", None):
        assert "fehlen noch" not in prose(read(who))
    uid = api.content.get_uuid(shared)
    assert todo() == operations.Todo(2)
    home = html.fromstring(block(area, "rolf"))
    assert "2 Lücken zu füllen" in home.text_content()
    assert "Lücken" not in html.fromstring(block(area, "mia")).text_content()
    fill("rolf", "malente", Gebühr="5 Euro")
    assert todo() == operations.Todo(1)
    with api.env.adopt_user(username="hanna"):
        shared.text = rich("<p>Ohne Lücke</p>")
        notify(ObjectModifiedEvent(shared))
        assert uid not in storage.board()
        shared.text = rich(TEXT)
        notify(ObjectModifiedEvent(shared))
    assert todo() == operations.Todo(1)  # what was said comes back
    with api.env.adopt_user(username="hanna"):
        api.content.delete(shared)
    assert uid not in storage.board()


def block(area, userid):
    IAnnotations(area.REQUEST).clear()
    area.REQUEST.form.clear()
    with api.env.adopt_user(username=userid):
        return api.content.get_view("hub-area", area, area.REQUEST)()


def test_the_form_fills_for_its_own_administration(shared, page):
    request = shared.REQUEST

    def send(userid, **form):
        request.environ["REQUEST_METHOD"] = request.method = "POST"
        try:
            with api.env.adopt_user(username=userid):
                token = createToken()
            return page(userid, shared, "angaben", _authenticator=token, **form)
        finally:
            request.environ["REQUEST_METHOD"] = request.method = "GET"

    fields = {"partner": "malente", "version": "0"}
    wrong = send("rolf", **fields, **{GEBUEHR: "x" * 501})
    assert request.response.getStatus() == 400
    field = html.fromstring(wrong).get_element_by_id(GEBUEHR)
    told = html.fromstring(wrong).get_element_by_id(field.get("aria-describedby"))
    assert field.get("aria-invalid") == "true" and "Bitte kürzen Sie" in told.text_content()
    send("rolf", **fields, **{GEBUEHR: " 5  Euro \n\n bar "})
    assert operations.value_of(shared, "malente", "Gebühr") == "5 Euro\nbar"
    late = send("rolf", **fields, **{GEBUEHR: "7 Euro"})
    assert request.response.getStatus() == 409 and "7 Euro" in late
    assert operations.value_of(shared, "malente", "Gebühr") == "5 Euro\nbar"
    assert 'id="fuer-wen"' in page("hanna", shared, "angaben", partner="lensahn")
    assert 'id="fuer-wen"' not in page("rolf", shared, "angaben")
    for who, partner in (("rolf", "lensahn"), ("lea", "lensahn"), ("mia", "malente")):
        with pytest.raises(Unauthorized):
            send(who, partner=partner, version="0", **{GEBUEHR: "x"})


def test_a_page_without_slots_has_no_form(write, page):
    plain = write("Document", text=rich("<p>Ohne</p>"), submit=False)
    with pytest.raises(NotFound):
        page("rolf", plain, "angaben")


@pytest.mark.parametrize("values", [{"Fremd": "x"}, {"Gebühr": "x" * 501}, {"Gebühr": "x\n" * 13}])
def test_what_does_not_fit_is_refused_whole(fill, shared, values):
    with pytest.raises(operations.Wrong) as wrong:
        fill("rolf", "malente", Öffnungszeiten="nie", **values)
    assert set(wrong.value.errors) == set(values)
    assert operations.version_of(shared, "malente") == 0


def test_the_same_once_more_is_no_new_entry(fill, shared):
    assert fill("rolf", "malente", Gebühr="5 Euro")
    assert not fill("rolf", "malente", Gebühr=" 5 Euro")
    assert operations.version_of(shared, "malente") == 1


def change(shared, text):
    with api.env.adopt_user(username="hanna"):
        shared.text = rich(text)
        notify(ObjectModifiedEvent(shared))


def test_a_changed_text_asks_the_administrations_to_look(fill, read, area, shared, todo, page):
    fill("rolf", "malente", Gebühr="5 Euro", Öffnungszeiten="Mo 8–12")
    assert not todo() and page("rolf", api.portal.get(), "editorial-my-gaps") == ""
    change(shared, TEXT.replace("Sie", "<b>Sie</b>"))
    assert not todo()  # the words are the same
    change(shared, TEXT.replace("Sie zahlen", "Erwachsene zahlen"))
    assert todo() == operations.Todo(0, stale=True)
    assert "wurde geändert, seit Gemeinde Malente" in prose(read("rolf"))
    assert "Text geändert" in block(area, "rolf") and "Text geändert" not in block(area, "mia")
    mine = html.fromstring(page("rolf", api.portal.get(), "editorial-my-gaps"))
    [link] = mine.cssselect("li a")
    assert link.get("href") == f"{shared.absolute_url()}/@@angaben?partner=malente"
    assert page("mia", api.portal.get(), "editorial-my-gaps") == ""
    assert "Text, wie er damals war" in page("rolf", shared, "angaben")
    assert fill("rolf", "malente", Gebühr="5 Euro")  # the same once more: it still fits
    assert not todo() and operations.version_of(shared, "malente") == 2


def test_a_gap_that_was_renamed_meanwhile_takes_no_value_of_another(shared, page):
    change(shared, TEXT.replace("Gebühr", "Preis"))
    with api.env.adopt_user(username="rolf"):
        token = createToken()
    request = shared.REQUEST
    request.environ["REQUEST_METHOD"] = request.method = "POST"
    try:
        sent = {"partner": "malente", "version": "0", GEBUEHR: "5 Euro", "_authenticator": token}
        page("rolf", shared, "angaben", **sent)
    finally:
        request.environ["REQUEST_METHOD"] = request.method = "GET"
    assert request.response.getStatus() == 409
    assert operations.version_of(shared, "malente") == 0


def test_the_search_finds_one_page_by_the_value_of_any_administration(fill, shared):
    fill("rolf", "malente", Gebühr="5 Euro am Kellersee")
    fill("hanna", "lensahn", Gebühr="6 Euro")
    catalog = api.portal.get_tool("portal_catalog")
    words = ISearchText(getMultiAdapter((shared, catalog), IIndexableObject)).body
    assert "[[" not in words and "Sie zahlen Gebühr." in words
    assert "Gebühr, Gemeinde Malente: 5 Euro am Kellersee" in words
    for text in ("Kellersee", "Meldebescheinigung Lensahn"):
        assert [brain.UID for brain in api.content.find(fulltext=text)].count(shared.UID()) == 1
    assert not api.content.find(fulltext="Xylophon")


def test_values_go_with_no_copy_and_come_back_with_no_version(fill, shared, area):
    fill("rolf", "malente", Gebühr="5 Euro")
    with api.env.adopt_user(username="hanna"):
        copy = api.content.copy(shared, area, "kopie")
        assert operations.version_of(copy, "malente") == 0
        repository = api.portal.get_tool("portal_repository")
        repository.save(shared)
    fill("rolf", "malente", Gebühr="6 Euro")
    with api.env.adopt_user(username="hanna"):
        repository.revert(shared, 0)
    assert operations.value_of(shared, "malente", "Gebühr") == "6 Euro"


def test_a_working_copy_is_read_with_the_values_of_its_page_and_keeps_them(
    fill, shared, page, todo
):
    fill("rolf", "malente", Gebühr="5 Euro", Öffnungszeiten="Mo 8–12")
    with api.env.adopt_user(username="rolf"):
        copy = copies.start(shared)
        copy.text = rich(TEXT.replace("Sie zahlen", "Erwachsene zahlen"))
        notify(ObjectModifiedEvent(copy))
    read = html.fromstring(page("rolf", copy, "hub-page"))
    assert "Erwachsene zahlen 5 Euro" in read.cssselect(".shared")[0].text_content()
    assert set(storage.board()) == {shared.UID()}
    with api.env.adopt_user(username="rolf"), pytest.raises(operations.Wrong):
        operations.fill(copy, "malente", {"Gebühr": "6 Euro"})
    for who, act in (("rolf", "submit"), ("petra", "publish")):
        with api.env.adopt_user(username=who):
            decide(copy, act, "")
    assert "Erwachsene" in shared.text.raw
    assert operations.value_of(shared, "malente", "Gebühr") == "5 Euro"
    assert todo() == operations.Todo(0, stale=True)
