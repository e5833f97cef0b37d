"""Public exhibits as LIDO: whole, in the order of the schema, and nothing that is not public."""

from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.showroom.lido import rules
from lxml import etree

import transaction


NAMES = {"lido": rules.NAMESPACE}
#: The parts of a record in the order in which the schema of LIDO 1.1 wants them.
ORDER = {
    "lido": ["lidoRecID", "descriptiveMetadata", "administrativeMetadata"],
    "descriptiveMetadata": ["objectClassificationWrap", "objectIdentificationWrap"],
    "objectClassificationWrap": ["objectWorkTypeWrap", "classificationWrap"],
    "objectIdentificationWrap": [
        *("titleWrap", "repositoryWrap", "objectDescriptionWrap", "objectMeasurementsWrap"),
    ],
    "administrativeMetadata": ["recordWrap", "resourceWrap"],
    "recordWrap": ["recordID", "recordType", "recordSource", "recordInfoSet"],
    "resourceSet": [
        *("resourceID", "resourceRepresentation", "resourceType", "resourceDescription"),
        "rightsResource",
    ],
    "rightsResource": ["rightsType", "creditLine"],
}
texts = st.text()
resources = st.builds(rules.Resource, *[texts] * 7)
records = st.builds(
    rules.Record,
    *[texts] * 7,
    topics=st.lists(texts, max_size=2).map(tuple),
    measures=st.lists(texts, max_size=2).map(tuple),
    resources=st.lists(resources, max_size=2).map(tuple),
)


@given(st.lists(records, max_size=2))
def test_whatever_is_said_it_is_in_order(found):
    root = etree.fromstring(rules.document(found, "de"))
    assert len(root) == len(found)
    for element in root.iter():
        name = etree.QName(element).localname
        parts = [etree.QName(part).localname for part in element]
        known = ORDER.get(name)
        assert known is None or parts == [one for one in known if one in parts], name


def test_an_exhibit_is_told_whole(web, hub):
    text = hub.RichTextValue("<p>Sie &amp; wir</p>", "text/html", "text/x-html-safe")
    one = hub.add_exhibit(web, text=text, place="Museumshof", topics={"history"})
    hub.add_picture(one, alternative="Eine Herdstelle.")
    draft = hub.add_exhibit(web, title="Noch ein Entwurf")
    hub.bring_to(one, "public")
    transaction.commit()
    answer = hub.visitor().get(f"{one.absolute_url()}/@@lido.xml")
    assert answer.headers["Content-Type"].startswith("application/xml")
    root = etree.fromstring(answer.content)

    def said(path):
        return [found.text for found in root.findall(f".//lido:{path}", NAMES)]

    assert said("titleSet/lido:appellationValue") == ["Rundgang durch eine Museumsscheune"]
    assert said("repositoryName//lido:appellationValue") == ["Museumshof"]
    assert said("recordSource//lido:appellationValue") == ["Gemeinde Malente"]
    assert said("classification/lido:term") == ["Geschichte"]
    assert said("descriptiveNoteValue")[0].endswith("Sie & wir")
    assert said("rightsType/lido:conceptID") == ["https://creativecommons.org/licenses/by/4.0/"] * 3
    assert said("resourceDescription")[-1] == "Eine Herdstelle."
    assert all(address.startswith("http") for address in said("linkResource"))
    everything = hub.visitor().get(f"{web.absolute_url()}/showroom/@@lido.xml")
    assert everything.text.count("<lido:lido>") == 1 and "Noch ein" not in everything.text
    assert hub.visitor("anna").get(f"{draft.absolute_url()}/@@lido.xml").status_code == 404
