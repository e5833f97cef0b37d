"""The demo's people release a page over REST, as everything else."""

import requests


PASSWORD = "kommunalhub-demo"
URL = "partner/malente"


def ask(demo, who, method, path, **data):
    site = demo["portal"].absolute_url()
    headers = {"Accept": "application/json"}
    answer = requests.request(
        method, f"{site}/{path}", json=data or {}, auth=(who, PASSWORD), headers=headers
    )
    return answer.status_code, answer.json() if answer.content else None


def test_from_the_draft_to_the_inbox_and_out(demo):
    title = "Sprechstunde am Abend"
    new = {"@type": "News Item", "title": title}
    status, made = ask(demo, "malente-redaktion", "POST", URL, **new)
    assert (status, made["review_state"]) == (201, "draft")
    path = f"{URL}/{made['id']}"
    assert ask(demo, "malente-redaktion", "POST", f"{path}/@workflow/submit")[0] == 200
    _status, inbox = ask(demo, "malente-pruefung", "GET", "@inbox?type=News Item")
    [item] = [one for one in inbox["items"] if one["title"] == title]
    assert item["due"] and item["case_number"] == ""
    assert {one["id"] for one in item["transitions"]} == {"approve", "publish", "return"}
    _status, told = ask(demo, "malente-pruefung", "GET", "@notices")
    assert told["items"][0]["title"] == title
    step = f"{path}/@workflow"
    assert ask(demo, "malente-redaktion", "POST", f"{step}/publish")[0] == 403
    status, answer = ask(demo, "malente-pruefung", "POST", f"{step}/return")
    assert (status, answer["field"]) == (400, "comment")
    status, answer = ask(demo, "malente-pruefung", "POST", f"{step}/publish", effective="bald")
    assert status == 400
    status, answer = ask(
        demo, "malente-pruefung", "POST", f"{step}/publish", effective="2035-01-01T08:00:00"
    )
    assert (status, answer["review_state"]) == (200, "planned")
    _status, shown = ask(demo, "malente-redaktion", "GET", path)
    assert shown["effective"].startswith("2035-01-01")
    assert ask(demo, "lensahn-redaktion", "GET", path)[0] in (401, 403, 404)
    status, answer = ask(
        demo, "malente-pruefung", "POST", f"{step}/publish", expires="2020-01-01T08:00:00"
    )
    assert (status, answer["field"]) == (400, "expires")
    assert ask(demo, "malente-pruefung", "POST", f"{step}/publish")[1]["review_state"] == "public"
