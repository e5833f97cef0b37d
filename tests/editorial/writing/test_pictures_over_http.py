"""What is shown of a picture, over REST and in the form."""

from base64 import b64encode
from io import BytesIO
from lxml import html
from PIL import Image

import pytest
import requests


EDITOR = ("malente-redaktion", "kommunalhub-demo")
JSON = {"Accept": "application/json"}


@pytest.fixture
def picture(demo):
    """The address of a picture in the area of Malente."""
    made = BytesIO()
    Image.new("RGB", (800, 400), "navy").save(made, "PNG")
    image = {"data": b64encode(made.getvalue()).decode(), "encoding": "base64"}
    image |= {"filename": "hafen.png", "content-type": "image/png"}
    data = {"@type": "Image", "title": "Hafen", "image": image}
    area = f"{demo['portal'].absolute_url()}/partner/malente"
    answer = requests.post(area, json=data, headers=JSON, auth=EDITOR)
    assert answer.status_code == 201, answer.text
    return answer.json()["@id"]


def test_a_cut_is_data(picture):
    cut = {"cut_left": 25, "cut_right": 25, "cut_bottom": 50, "picture_turn": 90}
    answer = requests.patch(picture, json=cut, headers=JSON, auth=EDITOR)
    assert answer.status_code == 204, answer.text
    told = requests.get(picture, headers=JSON, auth=EDITOR).json()
    assert (told["cut_left"], told["picture_turn"]["token"]) == (25, "90")
    assert (told["image"]["width"], told["image"]["height"]) == (200, 400)
    for address, size in (
        (told["image"]["download"], (200, 400)),
        (told["image"]["scales"]["mini"]["download"], (200, 400)),
        (f"{picture}/@@images/image/large", (200, 400)),
        (f"{picture}/@@images/image", (800, 400)),
    ):
        assert Image.open(BytesIO(requests.get(address, auth=EDITOR).content)).size == size


@pytest.mark.parametrize(
    "wrong",
    [
        {"cut_left": 60, "cut_right": 60},
        {"cut_top": 96},
        {"cut_top": -1},
        {"cut_bottom": "viel"},
        {"cut_bottom": [1]},
        {"picture_turn": 45},
        {"picture_turn": [90]},
    ],
)
def test_what_is_no_cut_is_refused(picture, wrong):
    answer = requests.patch(picture, json=wrong, headers=JSON, auth=EDITOR)
    assert answer.status_code == 400, answer.text
    told = requests.get(picture, headers=JSON, auth=EDITOR).json()
    assert (told["cut_left"], told["cut_top"], told["image"]["width"]) == (0, 0, 800)


def test_the_form_says_at_the_field_what_is_wrong_and_needs_no_script(picture):
    session = requests.Session()
    session.auth = EDITOR
    form = html.fromstring(session.get(f"{picture}/edit").text).forms
    form = next(one for one in form if one.get("id") == "form")
    sent = dict(form.form_values())
    sent |= {"form.widgets.ICut.cut_left": "60", "form.widgets.ICut.cut_right": "50"}
    sent["form.buttons.save"] = "Speichern"
    page = html.fromstring(session.post(f"{picture}/edit", data=sent).text)
    [field] = page.cssselect("[data-fieldname='form.widgets.ICut.cut_right']")
    assert "Vom Bild bliebe nichts übrig" in field.cssselect(".wrong")[0].text_content()
    sent["form.widgets.ICut.cut_right"] = "15"
    assert session.post(f"{picture}/edit", data=sent).status_code == 200
    told = requests.get(picture, headers=JSON, auth=EDITOR).json()
    assert (told["cut_left"], told["cut_right"], told["image"]["width"]) == (60, 15, 200)
