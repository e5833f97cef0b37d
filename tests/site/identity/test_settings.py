"""The hub management gives the hub its fields, colour and logo in the browser."""

from io import BytesIO
from kommunalhub.core import brand
from kommunalhub.core import registry
from kommunalhub.lib.pictures import MEDIA_TYPE
from people import add_people
from people import browser
from people import called_example
from PIL import Image

import pytest
import requests
import transaction


FIELDS = "kommunalhub.project_fields"


def picture(kind="PNG", size=(900, 300)):
    file = BytesIO()
    Image.new("RGB", size, "#6b2d5c").save(file, kind)
    file.seek(0)
    return file


@pytest.fixture
def settings(functional):
    """The page of the settings, as the hub management has it."""
    add_people(called_example({"hilde": ["hub-managers"]}))
    transaction.commit()
    page = browser(functional, "hilde")
    page.open(f"{functional['portal'].absolute_url()}/@@hub-controlpanel")
    return page


def save(page):
    page.getControl(name="form.buttons.save").click()
    transaction.begin()


def test_a_field_gets_another_name_and_things_follow_it(settings):
    before = registry.read(FIELDS)
    [first, *rest] = before
    lines = settings.getControl("Themenfelder")
    assert lines.value.split("\n")[0].strip() == before[first]
    lines.value = "\n".join(["Mobil sein", *(before[token] for token in rest), "Deich & Wasser"])
    save(settings)
    after = registry.read(FIELDS)
    assert after == {**before, first: "Mobil sein", "deich-wasser": "Deich & Wasser"}


def test_a_logo_stands_on_every_page_and_goes_again(functional, settings):
    portal = functional["portal"]
    settings.getControl(name="form.widgets.ILook.logo").add_file(picture(), "image/png", "l.png")
    save(settings)
    url = brand.logo_url(portal.absolute_url())
    home = requests.get(portal.absolute_url(), timeout=60).text
    assert home.count(url) == 2 and 'class="mark"' not in home
    answer = requests.get(url, timeout=60)
    assert (answer.headers["Content-Type"], answer.status_code) == (MEDIA_TYPE, 200)
    assert "immutable" in answer.headers["Cache-Control"]
    image = Image.open(BytesIO(answer.content))
    assert (image.format, image.size) == ("WEBP", (480, 160))
    assert url in requests.get(f"{portal.absolute_url()}/login", timeout=60).text
    settings.open(f"{portal.absolute_url()}/@@hub-controlpanel")
    save(settings)
    assert brand.logo_url(portal.absolute_url()) == url
    settings.open(f"{portal.absolute_url()}/@@hub-controlpanel")
    settings.getControl(name="form.widgets.ILook.logo.action").value = ["remove"]
    save(settings)
    assert brand.logo_url("") is None
    assert requests.get(url, timeout=60).status_code == 404


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("form.widgets.brand_colour", "#ffff00", "Dieser Ton davon ginge: #737300"),
        ("form.widgets.ILook.theme_fields", "x" * 81, "höchstens 30 Felder"),
        ("form.widgets.brand_point", "Wilster", "Breite und Länge"),
    ],
)
def test_what_cannot_be_is_told_at_its_field(settings, name, value, said):
    settings.getControl(name=name).value = value
    save(settings)
    assert said in settings.text


def test_what_is_no_picture_is_no_logo(settings):
    sent = settings.getControl(name="form.widgets.ILook.logo")
    sent.add_file(BytesIO(b"<svg onload='x()'/>"), "image/svg+xml", "logo.svg")
    save(settings)
    assert "PNG, JPEG oder WebP" in settings.text and not brand.logo()
