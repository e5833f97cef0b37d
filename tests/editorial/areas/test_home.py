"""The home of Malente through its doors: the page, its forms, its pictures; by whom and how."""

from datetime import datetime
from io import BytesIO
from kommunalhub.core import formatting
from kommunalhub.core import homeblocks as known
from kommunalhub.editorial.areas import operations
from kommunalhub.editorial.areas import rules
from kommunalhub.editorial.areas.storage import area_of
from kommunalhub.editorial.areas.typed import Link
from kommunalhub.partners.operations import add_partner
from kommunalhub.search.interfaces import ISearchText
from lxml import html
from PIL import Image
from plone import api
from plone.protect.authenticator import createToken
from zExceptions import NotFound
from zExceptions import Unauthorized
from zope.annotation.interfaces import IAnnotations

import pytest


def png(size=(60, 30)):
    target = BytesIO()
    Image.new("RGB", size, "#0b4f5c").save(target, "PNG")
    return target.getvalue()


@pytest.fixture
def look(page, area):
    """Return a function that gives the home, or a view of it, as somebody has it."""

    def look(userid=None, name=None, **form):
        if userid is None:
            return html.fromstring(api.content.get_view("hub-area", area, area.REQUEST)())
        return html.fromstring(page(userid, area, name, **form))

    return look


@pytest.fixture
def write_facts(area):
    """Return a function that lets Rolf write facts."""

    def write_facts(**values):
        with api.env.adopt_user(username="rolf"):
            operations.save(area, values)

    return write_facts


@pytest.fixture
def press(page, area):
    """Return a function that presses a button of @@bloecke-ordnen."""

    def press(userid, **form):
        request = api.portal.get().REQUEST
        request.environ["REQUEST_METHOD"] = request.method = "POST"
        request.response.setStatus(200)
        try:
            with api.env.adopt_user(username=userid):
                token = createToken()
            form = {"version": str(area_of(area).version), **form}
            page(userid, area, "bloecke-ordnen", _authenticator=token, **form)
        finally:
            request.environ["REQUEST_METHOD"] = request.method = "GET"

    return press


def order(area):
    return [one.kind for one in operations.blocks_of(area)]


def placed(area, kind):
    return next(one for one in operations.blocks_of(area) if one.kind == kind)


def headings(tree):
    return [" ".join(one.text_content().split()) for one in tree.cssselect("main h2")]


def test_visitors_read_the_public_part_and_colleagues_all_of_it(look, write, write_facts):
    write_facts(introduction="Willkommen.\n\nMehr.", note="Der Schlüssel liegt im Vorzimmer.")
    for title, act in (("Offen", "publish"), ("Innen", "approve"), ("Neu", None)):
        made = write(title=title, submit=act is not None)
        if act:
            with api.env.adopt_user(username="petra"):
                api.content.transition(made, act)
    shown = look()
    text = shown.text_content()
    assert shown.cssselect("p.lead")[0].text == "Willkommen."
    assert "Offen" in text and "Innen" not in text and "Neu" not in text
    assert "Schlüssel" not in text and "nur intern" not in text
    inside = look("mia")
    assert "Schlüssel" in inside.text_content()
    rows = {row.cssselect("a")[0].text: row for row in inside.cssselect(".rows > li")}
    assert "nur intern" in rows["Innen"].text_content()
    assert "nur intern" not in rows["Offen"].text_content()
    assert "Neu" not in rows
    assert "Entwurf" in look("rolf").cssselect(".rows")[0].text_content()


def test_what_is_for_colleagues_is_on_no_page_and_in_no_answer_for_others(
    area, look, write_facts, press
):
    write_facts(links=(Link("Geheime Liste", "/liste"),), picture=png(), picture_text="Ein See")
    with api.env.adopt_user(username="hanna"):
        assert "Geheime Liste" in ISearchText(area).body
    press("rolf", kind="links", act="internal")
    press("rolf", kind="introduction", act="internal")
    assert "Geheime Liste" not in ISearchText(area).body
    assert "Geheime Liste" not in look().text_content()
    links = look("mia").get_element_by_id("block-links")
    assert "nur intern" in links.text_content()
    picture = api.content.get_view("bereich-bild", area, area.REQUEST)
    with pytest.raises(NotFound):
        picture.publishTraverse(None, "picture")()
    with api.env.adopt_user(username="mia"):
        area.REQUEST.form["v"] = area_of(area).picture.digest
        seen = api.content.get_view("bereich-bild", area, area.REQUEST)
        assert seen.publishTraverse(None, "picture")().startswith(b"RIFF")
        assert "public" not in area.REQUEST.response.getHeader("Cache-Control")


