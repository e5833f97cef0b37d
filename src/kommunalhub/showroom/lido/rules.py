"""Exhibits as LIDO 1.1 (http://www.lido-schema.org), in the order of its schema. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from lxml import etree

import re


NAMESPACE = "http://www.lido-schema.org"
SCHEMA = f"{NAMESPACE} {NAMESPACE}/schema/v1.1/lido-v1.1.xsd"
LOCATION = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
TYPE, SOURCE = f"{{{NAMESPACE}}}type", f"{{{NAMESPACE}}}source"
#: „Einzelobjekt“ among the types of records of LIDO's own terms.
SINGLE = "http://terminology.lido-schema.org/lido00141"


#: What XML cannot hold.
UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Resource:
    """A medium of an exhibit. address: where it is seen; terms: address of its licence or ""."""

    id: str
    address: str
    kind: str
    words: str = ""
    credits: str = ""
    licence: str = ""
    terms: str = ""


@dataclass(frozen=True)
class Record:
    """An exhibit. source: who shows it; kind, topics: in words; measures: texts as they stand."""

    id: str
    address: str
    title: str
    kind: str
    source: str
    words: str = ""
    place: str = ""
    topics: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    resources: tuple[Resource, ...] = ()


def document(records: Iterable[Record], language: str) -> bytes:
    """Return the records as XML; language: of all their texts."""
    root = etree.Element(_name("lidoWrap"), nsmap={"lido": NAMESPACE})
    root.set(LOCATION, SCHEMA)
    for record in records:
        _record(root, record, language)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def _name(name):
    return f"{{{NAMESPACE}}}{name}"


def _put(parent, path, text=None, **attributes):
    """Return the last of a row of new elements, one within the other."""
    for name in path.split("/"):
        parent = etree.SubElement(parent, _name(name))
    parent.text = None if text is None else UNFIT.sub("", text)
    for name, value in attributes.items():
        known = {"type": TYPE, "source": SOURCE, "language": LANGUAGE}[name]
        parent.set(known, UNFIT.sub("", value))
    return parent


def _record(root, record, language):
    one = _put(root, "lido")
    _put(one, "lidoRecID", record.id, type="local", source=record.source)
    _descriptive(_put(one, "descriptiveMetadata", language=language), record)
    _administrative(_put(one, "administrativeMetadata", language=language), record)


def _descriptive(part, record):
    classified = _put(part, "objectClassificationWrap")
    _put(classified, "objectWorkTypeWrap/objectWorkType/term", record.kind)
    if record.topics:
        wrap = _put(classified, "classificationWrap")
        for topic in record.topics:
            _put(wrap, "classification/term", topic)
    identified = _put(part, "objectIdentificationWrap")
    _put(identified, "titleWrap/titleSet/appellationValue", record.title)
    place = record.place or record.source
    repository = _put(identified, "repositoryWrap/repositorySet")
    _put(repository, "repositoryName/legalBodyName/appellationValue", place)
    if record.words:
        described = _put(identified, "objectDescriptionWrap/objectDescriptionSet")
        _put(described, "descriptiveNoteValue", record.words)
    if record.measures:
        wrap = _put(identified, "objectMeasurementsWrap")
        for text in record.measures:
            _put(wrap, "objectMeasurementsSet/displayObjectMeasurements", text)


def _administrative(part, record):
    wrap = _put(part, "recordWrap")
    _put(wrap, "recordID", record.id, type="local")
    kind = _put(wrap, "recordType")
    _put(kind, "conceptID", SINGLE, type="URI", source="LIDO-Terminologie")
    _put(kind, "term", "Einzelobjekt")
    _put(wrap, "recordSource/legalBodyName/appellationValue", record.source)
    _put(wrap, "recordInfoSet/recordInfoLink", record.address)
    if record.resources:
        wrap = _put(part, "resourceWrap")
        for resource in record.resources:
            _resource(_put(wrap, "resourceSet"), resource)


def _resource(one, resource):
    _put(one, "resourceID", resource.id, type="local")
    _put(one, "resourceRepresentation/linkResource", resource.address)
    _put(one, "resourceType/term", resource.kind)
    if resource.words:
        _put(one, "resourceDescription", resource.words)
    if resource.credits or resource.licence:
        rights = _put(one, "rightsResource")
        if resource.licence:
            kind = _put(rights, "rightsType")
            if resource.terms:
                _put(kind, "conceptID", resource.terms, type="URI")
            _put(kind, "term", resource.licence)
        if resource.credits:
            _put(rights, "creditLine", resource.credits)
