"""What there is in a source: its pieces, and what of it is not even looked at.

No link of the file system is followed and no name leads out of the folder.
"""

from contextlib import contextmanager
from dataclasses import dataclass
from dataclasses import field
from itertools import islice
from kommunalhub.editorial.moving import rules
from kommunalhub.editorial.moving import said
from kommunalhub.editorial.moving.refusals import MovingRefused
from kommunalhub.lib.filetext.limits import MEGABYTE
from pathlib import Path
from stat import S_ISLNK
from tempfile import TemporaryDirectory
from zipfile import BadZipFile
from zipfile import ZipFile

import json
import os
import shutil
import unicodedata
import zlib


#: Kinds of pieces that the reading program reads, and the other two.
FOLDER, PICTURE, FILE, RECORD = "folder", "picture", "file", "record"
#: Where plone.exportimport writes what there is, below the folder of an export.
CONTENT, METADATA = "content", "__metadata__.json"
#: Where `kommunalhub export` writes beside that what was said in slots.
SLOTS = "slots.json"
#: Bytes of that list, and of an archive once it is unpacked; bytes at once.
MOST_METADATA, MOST_UNPACKED, BLOCK = 64 * MEGABYTE, 8192 * MEGABYTE, 65536
#: How many times larger than packed a member may be, once it is larger than this.
RATIO, HARMLESS = 300, 20 * MEGABYTE
#: Left behind by systems, without a word.
UNSEEN = frozenset((".ds_store", "thumbs.db", "desktop.ini", "__macosx"))


class SourceRefused(MovingRefused):
    """Nothing of a source can be taken over. token: of said.REASONS."""

    def __init__(self, token):
        super().__init__(said.reason(token))


@dataclass(frozen=True)
class Listed:
    """A file or folder of a source. key: its way from the top; refused: why it is left, or ""."""

    key: str
    kind: str
    refused: str = ""
    detail: str = ""


@dataclass(frozen=True)
class Source:
    """A folder to take over. is_export: it was written by plone.exportimport.

    said: {UID of a page: what administrations say in its slots}, see slots.
    """

    root: str
    found: tuple
    is_export: bool = False
    ordering: tuple = ()
    first_pages: tuple = ()
    redirects: tuple = ()
    said: dict = field(default_factory=dict)


@contextmanager
def opened(path):
    """Open a folder, or an archive of one, as a Source; raise SourceRefused."""
    path = Path(path)
    if path.is_dir():
        yield source_of(os.path.realpath(path))
    elif path.is_file():
        with TemporaryDirectory(prefix="kommunalhub-") as folder:
            left = unpack(path, folder)
            source = source_of(only_folder_in(folder), left)
            yield source
    else:
        raise SourceRefused("no_source")


def source_of(root, left=()):
    """Return the Source that a folder is. left: Listed of what was not unpacked."""
    if os.path.isfile(os.path.join(root, CONTENT, METADATA)):
        return _export(os.path.join(root, CONTENT), root, left)
    if os.path.isfile(os.path.join(root, METADATA)):
        return _export(root, os.path.dirname(root), left)
    walked = islice(walk(root), rules.MOST_PIECES + 1)
    found = sorted((*left, *walked), key=lambda one: one.key)
    if len(found) > rules.MOST_PIECES:
        raise SourceRefused("too_many")
    return Source(root, tuple(found))


def walk(root, folder="", depth=0):
    """Yield what is Listed in a folder, each folder before what is in it."""
    try:
        entries = sorted(os.scandir(os.path.join(root, folder)), key=lambda one: one.name)
    except OSError:
        yield Listed(folder or ".", FOLDER, "unreadable")
        return
    for entry in entries:
        if entry.name.lower() in UNSEEN:
            continue
        key = f"{folder}/{entry.name}" if folder else entry.name
        reason = _name_refused(entry.name)
        if entry.is_symlink():
            yield Listed(_shown(key), FILE, "link")
        elif reason:
            yield Listed(_shown(key), FILE, reason)
        elif entry.is_dir(follow_symlinks=False):
            if depth + 1 >= rules.DEEPEST:
                yield Listed(key, FOLDER, "deep")
            else:
                yield Listed(key, FOLDER)
                yield from walk(root, key, depth + 1)
        elif entry.is_file(follow_symlinks=False):
            yield Listed(key, kind_of(entry.name))
        else:
            yield Listed(key, FILE, "no_file")


def kind_of(name):
    """Return the kind of a file by its ending; whether it is that, who reads it sees.

    >>> kind_of("Pass.HTM"), kind_of("wappen.png"), kind_of("antrag.pdf")
    ('html', 'picture', 'file')
    """
    ending = rules.ending_of(name)
    return rules.PAGES.get(ending) or (PICTURE if ending in rules.PICTURES else FILE)