def test_the_buttons_move_hide_and_call_blocks(area, press, look):
    press("rolf", kind="documents", act="up")
    assert order(area).index("documents") == order(area).index("news") - 1
    press("rolf", kind="contact", act="up")  # is the first already
    press("rolf", kind="news", act="hide")
    assert not placed(area, "news").shown
    arranging = look("rolf", "bloecke-ordnen")
    assert arranging.cssselect("#ordnen-news button")[0].get("value") == "show"
    press("rolf", kind="news", act="show")
    press("rolf", kind="news", act="settings", heading=" Neues  aus Malente ", rows="7")
    assert (placed(area, "news").title, placed(area, "news").rows) == ("Neues aus Malente", 7)
    for wrong in ({"rows": "0"}, {"rows": "13"}, {"rows": "viele"}, {"heading": "x" * 81}):
        press("rolf", kind="news", act="settings", **{"heading": "Anders", "rows": "3"} | wrong)
    assert placed(area, "news").title == "Neues aus Malente"
    press("rolf", kind="news", act="settings", heading="Nachrichten", rows="3")
    assert placed(area, "news").title == ""  # its own heading, in every language
    for wrong in ({"kind": "x", "act": "up"}, {"kind": "news", "act": "x"}, {"act": "up"}):
        with pytest.raises(NotFound):
            press("rolf", **wrong)


def test_a_step_from_an_old_page_or_sent_twice_changes_nothing(area, press):
    version = str(area_of(area).version)
    press("rolf", kind="documents", act="up", version=version)
    first = order(area)
    press("rolf", kind="documents", act="up", version=version)
    press("rolf", kind="contact", act="hide", version="9" * 30)
    assert order(area) == first
    assert placed(area, "contact").shown


def test_the_note_never_leaves_the_part_for_colleagues(area, press, write_facts, look):
    write_facts(note="Der Schlüssel liegt im Vorzimmer.")
    press("rolf", kind="note", act="public")
    assert placed(area, "note").internal
    assert "Schlüssel" not in look().text_content()


def test_only_its_editors_and_the_hub_change_an_area(area):
    for who in ("mia", "petra", "lea"):
        for name in ("@@bloecke-ordnen", "@@edit"):
            with pytest.raises(Unauthorized), api.env.adopt_user(username=who):
                area.restrictedTraverse(name)
    for who in ("rolf", "hanna"):
        with api.env.adopt_user(username=who):
            assert area.restrictedTraverse("@@bloecke-ordnen")


def test_open_is_told_to_the_minute_though_the_page_is_kept(area, look, write_facts, monkeypatch):
    week = (((480, 720), (840, 960)),) * 5 + ((), ())
    write_facts(week=week)
    marks = []
    for minute, text in (
        (datetime(2026, 11, 18, 8, 30), "Heute geöffnet bis 12 Uhr"),
        (datetime(2026, 11, 18, 12, 0), "Zurzeit geschlossen, heute geöffnet ab 14 Uhr"),
        (datetime(2026, 11, 18, 16, 0), "Geschlossen, morgen geöffnet ab 8 Uhr"),
        (datetime(2026, 11, 20, 17, 0), "Geschlossen, wieder geöffnet am Montag, 23. November ab"),
    ):
        moment = minute.replace(tzinfo=formatting.BERLIN)
        monkeypatch.setattr(formatting, "now", lambda moment=moment: moment)
        assert text in look().text_content()
        marks.append(api.content.get_view("hub-area", area, area.REQUEST).public_fingerprint())
    assert len(set(marks)) == 4
    later = datetime(2026, 11, 18, 9, 59, tzinfo=formatting.BERLIN)
    monkeypatch.setattr(formatting, "now", lambda: later)
    view = api.content.get_view("hub-area", area, area.REQUEST)
    assert view.public_fingerprint() == marks[0]  # kept as long as it is true


