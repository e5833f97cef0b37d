"""Real long files for the evaluation: German manuals that Debian ships, at fixed versions.

    python benchmarks/search/manuals.py FOLDER

Fetches packages with apt-get (Debian 12, root is not needed), takes two collections of four files
out of them, 545 and 740 pages, and checks that they are the ones whose pages were judged (numbers
of pages count from the first of the file). Nothing of them is part of this repository: LilyPond's
manuals are under the GNU FDL, the others have licences of their own.
"""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import subprocess
import sys
import tempfile


PACKAGES = (
    "texlive-lang-german=2022.20230122-1",
    "lilypond-doc-pdf-de=2.24.1-2",
    "debian-paketmanagement-buch=0~2023.03.11",
    "developers-reference-de=12.18",
)
SHARE = "usr/share"


@dataclass(frozen=True)
class Manual:
    """id: as the queries name it; where: in its package; digest: SHA-256.

    listing: pages of contents, indexes and front matter.
    """

    id: str
    title: str
    where: str
    digest: str
    listing: tuple


MANUALS = (
    Manual(
        "latex",
        "Kurzbeschreibung LaTeX",
        "doc/texlive-doc/latex/lshort-german/l2kurz.pdf",
        "c8ed9c266ccf728a9128d15fd348d383f5c47ed90f80b6c1dd97a47ce03654cc",
        (1, 2, 3, 4),
    ),
    Manual(
        "texlive",
        "Anleitung zum TeX-Live-System",
        "doc/texlive-doc/texlive/texlive-de/texlive-de.pdf",
        "ef9bf65bd313b48d390198215f860922641e7dc5a052d456194b8dd48d1b8837",
        (1, 2, 3, 4, 5),
    ),
    Manual(
        "lilypond",
        "LilyPond: Handbuch zum Lernen",
        "doc/lilypond/html/Documentation/learning.de.pdf",
        "70c2fe2435b3187b7b90021dd3d961040806df98f3c8f1836281cc273f34aa97",
        (1, 2, 3, 4, 5, *range(222, 230)),
    ),
    Manual(
        "biblatex",
        "BibLaTeX-Benutzerhandbuch",
        "doc/texlive-doc/latex/translation-biblatex-de/biblatex-de-Benutzerhandbuch.pdf",
        "1ec94d786184cb01a976430e112b9a19ce7f9631824856b22811a8bf06a1eee2",
        (1,),
    ),
)


GUIDES = (
    Manual(
        "paket",
        "Debian-Paketmanagement",
        "doc/debian-paketmanagement-buch/debian-paketmanagement.pdf",
        "07329cc1dc56c57edde592837fc2e606b57333afc73410aabef0f7723c0f2ee1",
        (*range(1, 32), *range(485, 515)),
    ),
    Manual(
        "entwickler",
        "Debian-Entwicklerreferenz",
        "developers-reference/de/developers-reference.pdf",
        "faf26cd5956921b44a03880ad77ca72a6a7e642a24229e8efa107639b66241a0",
        tuple(range(1, 10)),
    ),
    Manual(
        "aufruf",
        "LilyPond: Anwendungsbenutzung",
        "doc/lilypond/html/Documentation/usage.de.pdf",
        "6d8bb4edb14b86ea589bd49a9ac8b2ea7ae8ad804a8b2cb259c8b8717f7c2324",
        (1, 2, 3, 65, 66, 67),
    ),
    Manual(
        "aufsatz",
        "LilyPond: Aufsatz über den automatischen Musiksatz",
        "doc/lilypond/html/Documentation/essay.de.pdf",
        "2eed9d429ea78935c9f3dbd7abb13c9aff8a2575c987142fcf9bb55203389d1b",
        (1, 2, 41, 42),
    ),
)
COLLECTIONS = {"manuals": MANUALS, "guides": GUIDES}


def fetch(folder):
    """Put the manuals into a folder, all where one is missing; return [(Manual, path)]."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    found = [(manual, folder / f"{manual.id}.pdf") for manual in (*MANUALS, *GUIDES)]
    if not all(path.exists() for _, path in found):
        with tempfile.TemporaryDirectory() as unpacked:
            for package in PACKAGES:
                subprocess.run(["apt-get", "download", package], cwd=unpacked, check=True)
            for archive in Path(unpacked).glob("*.deb"):
                subprocess.run(["dpkg-deb", "-x", archive, unpacked], check=True)
            for manual, path in found:
                path.write_bytes((Path(unpacked) / SHARE / manual.where).read_bytes())
    for manual, path in found:
        if sha256(path.read_bytes()).hexdigest() != manual.digest:
            raise ValueError(f"{path} is not the manual whose pages were judged")
    return found


if __name__ == "__main__":
    for manual, path in fetch(sys.argv[1]):
        print(manual.title, path)
