"""Small servers of tests of the browser alone."""

from contextlib import contextmanager
from http.server import ThreadingHTTPServer

import threading


@contextmanager
def served(handler):
    """Serve by a handler; yield the address."""
    server = ThreadingHTTPServer(("localhost", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://localhost:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
