"""The map of hubs: true to scale, within its frame, and never without the list."""

from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.core.tools import catalog
from kommunalhub.network import maps
from kommunalhub.network import workflow
from xml.etree import ElementTree

import transaction


POINTS = st.tuples(st.floats(-85, 85), st.floats(-179, 179))


@given(st.dictionaries(st.integers(1, 40), POINTS, min_size=1, max_size=8))
def test_all_places_stand_within_the_map(points):
    svg = ElementTree.fromstring(maps.drawn(points, "Hubs", "Liste", lambda v, _is: f"{v}°"))
    _x, _y, width, height = map(float, svg.get("viewBox").split())
    circles = svg.findall("{*}circle")
    assert len(circles) == len(points) and height <= maps.TALLEST + 1
    for circle in circles:
        assert 0 <= float(circle.get("cx")) <= width
        assert 0 <= float(circle.get("cy")) <= height - maps.FOOT
    assert len(svg.findall("{*}path")) <= 20


def test_north_is_above_and_a_kilometre_is_one_everywhere():
    frame = maps.Frame([(54.0, 9.0), (54.5, 11.0)])
    (west, south), (east, north) = (map(float, frame.at(p)) for p in ((54, 10), (54.5, 11)))
    assert north < south and west < east
    degree_north, degree_east = (south - north) * 2, east - west
    assert abs(degree_east / degree_north - 0.5842) < 0.01  # the cosine of 54.25 degrees


def test_the_list_wakes_no_hub_and_says_what_the_map_does(web, hub, functional):
    for title, point in (("Hub Wilster", "53.9231, 9.3747"), ("Hub Rendsburg", "54.3044, 9.6644")):
        hub.add_hub(web, title=title, point=point, theme=f"Thema von {title}")
    hub.add_hub(web, title="Hub Hennstedt")
    transaction.commit()
    [brain] = catalog().unrestrictedSearchResults(portal_type=workflow.HUB, Title="Rendsburg")
    assert brain.hub_facts["point"] == (54.3044, 9.6644)
    page = hub.browser(functional)
    page.open(f"{web.absolute_url()}/netzwerk")
    # theirs and ours, which nobody has to add
    assert page.text.count("<circle class=") == 3 and "Thema von Hub Wilster" in page.text
    assert page.text.index("Hub Hennstedt") < page.text.index("chart map")
    assert "Vitale Gemeinschaften" in page.text and "dieser Hub" in page.text
    hub.add_hub(web, title="Digital Hub Oldenburg in Holstein", theme="Von Hand")
    transaction.commit()
    page.open(f"{web.absolute_url()}/netzwerk")
    assert page.text.count("dieser Hub") == 1 and "Von Hand" not in page.text
    hilde = hub.rest("hilde")
    for wrong in ("Wilster", 54, "95, 10"):
        answer = hilde.patch(f"{web.absolute_url()}/netzwerk/hub-wilster", json={"point": wrong})
        assert answer.status_code == 400, wrong
