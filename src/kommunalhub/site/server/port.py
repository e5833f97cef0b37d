"""The port a process will answer on, claimed before anything slow is begun."""

from kommunalhub.site.server.configuration import InUse

import socket


def claim_port(host, port):
    """Return a socket that listens on the address; nothing answers on it yet."""
    claimed = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    claimed.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        claimed.bind((host, port))
        claimed.listen()
    except OSError as error:
        claimed.close()
        raise InUse(
            f"Port {port} of {host} cannot be used ({error.strerror}).\n"
            "Stop what listens there or take another port,"
            f" for example `make start PORT={port + 1}` or `--port {port + 1}`."
        ) from error
    return claimed
