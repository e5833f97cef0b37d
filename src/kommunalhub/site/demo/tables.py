"""Reading the data of the demo."""

from functools import partial
from pathlib import Path

import tomllib


HERE = Path(__file__).parent
FILES = HERE / "files"


def read(name):
    """Return the tables of data/<name>.toml as {table: list of dicts}."""
    with open(HERE / "data" / f"{name}.toml", "rb") as source:
        return tomllib.load(source)


users = partial(read, "users")
news = partial(read, "news")
