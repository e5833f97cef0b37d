"""A record of plone.exportimport: one thing of a Plone site as its data.json says it."""

from kommunalhub.editorial.moving.reader import html as pages
from kommunalhub.editorial.moving.reader.refusing import Refused
from kommunalhub.editorial.moving.rules import FIELDS
from kommunalhub.editorial.moving.rules import is_inside
from kommunalhub.editorial.moving.rules import title_of_name

import json
import posixpath
import re


UID = re.compile(r"[0-9a-f]{32}")
#: Fields with a file of their own.
BLOBS = ("image", "file")


def read(data, key, base, limits):
    """Return {type, uid, path, title, fields, blobs, html, pictures, lost} of a record."""
    if len(data) > limits.plain:
        raise Refused("too_large", "text")
    try:
        record = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise Refused("damaged", "json") from error
    if not isinstance(record, dict) or not isinstance(record.get("@id"), str):
        raise Refused("damaged", "record")
    uid, portal_type = record.get("UID"), record.get("@type")
    if not isinstance(uid, str) or not UID.fullmatch(uid):
        raise Refused("damaged", "uid")
    if not isinstance(portal_type, str) or portal_type not in FIELDS:
        raise Refused("type", str(portal_type)[:60])
    path = posixpath.normpath("/" + record["@id"]).strip("/")
    if not is_inside(path):
        raise Refused("place", path[:120])
    text = record.get("text")
    raw = text.get("data") if isinstance(text, dict) else text
    raw = raw if isinstance(raw, str) else ""
    if record.get("blocks") and not raw.strip():
        raise Refused("blocks")
    told = pages.fragment_of(raw, path, base)
    title = record.get("title")
    title = " ".join(title.split()) if isinstance(title, str) else ""
    return {
        "type": portal_type,
        "uid": uid,
        "path": path,
        "title": title[: pages.LONGEST_TITLE] or title_of_name(path),
        "fields": {name: record[name] for name in FIELDS[portal_type] if name in record},
        "blobs": _blobs(record),
        **told,
    }


def _blobs(record):
    """Return {field: {path, name}} of the files of a record, within the folder of the export."""
    found = {}
    for name in BLOBS:
        blob = record.get(name)
        if not isinstance(blob, dict) or not isinstance(blob.get("blob_path"), str):
            continue
        path = posixpath.normpath(blob["blob_path"])
        if not is_inside(path):
            raise Refused("place", blob["blob_path"][:120])
        filename = blob.get("filename")
        called = filename if isinstance(filename, str) else posixpath.basename(path)
        found[name] = {"path": path, "name": called}
    return found
