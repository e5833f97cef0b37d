"""The files of pieces: pictures and papers, and pictures that stand at the head of news."""

from hashlib import sha256
from kommunalhub.approvals.documents import files
from kommunalhub.approvals.documents import uploads
from kommunalhub.editorial.moving import said
from kommunalhub.editorial.moving import sources
from kommunalhub.editorial.moving import values
from kommunalhub.editorial.moving.reading import read_all

import os
import posixpath


def look(made):
    """Refuse files that nobody could upload either; a page comes without a picture that is none."""
    limits = files.limits()
    wanted = [one for one in made.pieces if has_file(one) and not one.is_refused]
    wrong = _wrong_pictures(made, wanted) if made.source.is_export else {}
    for piece in wanted:
        problem = None if piece.carried else _problem(made, piece, limits)
        problem = problem or wrong.get(piece.key)
        if problem is not None and piece.is_page:
            piece.blob = None
            piece.lost = {**piece.lost, "pictures": piece.lost.get("pictures", 0) + 1}
        elif problem is not None:
            piece.refuse(problem)


def is_file(piece):
    return piece.portal_type in ("File", "Image")


def has_file(piece):
    """Return whether a piece is a file, or has one of its own that this site keeps with it."""
    return is_file(piece) or (bool(piece.blob) and piece.portal_type in values.BLOBS)


def _problem(made, piece, limits):
    path = path_of(made, piece)
    if path is None or os.path.islink(path) or not os.path.isfile(path):
        return said.reason("missing")
    if piece.blob and sources.leads_out(made.source.root, piece.blob[0]):
        return said.reason("link")
    if os.path.getsize(path) > limits.megabytes * uploads.MEGABYTE:
        return said.reason("too_large")
    if piece.portal_type != "File":
        return None  # the reading program says whether it is a picture
    with open(path, "rb") as stream:
        return files.problem_of(name_of(piece), stream, limits)


def _wrong_pictures(made, wanted):
    """Return {key of a piece: what is wrong with its picture} of an export."""
    listed = {}
    for piece in wanted:
        is_there = piece.blob and os.path.isfile(path_of(made, piece))
        if is_there and piece.portal_type != "File":
            one = sources.Listed(piece.blob[0], sources.PICTURE)
            listed[one.key] = (one, piece.key)
    pictures = sources.Source(made.source.root, tuple(one for one, _key in listed.values()))
    return {
        listed[one.key][1]: said.reason(*told["refused"])
        for one, told in read_all(pictures, "")
        if "refused" in told
    }


def path_of(made, piece):
    """Return where the file of a piece lies, None where it has none."""
    if piece.blob:
        return os.path.join(made.source.root, piece.blob[0])
    return None if made.source.is_export else os.path.join(made.source.root, piece.key)


def name_of(piece):
    """Return what the file of a piece is called, without folders."""
    return uploads.name_of(piece.blob[1] if piece.blob else posixpath.basename(piece.key))


def bytes_of(made, piece):
    """Return what is in the file of a piece."""
    if piece.carried:
        return values.carried(made.spool.get(piece.carried), piece)
    with open(path_of(made, piece), "rb") as stream:
        return stream.read()


def digest_of(made, piece):
    if piece.carried:
        return sha256(bytes_of(made, piece)).hexdigest()
    digest = sha256()
    with open(path_of(made, piece), "rb") as stream:
        while block := stream.read(sources.BLOCK):
            digest.update(block)
    return digest.hexdigest()
