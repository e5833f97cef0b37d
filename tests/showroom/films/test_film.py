"""Films in an exhibit: what is taken, what is missing, what everybody sees, hears and finds."""

from datetime import date
from kommunalhub.core import formatting
from kommunalhub.core.acting import as_system
from kommunalhub.search.interfaces import ISearchText
from kommunalhub.search.reading import operations as reading
from kommunalhub.showroom import gaps
from kommunalhub.showroom.films import rules
from kommunalhub.showroom.films import shown
from kommunalhub.showroom.films import state
from kommunalhub.showroom.films.statics import statics
from plone.dexterity.utils import createContentInContainer
from plone.namedfile.file import NamedBlobFile
from showroom.films.clips import box
from showroom.films.clips import CAPTIONS
from showroom.films.clips import mp4

import base64
import pytest
import transaction


def clip(data=None, name="muehle.mp4"):
    return NamedBlobFile(data or mp4(125), contentType="application/x-unknown", filename=name)


def captions(text=CAPTIONS, name="muehle.vtt"):
    return NamedBlobFile(text.encode(), contentType="text/html", filename=name)


def add_film(hub, exhibit, **fields):
    values = {
        "title": "Die Windmühle",
        "file": clip(),
        "image": hub.picture("muehle.jpg"),
        "captions": captions(),
        "alternative": "Flügel drehen sich vor hellem Himmel.",
        "licence": "cc_by",
        "credits": "Digital Hub",
    }
    with hub.As("anna"):
        return createContentInContainer(exhibit, "Film", **{**values, **fields})


def missing(exhibit):
    return [(gap.said, gap.until) for gap in gaps.gaps_of(exhibit) if "film" in gap.said]


def test_what_is_sent_of_a_film_is_cleaned_before_it_is_stored(exhibit, hub):
    place = box(b"udta", box(b"\xa9xyz", b"+54.29+010.88/"))
    film = add_film(hub, exhibit, file=clip(mp4(125, more=(place,))))
    assert b"+54.29" not in film.file.data and film.file.contentType == "video/mp4"
    assert b"udta" not in film.file.data and len(film.file.data) == len(clip(mp4(125)).data) + 30
    text = film.captions.data.decode()
    assert "<" not in text and "import" not in text and film.captions.contentType == "text/vtt"
    facts = state.facts_of(film)
    assert (facts.kind, facts.has_sound, facts.seconds) == ("mp4", True, 125)
    assert shown.film_shown(film)["length"] == "2:05"


def test_what_a_film_lacks_keeps_the_exhibit_back(exhibit, hub):
    add_film(hub, exhibit)
    assert missing(exhibit) == []
    add_film(hub, exhibit, title="Ohne alles", image=None, captions=None)
    assert [said for said, _until in missing(exhibit)] == [
        *("gap_film_poster", "gap_film_captions", "gap_film_transcript")
    ]


def test_words_may_follow_by_a_day_and_not_later(exhibit, hub):
    today = formatting.to_local(formatting.now()).date()
    film = add_film(hub, exhibit, captions=None)
    film.later_reason, film.later_until = "Das Büro ist krank.", today
    assert missing(exhibit) == [("gap_film_captions", today), ("gap_film_transcript", today)]
    assert not [gap for gap in gaps.gaps_of(exhibit) if gap.keeps_back]
    film.later_until = date(2026, 1, 2)
    kept_back = [gap.said for gap in gaps.gaps_of(exhibit) if gap.keeps_back]
    assert kept_back == ["gap_film_captions", "gap_film_transcript"]
    assert ("gap_film_late", date(2026, 1, 2)) in missing(exhibit)


@pytest.mark.parametrize(
    ("has", "what"),
    [
        (rules.Has(has_sound=False, poster=True), []),
        (rules.Has(has_picture=False, transcript=True), []),
        (rules.Has(has_picture=False, captions=True), []),
        (rules.Has(poster=True, transcript=True), [rules.CAPTIONS]),
        (rules.Has(), [rules.POSTER, rules.CAPTIONS, rules.TRANSCRIPT]),
    ],
)
def test_what_kinds_of_films_need(has, what):
    assert [lack.what for lack in rules.lacks(has, None, date(2026, 11, 18))] == what


def test_the_recording_of_a_livestream_has_fourteen_days():
    assert rules.recording_day(date(2026, 12, 24)) == date(2027, 1, 7)


def test_the_transcript_leads_to_each_place(exhibit, hub):
    film = add_film(hub, exhibit)
    lines = shown.transcript(film, asked=130)
    said = [(line["time"], line["voice"]) for line in lines]
    assert said == [("0:01", "Anna Lund"), ("2:05", "Ben")]
    assert lines[1]["url"].endswith("/die-windmuehle?t=125#s125") and lines[1]["is_asked"]
    assert lines[1]["asked_id"] == "s130" and lines[0]["asked_id"] is None
    film.transcript = "0:03 Nur getippt."
    assert [line["text"] for line in shown.transcript(film)] == ["Nur getippt."]
    assert "Nur getippt." in ISearchText(film).body


