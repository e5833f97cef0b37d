"""Groups that want the hall at the same time, over two machines on one database."""

from base64 import b64encode
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from datetime import timedelta
from http.cookiejar import CookieJar
from kommunalhub.core import formatting
from machines import person
from moments import BERLIN
from showroom.conftest import jpeg
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import build_opener
from urllib.request import HTTPCookieProcessor

import json
import pytest
import re
import time


pytest.importorskip("relstorage.storage", reason="needs the extra postgresql")

GROUPS = 6
#: A Thursday in some weeks that is no holiday, whenever the tests run.
DAY = datetime(formatting.now().year + 1, 6, 9, tzinfo=BERLIN)
DAY += timedelta(days=(3 - DAY.weekday()) % 7)
PICTURE = {"data": b64encode(jpeg()).decode(), "encoding": "base64", "filename": "diele.jpg"}
EXHIBIT = {
    "@type": "Exhibit",
    "title": "Die Diele",
    "description": "Ein Raum.",
    "kind": "gallery",
    "text": {"data": "<p>Sie stehen in der Diele.</p>", "content-type": "text/html"},
    "image": PICTURE,
    "alternative": "Eine hohe Diele.",
    "licence": "cc_by",
    "takes_groups": True,
}
SHOWN = {
    "@type": "ExhibitPicture",
    "title": "Die Diele von Süden",
    "image": PICTURE,
    "alternative": "Eine hohe Diele.",
    "licence": "cc_by",
}
HALL = {
    "@type": "Space",
    "title": "Ausstellungshalle",  # groups go to the first of all halls
    "kind": "hall",
    "seats": 60,
    "horizon": 366,
    "opening": "täglich 0–24",
}


class House:
    """Two servers, a hall, and a public exhibit that groups may visit."""

    def __init__(self, machines, one, two):
        self.servers, self.mails = (one, two), machines.mail_server
        self.manager = manager = machines.manager(one)
        mail = {"smtp_host": "127.0.0.1", "smtp_port": self.mails.port}
        mail |= {"email_from_address": "hub@example.org"}
        records = {f"plone.{name}": value for name, value in mail.items()}
        self.send("PATCH", "/@registry", records, manager, 204)
        author = person(one, manager, "gesa", "malente-editors")
        reviewer = person(one, manager, "gerd", "malente-reviewers")
        publisher = person(one, manager, "gunda", "hub-managers")
        self.hall = self.made("/co-working", HALL, manager)
        self.send("POST", f"{self.hall}/@workflow/publish", {}, publisher, 200)
        self.exhibit = self.made("/showroom", EXHIBIT, author)
        self.made(self.exhibit, SHOWN, author)
        self.send("POST", f"{self.exhibit}/@workflow/submit", {}, author, 200)
        self.send("POST", f"{self.exhibit}/@workflow/publish", {}, reviewer, 200)

    def send(self, method, path, data, who, expected):
        status, text = self.servers[0].request(method, path, data, who, 120)
        assert status == expected, text
        return text

    def made(self, place, body, who):
        return json.loads(self.send("POST", place, body, who, 201))["@id"].partition("/hub")[2]

    def form(self, number, path, values):
        """Fill in a form as somebody without an account; return the text of the answer."""
        url = f"{self.servers[number % 2].url}{path}"
        visitor = build_opener(HTTPCookieProcessor(CookieJar()))
        page = visitor.open(url, timeout=120).read().decode()
        token = re.search(r'name="_authenticator"\s+value="(\w+)"', page)[1]
        sent = urlencode({**values, "_authenticator": token}).encode()
        try:
            return visitor.open(url.partition("?")[0], sent, timeout=120).read().decode()
        except HTTPError as error:
            raise AssertionError(error.read().decode()) from error

    def keys(self, emails):
        """Return the keys of the links in the mails to these addresses, once they have come."""
        for _try in range(600):
            mails = {str(mail["To"]): mail for mail in self.mails.mails}
            if mails.keys() >= set(emails):
                texts = [mails[one].get_body(("plain",)).get_content() for one in emails]
                return [re.search(r"bestaetigen\?key=(\S+)", text)[1] for text in texts]
            time.sleep(0.1)
        raise AssertionError("some mails have not come")

    def confirm(self, number, key):
        page = f"{self.exhibit}/@@gruppe-bestaetigen?key={key}"
        return self.form(number, page, {"key": key})

    def booked(self):
        """Return what stands in the calendar of the hall, as both servers see it."""
        query = urlencode({"from": DAY.isoformat(), "to": (DAY + timedelta(days=1)).isoformat()})
        found = []
        for server in self.servers:
            text = server.request("GET", f"{self.hall}/@bookings?{query}", {}, self.manager, 120)
            found.append([(one["start"], one["end"]) for one in json.loads(text[1])["items"]])
        assert found[0] == found[1]
        return found[0]


@pytest.fixture(scope="module")
def house(racing):
    return racing(House)


def test_one_group_gets_the_hall_however_often_all_confirm(house):
    emails = [f"gruppe{number}@schule.example" for number in range(GROUPS)]
    for number, email in enumerate(emails):
        values = {"group": f"Klasse {number}", "persons": "20", "date": DAY.date().isoformat()}
        values |= {"start": "10:00", "length": "60", "fullname": "Lea Muster", "email": email}
        text = house.form(number, f"{house.exhibit}/@@gruppe-anmelden", values)
        assert "Postfach" in text
    keys = house.keys(emails) * 2  # each is followed twice at once
    with ThreadPoolExecutor(len(keys)) as pool:
        answers = list(pool.map(house.confirm, range(len(keys)), keys))
    kept = [key for key, text in zip(keys, answers, strict=True) if "für Sie reserviert" in text]
    assert len(set(kept)) == 1 and len(kept) == 2
    assert sum("Die Halle ist dann belegt" in text for text in answers) == len(keys) - 2
    assert len(house.booked()) == 1
