"""Text blocks: consultants keep them, people of the administrations find and copy them."""

from kommunalhub.funding.lessons.blocks import operations

import pytest
import transaction


LIST = "foerderung/@@textbausteine"
FORM = "foerderung/@@textbaustein"
SERVICE = "foerderung/@text-blocks"
BLOCK = {"title": "Eigenanteil", "text": "Der Eigenanteil steht im Haushalt.", "topics": ["bauen"]}


def test_consultants_write_and_others_find(web, visit):
    browser = visit("berater", FORM)
    browser.getControl(name="form.widgets.title").value = "Eigenanteil"
    browser.getControl(name="form.widgets.text").value = "Steht im <b>Haushalt</b> [Jahr]."
    browser.getControl("Speichern").click()
    assert browser.url.endswith("/@@textbausteine#b-1")
    page = visit("malente-mitarbeit", f"{LIST}?q=haushalte")
    assert "Steht im &lt;b&gt;Haushalt&lt;/b&gt; [Jahr]." in page.contents
    assert "Löschen" not in page.text
    assert "Kein Textbaustein passt." in visit("malente-mitarbeit", f"{LIST}?q=radweg").text
    assert visit("gruenderin", LIST).headers["status"].startswith("404")
    browser = visit("berater", LIST)
    browser.getControl("Löschen").click()
    assert "Kein Textbaustein passt." in browser.text


def test_blocks_appear_beside_the_recommendation_while_it_is_written(people, web, visit):
    operations.save(None, BLOCK)
    case = people.bring_to(people.add_consultation(web), "in_consultation")
    transaction.commit()
    path = "/".join(case.getPhysicalPath()[2:])
    browser = visit("berater", f"{path}/@@empfehlung")
    assert "@@textblocks-while-typing" in browser.text
    typed = "form.widgets.recommendation=Der+Eigenanteil+fehlt"
    browser.post(f"{case.absolute_url()}/@@textblocks-while-typing", typed)
    assert 'data-insert="block-1"' in browser.text
    refused = visit("lensahn-redaktion", f"{path}/@@textblocks-while-typing")
    assert "data-insert" not in refused.text


def test_text_blocks_over_rest(web, client):
    berater, mia, gesa = map(client, ("berater", "malente-mitarbeit", "gruenderin"))
    made = berater.post(SERVICE, json=BLOCK)
    assert made.status_code == 201, made.text
    here = f"{SERVICE}/{made.json()['number']}"
    assert mia.get(SERVICE, params={"q": "haushalt"}).json()["items_total"] == 1
    assert mia.get(SERVICE, params={"topic": "energie"}).json()["items_total"] == 0
    assert mia.post(SERVICE, json=BLOCK).status_code in (401, 403)
    assert mia.delete(here).status_code in (401, 403)
    assert gesa.get(SERVICE).status_code == 404
    assert client().get(SERVICE).status_code == 401
    changed = berater.patch(here, json={"title": "Neu", "topics": []}).json()
    assert (changed["title"], changed["topics"], changed["text"]) == ("Neu", [], BLOCK["text"])
    assert berater.delete(here).status_code == 204
    assert berater.get(here).status_code == 404


@pytest.mark.parametrize(
    ("field", "value"),
    [("title", ""), ("title", 5), ("text", "x" * 8001), ("topics", ["quatsch"]), ("topics", "a")],
)
def test_wrong_input_names_its_field(client, field, value):
    answer = client("berater").post(SERVICE, json={**BLOCK, field: value})
    assert answer.status_code == 400
    assert field in answer.text
