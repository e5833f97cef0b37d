"""WSGI middleware that sends texts compressed, where no proxy in front does it.

Paste's gzip filter holds whole files in memory, squeezes what is compressed already and forgets
`Vary`; this one leaves alone what is no text, what is small, and what is streamed.
"""

import gzip


TEXTS = ("text/", "application/javascript", "application/json", "application/xml", "image/svg+xml")
SMALLEST = 500  # bytes; below, the header costs more than it saves
LEVEL = 5


class Compression:
    """Compresses answers that arrive in one piece, are texts and are not compressed yet."""

    def __init__(self, application):
        self.application = application

    def __call__(self, environ, start_response):
        answer = {}

        def keep(status, headers, exc_info=None):
            answer.update(status=status, headers=headers, exc_info=exc_info)
            return lambda data: answer.setdefault("written", []).append(data)

        body = self.application(environ, keep)
        headers = answer["headers"]
        fields = {name.lower(): value for name, value in headers}
        if not self._worth_it(fields, body):
            start_response(answer["status"], headers, *_given(answer["exc_info"]))
            return _with_written(answer, body)
        headers = [item for item in headers if item[0].lower() != "vary"]
        headers.append(("Vary", _with_encoding(fields.get("vary", ""))))
        data = b"".join([*answer.get("written", ()), *body])
        if "gzip" in environ.get("HTTP_ACCEPT_ENCODING", "") and len(data) >= SMALLEST:
            data = gzip.compress(data, LEVEL, mtime=0)
            headers = [_other_form(item) for item in headers if item[0].lower() != "content-length"]
            headers += [("Content-Encoding", "gzip"), ("Content-Length", str(len(data)))]
        start_response(answer["status"], headers, *_given(answer["exc_info"]))
        return [data]

    def _worth_it(self, fields, body):
        return (
            fields.get("content-type", "").startswith(TEXTS)
            and "content-encoding" not in fields
            and "content-range" not in fields
            and isinstance(body, (list, tuple))
        )


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
