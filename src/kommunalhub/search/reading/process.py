"""Starts the reading program for one file, takes what it says, and ends it when it is time."""

from dataclasses import replace
from kommunalhub.lib.filetext import limits as rules
from kommunalhub.search.reading import child
from kommunalhub.search.reading import office as libreoffice
from kommunalhub.search.reading.result import Begin
from kommunalhub.search.reading.result import FIRST
from kommunalhub.search.reading.result import Reading
from kommunalhub.search.reading.result import reading_of
from tempfile import TemporaryFile

import io
import json
import logging
import os
import shutil


logger = logging.getLogger(__name__)

CHILD = "kommunalhub.lib.filetext"
#: The picture of any page: dots of its longer side, and seconds that it may take.
PAGE_HEIGHT, PICTURE_SECONDS = 900, 20


def read(stream, name="", limits=None, ocr=None, office=None):
    """Return the Reading of a whole file, see read_on."""
    reading = read_on(stream, name, FIRST, limits, ocr, office)
    while reading.next is not None:
        more = read_on(stream, name, reading.next, limits, ocr, office)
        reading = reading.followed_by(more)
    return reading


def read_on(stream, name="", begin=FIRST, limits=None, ocr=None, office=None):
    """Return the Reading of a file, of a long PDF that of a stretch of its pages.

    stream: a file open for reading bytes. ocr, office: paths of tesseract and of LibreOffice, which
    draws Office files that carry no picture; by default where they are installed, "" for never.
    """
    limits = limits or rules.ReadingLimits()
    if begin.room is not None:
        limits = replace(limits, text=begin.room)
    stream.seek(0, os.SEEK_END)
    if stream.tell() > limits.file:
        return Reading(rules.TOO_LARGE, "file")
    stream.seek(0)
    ocr = reads_scans() if ocr is None else ocr
    if begin.ocr and ocr:
        return _stretch(stream, name, limits, ocr, begin)
    reading = _stretch(stream, name, limits, "", begin)
    if reading.reason == "scanned" and ocr:
        stream.seek(0)
        picture = reading.picture
        reading = replace(_stretch(stream, name, limits, ocr, begin), picture=picture)
        if reading.reason == "recognition":
            logger.warning("%s does not read: is its language deu installed?", ocr)
    if reading.picture is None and reading.alone and reading.kind in libreoffice.DRAWN:
        office = libreoffice.draws_office() if office is None else office
        if office:
            stream.seek(0)
            reading.picture = _drawn(stream, reading.kind, limits, office)
    return reading


def _stretch(stream, name, limits, ocr, begin):
    """Return the Reading of what stands from `begin` on, its `next` as a Begin."""
    more = ["--first", str(begin.first), "--reached", json.dumps(begin.reached)]
    reading = _run(stream, name, limits, ocr, more)
    told, reading.next = reading.next, None
    room = limits.text - sum(len(part.text) for part in reading.parts)
    if isinstance(told, dict) and room <= 0:
        reading.outcome, reading.reason = rules.OK, "cut"
    elif isinstance(told, dict) and reading.outcome in (rules.OK, rules.EMPTY, rules.DAMAGED):
        first = told.get("first")
        if type(first) is int and first > begin.first:  # or it would have no end
            reading.next = Begin(first, told.get("reached"), room, bool(ocr))
    return reading


def page_picture(stream, number, words=(), height=PAGE_HEIGHT):
    """Return a WebP of a page of a PDF with words marked on it, None where there is none."""
    limits = replace(rules.ReadingLimits(), cpu=PICTURE_SECONDS, wall=PICTURE_SECONDS)
    more = ["--page", str(number), "--height", str(height), "--words", json.dumps(list(words))]
    stream.seek(0)
    return _run(stream, "datei.pdf", limits, "", more).picture


def reads_scans():
    """Return the path of tesseract, which reads pictures of pages, None where it is not."""
    return shutil.which("tesseract")


def _drawn(stream, kind, limits, office):
    """Return a picture of an Office file: LibreOffice makes a PDF of it, which is then drawn."""
    data = libreoffice.printed(stream, kind, limits, office)
    return _run(io.BytesIO(data), "datei.pdf", limits, "").picture if data is not None else None


def _run(stream, name, limits, ocr, more=()):
    arguments = ["--limits", limits.as_text(), "--name", name, *more]
    if ocr:
        arguments += ["--ocr", ocr]
    wall = limits.ocr if ocr else limits.wall
    with as_file(stream) as file:
        return reading_of(*child.run(CHILD, arguments, file, limits, wall))


def as_file(stream):
    """Return a file of the operating system with what is in the stream."""
    try:
        descriptor = os.dup(stream.fileno())
    except (AttributeError, io.UnsupportedOperation):
        copy = TemporaryFile()  # noqa: SIM115 - whoever asked closes it
        shutil.copyfileobj(stream, copy)
        copy.seek(0)
        return copy
    os.lseek(descriptor, 0, os.SEEK_SET)
    return os.fdopen(descriptor, "rb")
