"""Static files of the frame, and the fingerprints by which browsers know them for a year."""

from functools import cache
from hashlib import sha256
from pathlib import Path


STATIC = Path(__file__).parent / "browser" / "static"


@cache
def fingerprint(name: str) -> str:
    """Return a short hash of a static file, so that a new release has new addresses."""
    return sha256((STATIC / name).read_bytes()).hexdigest()[:12]


@cache
def looks() -> str:
    """Return a short hash of all style sheets of the frame: pages hold parts of them."""
    found = sha256()
    for path in sorted(STATIC.glob("*.css")):
        found.update(path.read_bytes())
    return found.hexdigest()[:12]
