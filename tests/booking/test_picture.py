"""The picture of a space: shown in a scale, and never without a text for who does not see it."""

from base64 import b64encode
from io import BytesIO
from lxml import html
from PIL import Image
from plone.namedfile.file import NamedBlobImage

import pytest
import transaction


def png(size=(1600, 900)):
    data = BytesIO()
    Image.new("RGB", size, "#0b4f5c").save(data, "PNG")
    return data.getvalue()


TEXT = "Heller Schreibtisch vor einem Fenster."


@pytest.fixture
def desk(web, house):
    space = house.add_space(web)
    transaction.commit()
    return space


@pytest.fixture
def pictured(desk):
    desk.image = NamedBlobImage(png(), "image/png", "tisch.png")
    desk.image_alt = TEXT
    desk.reindexObject()
    transaction.commit()
    return desk


@pytest.mark.parametrize(("page", "who"), [("", None), ("/@@buchen", "mia")])
def test_it_is_shown_with_its_text(functional, pictured, house, page, who):
    visitor = house.browser(functional, who)
    visitor.open(pictured.absolute_url() + page)
    [picture] = html.fromstring(visitor.contents).xpath("//figure[@class='space-picture']/img")
    assert picture.get("alt") == TEXT
    assert picture.get("width") != "1600"
    visitor.open(picture.get("src"))
    assert visitor.headers["content-type"].startswith("image/")


def test_without_one_nothing_is_shown(functional, desk, house):
    visitor = house.browser(functional)
    visitor.open(desk.absolute_url())
    assert "<figure" not in visitor.contents


def test_over_rest_its_text_is_asked_for(functional, desk, house):
    picture = {
        "data": b64encode(png()).decode(),
        "encoding": "base64",
        "content-type": "image/png",
        "filename": "tisch.png",
    }
    client = house.rest("hilde")
    answer = client.patch(desk.absolute_url(), json={"image": picture})
    assert answer.status_code == 400
    assert "Bitte sagen Sie, was auf dem Bild zu sehen ist" in answer.text
    assert "image_alt" in answer.text
    sent = {"image": picture, "image_alt": TEXT}
    assert client.patch(desk.absolute_url(), json=sent).status_code == 204
    shown = client.get(desk.absolute_url()).json()
    assert shown["image_alt"] == TEXT
    assert shown["image"]["scales"]["preview"]["download"]
    assert client.patch(desk.absolute_url(), json={"image_alt": ""}).status_code == 400


def test_the_form_tells_at_its_field(functional, desk, house):
    visitor = house.browser(functional, "hilde")
    visitor.raiseHttpErrors = False
    visitor.open(f"{desk.absolute_url()}/edit")
    visitor.getControl(name="form.widgets.IPicture.image").add_file(
        BytesIO(png()), "image/png", "tisch.png"
    )
    visitor.getControl(name="form.buttons.save").click()
    found = html.fromstring(visitor.contents).xpath(
        "//*[@data-fieldname='form.widgets.IPicture.image_alt']//*[contains(@class, 'wrong')]"
    )
    assert "Bitte sagen Sie, was auf dem Bild zu sehen ist" in found[0].text_content()
