"""The pictures of a gallery: brought at once, described together, put in order, seen by whom."""

from html import unescape
from io import BytesIO
from kommunalhub.showroom import gaps
from kommunalhub.showroom.gallery.operations import pictures_of
from PIL import Image
from showroom.conftest import jpeg

import pytest
import transaction


@pytest.fixture
def gallery(web, hub):
    """A gallery of anna without pictures."""
    exhibit = hub.add_exhibit(web, title="Werkzeug", pictured=False)
    transaction.commit()
    return exhibit


@pytest.fixture
def editor(gallery, hub, functional):
    """anna's browser at the editor of the gallery."""
    browser = hub.browser(functional, "anna")
    browser.open(f"{gallery.absolute_url()}/@@bilder-bearbeiten")
    return browser


def send(hub, gallery, files, who="anna", **headers):
    """Send files as the form does; return the answer."""
    session, url = hub.visitor(who), f"{gallery.absolute_url()}/@@bilder-bearbeiten"
    token = session.get(url).text.partition('name="_authenticator"')[2].partition('value="')[2]
    values = {"_authenticator": token.partition('"')[0], "upload": "1", "licence": "cc_by"}
    sent = [("files:list", (name, data, "image/jpeg")) for name, data in files]
    values["credits"] = "Heimatverein"
    return session.post(url, data=values, files=sent, headers=headers)


def test_many_come_at_once_each_by_itself(gallery, hub):
    files = [("amboss_gross.jpg", jpeg()), ("hammer.jpg", jpeg((900, 610))), ("text.jpg", b"nein")]
    lines = send(hub, gallery, files, **{"X-Hub-Upload": "1"}).json()
    assert [bool(line["problem"]) for line in lines] == [False, False, True]
    assert "JPEG, PNG oder WebP" in lines[2]["problem"]
    transaction.begin()
    first, second = pictures_of(gallery)
    assert (first.title, first.credits, first.licence) == ("amboss gross", "Heimatverein", "cc_by")
    assert first.image.contentType == "image/webp"
    assert not Image.open(BytesIO(first.image.data)).getexif().get_ifd(0x8825)
    again = send(hub, gallery, files[:1]).text
    assert "war schon da" in again
    transaction.begin()
    assert len(pictures_of(gallery)) == 2
    missing = [gap.said for gap in gaps.gaps_of(gallery) if gap.keeps_back]
    assert missing == ["gap_medium_words", "gap_medium_words"]


def test_they_are_described_together_and_put_in_order(gallery, hub, editor):
    send(hub, gallery, [("eins.jpg", jpeg()), ("zwei.jpg", jpeg((900, 610)))])
    editor.reload()
    for name in ("eins", "zwei"):
        picture = next(id_ for id_ in gallery_ids(gallery) if name in id_)
        editor.getControl(name=f"alternative-{picture}").value = f"Man sieht {name}."
    editor.getControl(name="down").click()
    assert "Die Reihenfolge ist gespeichert." in editor.text
    transaction.begin()
    found = [(one.title, one.alternative) for one in pictures_of(gallery)]
    assert found == [("zwei", "Man sieht zwei."), ("eins", "Man sieht eins.")]
    assert gaps.gaps_of(gallery) == []
    first = gallery_ids(gallery)[0]
    editor.raiseHttpErrors = False
    editor.getControl(name=f"title-{first}").value = " "
    editor.getControl("Beschreibungen speichern", index=0).click()
    assert editor.headers["Status"].startswith("400")
    assert "Bitte geben Sie dem Bild einen Titel." in editor.text


def gallery_ids(gallery):
    transaction.begin()
    return [one.getId() for one in pictures_of(gallery)]


def test_colleagues_see_what_is_internal_and_visitors_do_not(gallery, hub):
    send(hub, gallery, [("eins.jpg", jpeg())])
    transaction.begin()
    [picture] = pictures_of(gallery)
    picture.alternative = "Ein Amboss."
    hub.bring_to(gallery, "internal")
    transaction.commit()
    url = gallery.absolute_url()
    page = hub.visitor("mia").get(url)
    assert page.status_code == 200 and "Ein Amboss." in page.text
    scale = page.text.partition("<figure")[2].partition('src="')[2].partition('"')[0]
    assert scale.startswith(picture.absolute_url())
    addresses = (url, scale, f"{picture.absolute_url()}/@@download/image", picture.absolute_url())
    for address in addresses:
        assert hub.visitor("mia").get(address).status_code == 200, address
        answer = hub.visitor().get(address, allow_redirects=False)
        assert answer.status_code in (302, 401, 404), address
        assert "Amboss" not in answer.text
    assert hub.visitor("mia").get(f"{url}/@@bilder-bearbeiten").status_code in (302, 401, 403, 404)


@pytest.mark.parametrize(
    "values, said",
    [({}, "wählen Sie zuerst eine Datei"), ({"licence": "frei"}, "eine der Lizenzen")],
)
def test_what_is_wrong_is_said(gallery, hub, values, said):
    session, url = hub.visitor("anna"), f"{gallery.absolute_url()}/@@bilder-bearbeiten"
    token = session.get(url).text.partition('name="_authenticator"')[2].partition('value="')[2]
    sent = {"_authenticator": token.partition('"')[0], "upload": "1", **values}
    files = [("files:list", ("a.jpg", jpeg(), "image/jpeg"))] if values else None
    answer = session.post(url, data=sent, files=files)
    assert answer.status_code == 400 and said in unescape(answer.text)
    assert session.post(url, data={"upload": "1"}).status_code == 403
