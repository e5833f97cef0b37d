"""Passwords that are made at the first start and kept in files only their owner can read."""

from App.config import getConfiguration
from pathlib import Path

import os
import secrets
import tempfile


def password(name, folder=None):
    """Return the password kept under the name, making one when there is none.

    folder: as in `path_of`. The file has mode 0600 and holds nothing but the password.
    """
    path = path_of(name, folder)
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.parent.chmod(0o700)
        _write_once(path, secrets.token_urlsafe(18))
    return path.read_text(encoding="ascii").strip()


def path_of(name, folder=None):
    """Return the file in which the named password is or would be kept.

    The folder is by default $KOMMUNALHUB_SECRETS, else `secrets` beside the process's own folder.
    """
    folder = folder or os.environ.get("KOMMUNALHUB_SECRETS")
    return Path(folder or Path(getConfiguration().clienthome).parent / "secrets") / name


def _write_once(path, text):
    """Write the file whole or not at all; when another process was first, its text stays."""
    handle, draft = tempfile.mkstemp(dir=path.parent)  # mode 0600
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(text + "\n")
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        os.unlink(draft)
