"""Two at once, a look before, pictures that were pasted."""

from base64 import b64decode
from base64 import b64encode
from io import BytesIO
from kommunalhub.editorial.writing.meanwhile.form import PageEditView
from kommunalhub.editorial.writing.uploading import operations as uploading
from lxml import html as lxml_html
from PIL import Image
from plone import api
from plone.app.textfield.value import RichTextValue
from plone.protect.authenticator import createToken
from zope.annotation.interfaces import IAnnotations
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

import json
import pytest


TITLE = "Öffnungszeiten"


def text(html):
    return RichTextValue(html, "text/html", "text/x-html-safe")


def change(page, html, who="rolf"):
    with api.env.adopt_user(username=who):
        page.text = text(html)
        notify(ObjectModifiedEvent(page))


def png(colour="red"):
    out = BytesIO()
    Image.new("RGB", (4, 3), colour).save(out, "PNG")
    return f"data:image/png;base64,{b64encode(out.getvalue()).decode()}"


@pytest.fixture
def form(portal):
    """Return a function that opens, or sends, the edit form of a page, and returns its view."""

    def form(page, **values):
        request = portal.REQUEST
        IAnnotations(request).clear()
        request.form.clear()
        request.form.update(values)
        request.method = request["REQUEST_METHOD"] = "POST" if values else "GET"
        request.response.setStatus(200)
        with api.env.adopt_user(username="rolf"):
            view = PageEditView(page, request)
            view.__name__ = "edit"
            view.update()
        return view

    return form


def typed(view):
    [sent] = lxml_html.fromstring(f"<div>{view.contents}</div>").forms
    return {name: value for name, value in sent.form_values() if "buttons" not in name}


def of(values, name):
    return next(key for key in values if key.endswith(f".{name}"))


class TestTwoAtOnce:
    def test_the_second_is_told_compares_and_loses_nothing(self, portal, write, form):
        page = write("Document", TITLE, submit=False, text=text("<p>Montag 8 bis 12 Uhr</p>"))
        values = typed(form(page))
        change(page, "<p>Montag 9 bis 12 Uhr</p>", "hanna")
        values[of(values, "text")] = "<p>Montag 8 bis 16 Uhr</p>"
        save = {"form.buttons.save": "Save"}
        view = form(page, **values, **save)
        assert portal.REQUEST.response.getStatus() == 409
        assert page.text.raw == "<p>Montag 9 bis 12 Uhr</p>"
        for said in ("Hanna Hub", "9</del>" if "9</del>" in view.contents else "9", "16"):
            assert said in view.contents
        again = typed(view)
        assert again[of(again, "text")] == "<p>Montag 8 bis 16 Uhr</p>"
        form(page, **again, **save)
        assert page.text.raw == "<p>Montag 8 bis 16 Uhr</p>"

    def test_a_text_that_nobody_touched_keeps_its_lines(self, write, form):
        before = "<p>Montag</p>\n\n<p>Dienstag</p>\r\n"
        page = write("Document", TITLE, submit=False, text=text(before))
        values = typed(form(page))
        name = of(values, "text")
        save = {"form.buttons.save": "Save"}
        form(page, **values | {name: "<p>Montag</p>\r\n\r\n<p>Dienstag</p>\r\n"}, **save)
        assert page.text.raw == before
        values = typed(form(page))
        form(page, **values | {name: "<p>Montag</p>\r\n<p>Mittwoch</p>"}, **save)
        assert page.text.raw == "<p>Montag</p>\n<p>Mittwoch</p>"

    def test_who_is_alone_is_not_asked(self, portal, write, form):
        page = write("Document", TITLE, submit=False)
        values = typed(form(page))
        values[of(values, "title")] = "Neue Zeiten"
        form(page, **values, **{"form.buttons.save": "Save"})
        assert page.title == "Neue Zeiten"
        assert "mark" not in vars(page)


class TestPreview:
    def test_a_draft_as_citizens_will_see_it(self, write, page):
        made = write("Document", TITLE, submit=False, text=text("<p>Montag</p>"))
        html = page("rolf", made, "vorschau-seite", who="visitor")
        assert "<p>Montag</p>" in html
        for mine in ("Rolf Redaktion", "@@decide", "Entwurf", "Bearbeiten"):
            assert mine not in html
        assert "Rolf Redaktion" in page("rolf", made)

    def test_as_colleagues_and_on_a_phone(self, write, page):
        made = write("Document", TITLE, submit=False)
        html = page("rolf", made, "vorschau", who="colleague", device="phone")
        assert 'width="390"' in html
        assert "@@vorschau-seite?who=colleague" in html
        assert "Rolf Redaktion" not in page("rolf", made, "vorschau-seite", who="colleague")
        assert 'width="100%"' in page("rolf", made, "vorschau", who="x", device="y")


class TestPastedPictures:
    def test_they_become_files_beside_the_page(self, area, write):
        page = write("Document", TITLE, submit=False)
        one, other = png(), png("blue")
        change(page, f'<p>Da: <img alt="Rathaus" src="{one}"><img src="{other}"></p>')
        assert "data:" not in page.text.raw
        pictures = [thing for thing in area.objectValues() if thing.portal_type == "Image"]
        titles = {picture.title for picture in pictures}
        assert "Rathaus" in titles and len(pictures) == 2
        for picture in pictures:
            assert f'src="resolveuid/{picture.UID()}/@@images/image/large"' in page.text.raw
        before = page.text.raw
        change(page, before)
        assert page.text.raw == before

    def test_what_word_wrote_is_tidied_up_whoever_sends_it(self, write):
        page = write("Document", TITLE, submit=False)
        change(page, '<p class=MsoNormal><span style="color:red">Rot</span><o:p></o:p></p>')
        assert page.text.raw == "<p>Rot</p>"

    def test_what_is_no_picture_stays(self, area, write):
        page = write("Document", TITLE, submit=False)
        html = '<p><img alt="x" src="data:image/png;base64,QUJD"></p>'
        change(page, html)
        assert page.text.raw == html
        assert not [thing for thing in area.objectValues() if thing.portal_type == "Image"]