def test_the_search_finds_what_is_said_and_leads_there(web, hub):
    exhibit = hub.add_exhibit(web)
    film = add_film(hub, exhibit)
    assert reading.file_of(film) is film.captions
    hub.bring_to(exhibit, "public")
    transaction.commit()
    with as_system(web):
        reading.read_waiting(web)
    page = hub.visitor().get(f"{web.absolute_url()}/@@search?q=Windmühlen").text
    assert f'href="{film.absolute_url()}?t=125#s125"' in page and "ab 2:05" in page


def test_a_film_over_http(web, hub):
    exhibit = hub.add_exhibit(web)
    film = add_film(hub, exhibit)
    hub.bring_to(exhibit, "public")
    transaction.commit()
    data, someone = mp4(125), hub.visitor()
    url = shown.facts(film)["url"]
    whole = someone.get(url)
    assert (whole.status_code, whole.content) == (200, data)
    assert whole.headers["Content-Type"] == "video/mp4"
    assert whole.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    part = someone.get(url, headers={"Range": "bytes=4-7"})
    assert (part.status_code, part.content) == (206, b"ftyp")
    assert part.headers["Content-Range"] == f"bytes 4-7/{len(data)}"
    other = someone.get(url, headers={"Range": "bytes=4-7", "If-Range": '"another"'})
    assert (other.status_code, len(other.content)) == (200, len(data))
    gone = someone.get(url, headers={"Range": f"bytes={len(data)}-"})
    assert (gone.status_code, gone.headers["Content-Range"]) == (416, f"bytes */{len(data)}")
    head = someone.head(url, headers={"Range": "bytes=0-9"})
    assert (head.status_code, head.headers["Content-Length"], head.content) == (206, "10", b"")
    same = someone.get(url, headers={"If-None-Match": whole.headers["ETag"]})
    assert (same.status_code, same.content) == (304, b"")
    assert someone.get(url.partition("?")[0] + "?v=0").status_code == 404
    assert someone.get(url.replace("/film?", "/title?")).status_code == 404

    data = hub.rest().get(film.absolute_url()).json()["film"]
    assert data["url"] == url and data["seconds"] == 125
    assert data["transcript"][1] | {"text": ""} == {"second": 125, "voice": "Ben", "text": ""}

    page = someone.get(f"{film.absolute_url()}?t=127").text
    assert 'data-asked="127"' in page and 'id="s127"' in page and "Die Windmühle dreht sich" in page
    page = someone.get(exhibit.absolute_url()).text
    assert 'kind="captions"' in page and "alert(1)</" not in page and 'id="filme"' in page
    for name, kind in (("films.js", "javascript"), ("films.css", "css")):
        answer = someone.get(statics.address(name))
        assert kind in answer.headers["Content-Type"] and statics.address(name) in page, name
    vtt = someone.get(shown.facts(film)["captions_url"])
    assert vtt.headers["Content-Type"].startswith("text/vtt") and "fremd.example" not in vtt.text


def test_who_may_not_see_the_exhibit_gets_nothing_of_its_films(web, hub):
    film = add_film(hub, hub.add_exhibit(web))
    transaction.commit()
    known = shown.facts(film)
    for who in (None, "gast", "lena"):
        someone = hub.visitor(who)
        for url in (known["url"], known["captions_url"], film.absolute_url()):
            answer = someone.get(url, headers={"Range": "bytes=0-3"}, allow_redirects=False)
            assert answer.status_code in (302, 401, 403, 404), (who, url)
    assert hub.visitor("anna").get(known["url"]).headers["Cache-Control"].startswith("private")


WRONG = (
    ({"file": (b"\0\0\0\x18ftypisom" + b"x" * 99, "a.mp4")}, "file", "beschädigt"),
    ({"file": (b"<script>alert(1)</script>" * 9, "a.mp4")}, "file", "kein Film"),
    ({"file": (mp4(brand=b"qt  "), "a.mov")}, "file", "QuickTime"),
    ({"file": (mp4(picture=b"hvc1"), "a.mp4")}, "file", "hvc1"),
    ({"captions": (b"WEBVTT\n\nNOTE nichts", "a.vtt")}, "captions", "keine Untertitel"),
    ({"later_reason": "Weil"}, "later_until", "Tag"),
    ({"later_until": "2027-01-01"}, "later_reason", "warum"),
    ({"later_until": 7}, "later_until", ""),
    ({"captions": 7}, "captions", ""),
    ({"transcript": ["x"]}, "transcript", ""),
)


def test_what_is_wrong_is_said_at_its_field(web, hub):
    exhibit = hub.add_exhibit(web)
    transaction.commit()
    for sent, field, said in WRONG:
        body = {"@type": "Film", "title": "Film", "file": (mp4(), "a.mp4"), **sent}
        for name, value in body.items():
            if isinstance(value, tuple):
                data = base64.b64encode(value[0]).decode()
                body[name] = {"data": data, "encoding": "base64", "filename": value[1]}
        answer = hub.rest("anna").post(exhibit.absolute_url(), json=body)
        assert answer.status_code == 400, (sent, answer.text)
        told = answer.json()["message"]
        assert said in told and field in told, (sent, told)
