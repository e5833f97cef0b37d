"""What is shown of a picture is chosen with a mouse, with keys and with numbers, all the same."""

from browser.conftest import PHONE
from io import BytesIO
from PIL import Image
from playwright.sync_api import expect

import re


def test_the_picture_of_an_area_is_cut_and_cut_again(demo_url, page, demo_login, axe):
    file = BytesIO()
    Image.new("RGB", (800, 400), "navy").save(file, "PNG")
    demo_login(page, "malente-redaktion")
    page.goto(f"{demo_url}/partner/malente/edit")
    tool = page.get_by_role("group", name="Ausschnitt des Bildes")
    again = page.get_by_role("button", name="Ausschnitt wählen")
    expect(again).to_be_visible()
    expect(tool).to_be_hidden()
    picture = {"name": "see.png", "mimeType": "image/png", "buffer": file.getvalue()}
    page.set_input_files("[data-fieldname$='.picture'] input[type=file]", picture)
    page.get_by_label("Was auf dem Bild zu sehen ist").fill("Der Dieksee")
    tool.get_by_label("Format").select_option(label="Quadrat")
    assert axe(page, "main") == []
    page.get_by_role("button", name="Speichern").click()
    shown = page.get_by_alt_text("Der Dieksee")
    expect(shown).to_have_js_property("naturalWidth", 400)
    box = shown.bounding_box()
    assert abs(box["width"] - box["height"]) < 2  # a square it is, not cut to another shape
    page.goto(f"{demo_url}/partner/malente/edit")
    again.click()
    expect(tool.get_by_role("status")).to_contain_text("400 × 400 von 800 × 400")
    tool.get_by_role("button", name="Ganzes Bild", exact=True).click()
    page.get_by_role("button", name="Speichern").click()
    expect(shown).to_have_js_property("naturalWidth", 800)


def test_a_cut_is_drawn_moved_shaped_turned_undone_and_kept(demo_url, new_page, demo_login, axe):
    page, file = new_page(PHONE, "dark"), BytesIO()
    Image.new("RGB", (800, 400), "navy").save(file, "PNG")
    demo_login(page, "malente-redaktion")
    page.goto(f"{demo_url}/partner/malente/++add++Image")
    picture = {"name": "hafen.png", "mimeType": "image/png", "buffer": file.getvalue()}
    page.set_input_files("[data-fieldname$='.image'] input[type=file]", picture)
    tool = page.get_by_role("group", name="Ausschnitt des Bildes")
    frame = tool.get_by_role("button", name=re.compile("Pfeiltasten"))
    expect(frame).to_be_visible()
    tool.scroll_into_view_if_needed()

    def edges():
        labels = ("Links", "Oben", "Rechts", "Unten")
        fields = (page.get_by_label(f"{one} abschneiden, in Prozent") for one in labels)
        return [int(one.input_value()) for one in fields]

    def act(name):
        tool.get_by_role("button", name=name, exact=True).click()

    assert axe(page, "main") == []
    # with the mouse: a corner is drawn to the middle, then the frame to the right
    box = tool.locator("canvas").first.bounding_box()
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    corner = tool.locator("[data-at='left top']").bounding_box()
    page.mouse.move(corner["x"] + corner["width"] / 2, corner["y"] + corner["height"] / 2)
    page.mouse.down()
    page.mouse.move(*middle, steps=3)
    page.mouse.up()
    left, top, right, bottom = drawn = edges()
    assert 40 <= left <= 50 and 30 <= top <= 50 and (right, bottom) == (0, 0)
    # with keys
    frame.press("ArrowLeft")
    frame.press("ArrowUp")
    assert edges() == [left - 1, top - 1, 1, 1]
    frame.press("Shift+ArrowLeft")
    assert edges() == [left - 1, top - 1, 2, 1]
    expect(frame).to_have_accessible_description(re.compile(f"links {left - 1}, oben {top - 1}"))
    for _step in range(3):
        act("Rückgängig")
    assert edges() == drawn
    # in a shape, turned, and by numbers
    act("Ganzes Bild")
    tool.get_by_label("Format").select_option(label="Quadrat")
    assert edges() == [0, 0, 50, 0]
    act("Nach rechts drehen")
    assert edges() == [0, 0, 0, 50]
    expect(page.get_by_label("Bild drehen")).to_have_value("90")
    page.get_by_label("Oben abschneiden, in Prozent").fill("25")
    page.get_by_label("Unten abschneiden, in Prozent").fill("50")
    page.get_by_label("Unten abschneiden, in Prozent").press("Tab")
    expect(tool.get_by_role("status")).to_contain_text("400 × 200 von 400 × 800")
    page.get_by_role("button", name="Speichern").click()
    page.wait_for_url("**/hafen.png/view")
    shown = page.request.get(page.url.removesuffix("/view") + "/@@images/image/large")
    assert Image.open(BytesIO(shown.body())).size == (400, 200)
