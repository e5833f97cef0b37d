"""WSGI middleware: a path that is no UTF-8 gets a 400; Zope itself would fail before it begins."""

from kommunalhub.security.input.accesslog import hide_keys


ANSWER = (
    '<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>Adresse nicht lesbar</title>'
    "</head><body><h1>Diese Adresse lässt sich nicht lesen</h1>"
    "<p>Bitte prüfen Sie, ob sie vollständig und richtig abgeschrieben ist.</p></body></html>"
).encode()


class ReadablePaths:
    """Passes on what can be read.

    >>> told = []
    >>> app = ReadablePaths(lambda environ, start: [b"Zope"])
    >>> app({"PATH_INFO": "/hub/caf\\xc3\\xa9"}, None)
    [b'Zope']
    >>> answer = app({"PATH_INFO": "/hub/caf\\xe9"}, lambda status, headers: told.append(status))
    >>> told
    ['400 Bad Request']
    """

    def __init__(self, application):
        self.application = application

    def __call__(self, environ, start_response):
        try:
            path = environ.get("PATH_INFO", "").encode("latin-1").decode("utf-8")
        except UnicodeError:
            path = "\x00"
        if "\x00" not in path:
            return self.application(environ, start_response)
        headers = [
            ("Content-Type", "text/html; charset=utf-8"),
            ("Content-Length", str(len(ANSWER))),
            ("X-Content-Type-Options", "nosniff"),
        ]
        start_response("400 Bad Request", headers)
        return [ANSWER]


def make_filter(application, global_conf):
    """For paste.filter_app_factory in an .ini file; keys stay out of the log of requests."""
    hide_keys()
    return ReadablePaths(application)
