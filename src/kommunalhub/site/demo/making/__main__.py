"""Make the files that data/materials.toml and data/consultations.toml name."""

from kommunalhub.site.demo.making import AUTHOR
from kommunalhub.site.demo.making.parsing import parse
from kommunalhub.site.demo.making.slides import make_odp
from kommunalhub.site.demo.making.slides import make_pptx
from kommunalhub.site.demo.making.texts import make_docx
from kommunalhub.site.demo.making.texts import make_odt
from kommunalhub.site.demo.making.texts import make_pdf
from pathlib import Path

import re
import sys
import tomllib
import zipfile


DEMO = Path(__file__).parent.parent
MAKERS = {
    ".pdf": make_pdf,
    ".docx": make_docx,
    ".odt": make_odt,
    ".pptx": make_pptx,
    ".odp": make_odp,
}


def settle_pdf(path):
    """Put one author and fixed times into a PDF; each value keeps its length, so offsets hold."""

    def of_length(match):
        value = AUTHOR.encode() if match[1] == b"Creator" else b"D:20260101000000+00'00'"
        return b"/%s (%s)" % (match[1], value.ljust(len(match[2]))[: len(match[2])])

    pattern = rb"/(Creator|CreationDate|ModDate) \(((?:[^()\\]|\\.)*)\)"
    path.write_bytes(re.sub(pattern, of_length, path.read_bytes()))


def settle_zip(path):
    """Give the members of a zip one fixed time, so that making it again changes nothing."""
    with zipfile.ZipFile(path) as archive:
        members = [(info, archive.read(info)) for info in archive.infolist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for info, content in members:
            fixed = zipfile.ZipInfo(info.filename, (2026, 1, 1, 0, 0, 0))
            fixed.compress_type = info.compress_type
            archive.writestr(fixed, content)


def wanted_files():
    """Return {source id: file name} of all materials and of the files in consultations."""
    materials = {entry["id"]: entry["file"] for entry in _table("material") if "file" in entry}
    attached = {file["name"] for entry in _table("consultation") for file in entry.get("files", ())}
    return materials | {Path(name).stem: name for name in sorted(attached)}


def _table(name):
    return tomllib.loads((DEMO / "data" / f"{name}s.toml").read_text("utf-8"))[name]


def main(only):
    """Make all files, or those of the sources named in `only`."""
    for source, name in wanted_files().items():
        if only and source not in only:
            continue
        text = (DEMO / "making" / "sources" / f"{source}.md").read_text("utf-8")
        path = DEMO / "files" / name
        MAKERS[path.suffix](str(path), *parse(text))
        (settle_pdf if path.suffix == ".pdf" else settle_zip)(path)
        print(f"{path.name}: {path.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main(sys.argv[1:])