def _name_refused(name):
    if name.startswith("."):
        return "hidden"
    if len(name) > rules.LONGEST_NAME:
        return "long_name"
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return "bad_name"
    is_odd = "\\" in name or any(unicodedata.category(sign) == "Cc" for sign in name)
    return "bad_name" if is_odd else ""


def _shown(key):
    return key.encode("utf-8", "replace").decode("utf-8")


# An export of plone.exportimport


def _export(content, top, left):
    metadata = _json(os.path.join(content, METADATA), {})
    named = metadata.get("_data_files_")
    files = [name for name in named if isinstance(name, str)] if isinstance(named, list) else []
    if not files:
        raise SourceRefused("no_records")
    if len(files) > rules.MOST_PIECES:
        raise SourceRefused("too_many")
    found = [*left]
    for name in dict.fromkeys(files):
        whole = os.path.join(content, name)
        if not rules.is_inside(name):
            found.append(Listed(_shown(name), RECORD, "place"))
        elif leads_out(content, name):
            found.append(Listed(_shown(name), RECORD, "link"))
        elif not os.path.isfile(whole):
            found.append(Listed(_shown(name), RECORD, "missing"))
        else:
            found.append(Listed(name, RECORD))
    redirects = _json(os.path.join(top, "redirects.json"), {})
    return Source(
        content,
        tuple(found),
        is_export=True,
        ordering=_pairs(metadata.get("ordering"), int),
        first_pages=tuple(
            (uid, told["default_page_uuid"])
            for uid, told in _items(metadata.get("default_page"))
            if isinstance(told, dict) and isinstance(told.get("default_page_uuid"), str)
        ),
        redirects=_pairs(redirects, str)[: rules.MOST_PIECES],
        said=_json(os.path.join(top, SLOTS), {}),
    )


def leads_out(root, name):
    """Return whether a link stands on the way to a file."""
    straight = os.path.normpath(os.path.join(os.path.realpath(root), name))
    return os.path.realpath(os.path.join(root, name)) != straight


def _json(path, otherwise):
    try:
        if os.path.islink(path) or os.path.getsize(path) > MOST_METADATA:
            raise SourceRefused("metadata")
        with open(path, encoding="utf-8") as file:
            data = json.load(file)
    except FileNotFoundError:
        return otherwise
    except (OSError, ValueError, RecursionError) as error:
        raise SourceRefused("metadata") from error
    if not isinstance(data, dict):
        raise SourceRefused("metadata")
    return data


def _items(data):
    return list(data.items()) if isinstance(data, dict) else []


def _pairs(data, kind):
    return tuple((name, value) for name, value in _items(data) if isinstance(value, kind))


# Archives


def unpack(path, folder):
    """Unpack a zip archive into a folder; return Listed of what of it is left out.

    Raises SourceRefused for what is no archive, or unpacks to more than is taken.
    """
    left, room = [], MOST_UNPACKED
    try:
        with ZipFile(path) as archive:
            members = archive.infolist()
            if len(members) > 2 * rules.MOST_PIECES:
                raise SourceRefused("too_many")
            for member in members:
                reason = _member_refused(member)
                if reason:
                    left.append(Listed(_shown(member.filename)[:300], FILE, reason))
                elif not member.is_dir():
                    if room < member.file_size:
                        raise SourceRefused("too_large")
                    room -= member.file_size
                    if not _unpack_one(archive, member, folder):
                        left.append(Listed(member.filename, FILE, "damaged"))
    except (BadZipFile, OSError, ValueError, NotImplementedError) as error:
        if isinstance(error, SourceRefused):
            raise
        raise SourceRefused("no_archive") from error
    return left


def _member_refused(member):
    name = member.filename.rstrip("/")
    if not rules.is_inside(name):
        return "place"
    if S_ISLNK(member.external_attr >> 16):
        return "link"
    if member.flag_bits & 1:
        return "locked"
    if member.file_size > max(HARMLESS, RATIO * max(member.compress_size, 1)):
        return "bomb"
    return ""


def _unpack_one(archive, member, folder):
    """Return whether a member could be unpacked; its size is no more than it says."""
    target = os.path.join(folder, *member.filename.split("/"))
    try:
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with archive.open(member) as source, open(target, "xb") as file:
            shutil.copyfileobj(source, file, BLOCK)
    except (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError):
        if os.path.isfile(target):
            os.unlink(target)
        return False
    return True


def only_folder_in(folder):
    """Return the folder that an archive has at its top, where there is nothing else beside."""
    names = [name for name in os.listdir(folder) if name.lower() not in UNSEEN]
    inside = os.path.join(folder, names[0]) if len(names) == 1 else folder
    return os.path.realpath(inside if os.path.isdir(inside) else folder)