def test_the_facts_are_saved_by_the_form(area, page):
    request = api.portal.get().REQUEST
    IAnnotations(request).clear()

    def send(seen=None, **values):
        fields = {
            "introduction": "Willkommen.",
            "contacts": "Bürgerbüro; 040 66969-210",
            "week": "Mo–Do 8–12",
            "specials": "",
            "links": "Workshops: /workshops",
            "note": "",
            "picture_text": "",
            **values,
        }
        form = {f"form.widgets.{name}": value for name, value in fields.items()}
        form |= {"form.widgets.sign": ["tree"], "form.buttons.save": "Speichern"}
        form["version"] = seen if seen is not None else str(area_of(area).version)
        request.environ["REQUEST_METHOD"] = request.method = "POST"
        try:
            with api.env.adopt_user(username="rolf"):
                form["_authenticator"] = createToken()
            return page("rolf", area, "edit", **form)
        finally:
            request.environ["REQUEST_METHOD"] = request.method = "GET"

    told = send(week="Mo–Do 8–30", links="Rathaus: javascript:x")
    assert "Diese Zeile wird nicht verstanden: „Mo–Do 8–30“." in told
    assert area_of(area).version == 0
    send()
    kept = area_of(area)
    assert (kept.introduction, kept.sign) == ("Willkommen.", "tree")
    assert kept.week == (((480, 720),),) * 4 + ((), (), ())
    assert kept.links == (Link("Workshops", "/workshops"),)
    version = kept.version
    send()
    assert area_of(area).version == version  # the same once more is no change
    late = send(seen="0", introduction="Von gestern.")
    assert "während Sie geschrieben haben" in late and "Von gestern." in late
    assert area_of(area).introduction == "Willkommen."


def test_a_picture_says_what_it_shows_or_that_it_is_decoration(area, look, write_facts):
    for values, field in (
        ({"picture": png()}, "picture_text"),
        ({"picture": png(), "picture_text": " ", "picture_decorative": False}, "picture_text"),
        (
            {"picture": png(), "picture_text": "See", "picture_decorative": True},
            "picture_decorative",
        ),
        ({"picture": b"<svg/>", "picture_text": "See"}, "picture"),
        ({"crest": b"GIF89a"}, "crest"),
    ):
        with pytest.raises(operations.Wrong) as wrong:
            write_facts(**values)
        assert set(wrong.value.errors) == {field}
    assert area_of(area).version == 0
    write_facts(picture=png((3000, 1000)), picture_text="Ein See")
    shown = look().cssselect("img.draw")[0]
    assert (shown.get("alt"), shown.get("width")) == ("Ein See", "1280")
    write_facts(picture_text="", picture_decorative=True)
    assert look().cssselect("img.draw")[0].get("alt") == ""
    write_facts(picture=operations.REMOVE)
    assert look().cssselect("img.draw") == []
    assert look().cssselect("svg.crest")
    write_facts(crest=png())
    assert look().cssselect("img.crest") and not look().cssselect("svg.crest")


def test_a_picture_of_an_area_that_was_made_before_cuts_is_cut_from_what_there_is(
    area, look, write_facts
):
    write_facts(picture=png((3000, 1500)), picture_text="Ein See")
    kept = area_of(area).picture
    before = kept.whole
    assert before.data != kept.blob.data
    kept.whole = None
    write_facts(cut_right=50)
    assert look().cssselect("img.draw")[0].get("width") == "640"  # of 1280
    write_facts(cut_right=0)
    assert look().cssselect("img.draw")[0].get("width") == "1280"
    version = area_of(area).version
    write_facts(cut_right=0)
    assert area_of(area).version == version


def test_names_of_editors_are_for_who_may_find_them(look):
    assert "Redaktion Malente" in look().text_content()
    assert "Rolf Redaktion" not in look().text_content()
    assert "Rolf Redaktion" in look("mia").text_content()
    assert "Rolf Redaktion" not in look("lea").text_content()


def test_a_kind_of_another_room_comes_in_and_goes_again(area, look, press, monkeypatch):
    class Visitors(known.Block):
        title = "Wer besucht uns?"
        order = 25

        def template(self):
            return f'<section class="card"><h2>{self.heading}</h2></section>'

    press("rolf", kind="documents", act="up")
    real = known.kinds
    with monkeypatch.context() as patch:
        patch.setattr(known, "kinds", lambda: {**real(), "visitors": Visitors})
        assert "visitors" in order(area)
        assert "Wer besucht uns?" in headings(look("mia"))
        press("rolf", kind="visitors", act="hide")
        assert "Wer besucht uns?" not in headings(look("mia"))
    assert "visitors" not in order(area)
    assert rules.Placed("visitors", shown=False) in area_of(area).blocks  # it may come back


def test_a_new_administration_gets_a_home(portal):
    with api.env.adopt_user(username="hanna"):
        add_partner("heiligenhafen", title="Stadt Heiligenhafen", short_title="Heiligenhafen")
    made = portal["partner"]["heiligenhafen"]
    assert made.getLayout() == "hub-area"
    with api.env.adopt_user(username="mia"):
        assert "Stadt Heiligenhafen" in api.content.get_view("hub-area", made, made.REQUEST)()
