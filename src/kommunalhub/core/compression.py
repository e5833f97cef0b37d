"""WSGI middleware that sends texts compressed, where no proxy in front does it.

Paste's gzip filter holds whole files in memory, squeezes what is compressed already and forgets
`Vary`; this one leaves alone what is no text, what is small, and what is streamed. Files with a
hash in their address are an exception: they come as streams, are texts of some 100 KB, and each is
compressed once, by Brotli for browsers that read it: the editor is a third smaller than with gzip.
"""

from collections import OrderedDict

import brotli
import gzip
import threading


TEXTS = (
    *("text/", "application/javascript", "application/x-javascript", "application/json"),
    # numbers in a row, of which half is left
    *("application/xml", "image/svg+xml", "model/gltf-binary"),
)
SMALLEST = 500  # bytes; below, the header costs more than it saves
LEVEL = 5
#: How hard Brotli tries, of 11: the largest file takes it a seventh of a second, and 20 times as
#: long for another tenth of its size.
QUALITY = 9
#: What files with a hash are packed by, the best first.
PACKERS = {
    "br": lambda data: brotli.compress(data, quality=QUALITY),
    "gzip": lambda data: gzip.compress(data, LEVEL, mtime=0),
}
#: What Plone writes into the addresses of files that never change.
HASHED = ("/++webresource++", "/++unique++")
LARGEST = 4 * 1024 * 1024  # bytes of such a file
KEPT = 8 * 1024 * 1024  # bytes of compressed ones that are kept


class Compression:
    """Compresses answers that arrive in one piece, are texts and are not compressed yet."""

    def __init__(self, application):
        self.application = application
        self.files = Compressed()

    def __call__(self, environ, start_response):
        answer = {}

        def keep(status, headers, exc_info=None):
            answer.update(status=status, headers=headers, exc_info=exc_info)
            return lambda data: answer.setdefault("written", []).append(data)

        body = self.application(environ, keep)
        headers = answer["headers"]
        fields = {name.lower(): value for name, value in headers}
        if self._is_lasting_file(environ, answer["status"], fields, body):
            encoding = next(name for name in PACKERS if name in accepted(environ))
            body = self.files.packed(environ["PATH_INFO"], fields, body, encoding)
            left_out = ("content-length", "vary")
            headers = [item for item in headers if item[0].lower() not in left_out]
            headers += [
                ("Vary", _with_encoding(fields.get("vary", ""))),
                ("Content-Encoding", encoding),
                ("Content-Length", str(len(body))),
            ]
            start_response(answer["status"], [_other_form(item) for item in headers])
            return [body]
        if not self._worth_it(fields, body):
            start_response(answer["status"], headers, *_given(answer["exc_info"]))
            return _with_written(answer, body)
        headers = [item for item in headers if item[0].lower() != "vary"]
        headers.append(("Vary", _with_encoding(fields.get("vary", ""))))
        data = b"".join([*answer.get("written", ()), *body])
        if "gzip" in accepted(environ) and len(data) >= SMALLEST:
            data = gzip.compress(data, LEVEL, mtime=0)
            headers = [_other_form(item) for item in headers if item[0].lower() != "content-length"]
            headers += [("Content-Encoding", "gzip"), ("Content-Length", str(len(data)))]
        start_response(answer["status"], headers, *_given(answer["exc_info"]))
        return [data]

    def _is_lasting_file(self, environ, status, fields, body):
        length = fields.get("content-length", "")
        return (
            environ.get("REQUEST_METHOD") == "GET"
            and status.startswith("200")
            and any(mark in environ.get("PATH_INFO", "") for mark in HASHED)
            and not accepted(environ).isdisjoint(PACKERS)
            and fields.get("content-type", "").startswith(TEXTS)
            and "content-encoding" not in fields
            and "content-range" not in fields
            and not isinstance(body, (list, tuple))
            and length.isdigit()
            and SMALLEST <= int(length) <= LARGEST
        )

    def _worth_it(self, fields, body):
        return (
            fields.get("content-type", "").startswith(TEXTS)
            and "content-encoding" not in fields
            and "content-range" not in fields
            and isinstance(body, (list, tuple))
        )


class Compressed:
    """The compressed files of one process, the least used dropped first."""

    def __init__(self, most=KEPT):
        self.most = most
        self.size = 0
        self.known = OrderedDict()
        self.lock = threading.Lock()

    def packed(self, path, fields, body, encoding="gzip"):
        """Return a file compressed, which closes its stream.

        The hash in an address is no proof: what is known is asked for by place, length and age.
        """
        marks = (fields.get("content-length"), fields.get("last-modified"))
        key = (encoding, _after_hash(path), *marks)
        with self.lock:
            if key in self.known:
                self.known.move_to_end(key)
                _close(body)
                return self.known[key]
        try:
            data = PACKERS[encoding](b"".join(body))
        finally:
            _close(body)
        with self.lock:
            if key not in self.known and len(data) <= self.most:
                self.known[key] = data
                self.size += len(data)
                while self.size > self.most:
                    self.size -= len(self.known.popitem(last=False)[1])
        return data


def accepted(environ):
    """Return the names of the encodings that who asks can read.

    >>> sorted(accepted({"HTTP_ACCEPT_ENCODING": "gzip;q=0.8, br, zstd;q=0"}))
    ['br', 'gzip']
    """
    parts = environ.get("HTTP_ACCEPT_ENCODING", "").lower().split(",")
    pairs = [part.replace(" ", "").partition(";q=") for part in parts]
    return {name for name, _q, weight in pairs if name and (not weight or weight.strip("0."))}


def _after_hash(path):
    """Return a path without the site and the hash in it."""
    for mark in HASHED:
        _before, found, rest = path.partition(mark)
        if found:
            return rest.partition("/")[2]
    return path


def _close(body):
    if hasattr(body, "close"):
        body.close()


def _given(exc_info):
    return () if exc_info is None else (exc_info,)


def _with_written(answer, body):
    written = answer.get("written")
    return [*written, *body] if written else body


def _with_encoding(vary):
    names = [name.strip() for name in vary.split(",") if name.strip()]
    if "*" in names or "accept-encoding" in [name.lower() for name in names]:
        return vary
    return ", ".join([*names, "Accept-Encoding"])


def _other_form(item):
    """Return a header as it reads for the compressed form: its ETag is a weak one."""
    name, value = item
    if name.lower() == "etag" and not value.startswith("W/"):
        return name, f"W/{value}"
    return item


def make_filter(application, global_conf, **local_conf):
    """Return the application with compression (paste.filter_app_factory)."""
    return Compression(application)