class Sent(BytesIO):
    """A file as a form brings it."""

    def __init__(self, filename, data):
        super().__init__(data)
        self.filename = filename


class TestManyFiles:
    def test_a_broken_one_in_the_middle_keeps_back_no_other(self, area):
        whole = b64decode(png().partition(",")[2])
        good = [Sent(f"bild-{n}.png", whole) for n in range(12)]
        bad = [
            Sent("halb.png", whole[:40]),
            Sent("programm.exe", b"MZ"),
            Sent("leer.pdf", b""),
            Sent("kein.pdf", b"Guten Tag"),
        ]
        sent = [*good[:6], *bad, Sent("Satzung.pdf", b"%PDF-1.7 x"), *good[6:]]
        with api.env.adopt_user(username="rolf"):
            results = uploading.put_in(area, sent)
        assert [one.name for one in results] == [one.filename for one in sent]
        assert [one.problem is None for one in results] == [True] * 6 + [False] * 4 + [True] * 7
        made = {thing.title: thing for thing in area.objectValues()}
        assert made["Satzung"].portal_type == "File"
        assert made["bild-11"].image.getSize() == len(whole)
        assert all(one.url for one in results if one.problem is None)

    def test_a_thousand_with_a_broken_one_in_the_middle_arrive_once(self, area):
        files = {f"plan-{n}.pdf": b"%PDF-1.7 Plan " + str(n).encode() for n in range(1000)}
        files["plan-500.pdf"] = b"%PDF"  # what is left when the saving was cut off

        def send():
            with api.env.adopt_user(username="rolf"):
                return uploading.put_in(area, [Sent(*file) for file in files.items()])

        first = send()
        assert [one.name for one in first] == list(files)
        assert [one.name for one in first if one.problem] == ["plan-500.pdf"]
        made = [thing.file for thing in area.objectValues() if thing.portal_type == "File"]
        assert len(made) == 999
        there = {file.filename: file.data for file in made}
        assert there == {name: data for name, data in files.items() if name != "plan-500.pdf"}
        before = set(area.objectIds())
        again = send()
        assert set(area.objectIds()) == before
        assert [one.url for one in again] == [one.url for one in first]
        assert [one.name for one in again if not one.is_known] == ["plan-500.pdf"]

    def test_the_page_asks_for_files_and_says_what_became_of_them(self, portal, area, page):
        html = page("rolf", area, "dateien-hochladen")
        assert 'multiple="multiple"' in html and "pdf, docx" in html
        request = portal.REQUEST
        request.method = request["REQUEST_METHOD"] = "POST"
        with api.env.adopt_user(username="rolf"):
            token = createToken()
        nothing = page("rolf", area, "dateien-hochladen", _authenticator=token)
        assert request.response.getStatus() == 400 and "Bitte wählen Sie" in nothing
        whole = b64decode(png().partition(",")[2])
        sent = [
            Sent("Satzung.pdf", b"%PDF-1.7 x"),
            Sent("leer.txt", b""),
            Sent("hafen.png", whole),
        ]
        html = page("rolf", area, "dateien-hochladen", _authenticator=token, files=sent)
        assert "ist leer" in html and f"{area.absolute_url()}/satzung" in html
        assert html.count("Ausschnitt wählen") == 2  # of one, and for lines that a script adds
        assert f'href="{area.absolute_url()}/hafen.png/edit"' in html

    def test_one_after_the_other_as_the_script_does_and_again(self, portal, area, page):
        request = portal.REQUEST
        request.method = request["REQUEST_METHOD"] = "POST"
        request.environ["HTTP_X_HUB_UPLOAD"] = "1"
        with api.env.adopt_user(username="rolf"):
            token = createToken()
        names = [f"plan-{n}.pdf" for n in range(20)]
        files = {name: b"%PDF-1.7 " + name.encode() for name in names}
        files["plan-10.pdf"] = b"%PDF"  # what is left when the saving was cut off
        files["plan-11.png"] = b"\x89PNG\r\n\x1a\nkein Bild"

        def send(name):
            [line] = json.loads(
                page(
                    *("rolf", area, "dateien-hochladen"),
                    _authenticator=token,
                    files=[Sent(name, files[name])],
                )
            )
            return line

        first = [send(name) for name in files]
        refused = {line["name"]: line["problem"] for line in first if line["problem"]}
        assert refused == {
            "plan-10.pdf": "„plan-10.pdf“ enthält nicht, was die Dateiendung sagt. Bitte speichern "
            "Sie die Datei neu.",
            "plan-11.png": "„plan-11.png“ ist beschädigt und lässt sich nicht als Bild öffnen.",
        }
        there = set(area.objectIds())
        again = [send(name) for name in files]
        assert set(area.objectIds()) == there
        assert [line["known"] for line in again] == [not line["problem"] for line in first]
        assert [line["url"] for line in again] == [line["url"] for line in first]
        # another file of that name is another file, which comes once as well
        files["plan-3.pdf"] = b"%PDF-1.7 zweite Fassung"
        other = send("plan-3.pdf")
        assert (other["known"], other["url"]) == (False, f"{area.absolute_url()}/plan-3-1.pdf/view")
        assert send("plan-3.pdf") == {**other, "known": True}
