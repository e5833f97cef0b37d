"""Whatever is sent over REST to an exhibit and its media: a 4xx in German where it is wrong."""

from matrix.table import promises
from plone.dexterity.utils import iterSchemata
from zope.schema import getFields

import pytest
import re
import transaction


#: Of no field the right kind of value.
ODD = (5, "oben", "x\u0000y", [[]], [{"data": "eA=="}], {"data": 5}, {"token": []})
ENGLISH = re.compile(r"\b(invalid|required|missing|must|cannot|error|constraint|wrong)\b", re.I)


@pytest.fixture
def whole(web, hub):
    """Return [(address, fields)] of an exhibit of anna's with one of each medium."""
    exhibit = hub.add_exhibit(web)
    promises()["Exhibit"].fill(exhibit)
    solid = exhibit["fass"]
    found = [exhibit, *exhibit.objectValues(), *solid.objectValues()]
    transaction.commit()
    return [
        (
            one.absolute_url(),
            sorted({name for each in iterSchemata(one) for name in getFields(each)}),
        )
        for one in found
    ]


def said_in(answer):
    """Return what an answer says, without the names of fields, keys and errors."""
    return re.sub(r"'(\w*Error|[a-z_]+)'", "", answer.json().get("message", ""))


def test_odd_values_are_refused_in_german(web, hub, whole):
    anna, wrong, asked = hub.rest("anna"), [], 0
    for url, names in whole:
        for name in names:
            for value in ODD:
                answer = anna.patch(url, json={name: value})
                asked += 1
                if answer.status_code in (200, 204):
                    continue
                sentence = said_in(answer)
                if answer.status_code != 400 or not sentence or ENGLISH.search(sentence):
                    wrong.append((url.rpartition("/")[2], name, value, answer.text[:200]))
    assert not wrong, "\n".join(map(str, wrong))
    assert asked > 300
