"""Sources to take over, as old sites are."""

from datetime import datetime
from datetime import UTC
from io import BytesIO
from PIL import Image
from search.reading import files


OLD = "https://www.malente.example/alt"
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def moment(hour):
    return datetime(2026, 12, 1, hour, tzinfo=UTC)


def png(colour=(200, 30, 60), size=(6, 4)):
    out = BytesIO()
    Image.new("RGB", size, colour).save(out, "PNG")
    return out.getvalue()


def put(root, name, data):
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def page(title, body):
    return (
        f"<!doctype html><html><head><title>{title} | Gemeinde Malente</title></head><body>"
        f"<header>Kopf</header><nav><a href='/alt/'>Start</a></nav><main><h1>{title}</h1>{body}"
        "</main><footer>Fuß</footer></body></html>"
    )


def docx():
    heading = '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'
    body = heading.format("Satzung") + "<w:p><w:r><w:t>Paragraf eins</w:t></w:r></w:p>"
    return files.docx(body)


def old_site(root, folders=10, pages=30):
    """Write a site of folders * pages pages with pictures and files, and what else lies around."""
    put(root, "index.html", page("Willkommen", "<p><a href='amt1/'>Amt 1</a></p>"))
    for folder in range(1, folders + 1):
        home = f"amt{folder}"
        put(root, f"{home}/index.html", page(f"Amt {folder}", "<h3>Was wir tun</h3><p>Viel.</p>"))
        put(root, f"{home}/bilder/wappen.png", png((folder, 9, 9)))
        put(root, f"{home}/antrag.pdf", PDF + b"%d" % folder)
        for number in range(1, pages):
            onwards = number % (pages - 1) + 1
            body = (
                f"<h3>Schritt {number}</h3><p onclick='x()'>Text "
                f"<a href='seite{onwards}.html#frist'>weiter</a>, "
                "<a href='antrag.pdf'>Antrag</a>, <a href='../weg.html'>weg</a></p>"
                "<p><img src='bilder/wappen.png' alt='Wappen'></p><script>x()</script>"
            )
            put(root, f"{home}/seite{number}.html", page(f"Seite {folder}.{number}", body))
    put(root, "satzung.docx", docx())
    put(root, "notiz.md", "---\ntitle: Notiz des Amtes\n---\n\n# Erstes\n\n- eins\n- zwei\n")
    return root


def bad_files(root):
    """Put into a source what is not taken over; return the names."""
    put(root, "amt1/kaputt.png", b"\x89PNG\r\n\x1a\nkein Bild")
    put(root, "amt1/kaputt.docx", b"PK\x03\x04 kein Archiv")
    put(root, "amt1/leer.html", b"")
    put(root, "amt1/programm.exe", b"MZ")
    put(root, "amt1/.geheim", b"x")
    (root / "amt1" / "passwd.html").symlink_to("/etc/passwd")
    (root / "amt1" / "oben").symlink_to("/etc", target_is_directory=True)
    names = ("kaputt.png", "kaputt.docx", "leer.html", "programm.exe", ".geheim", "passwd.html")
    return {f"amt1/{name}" for name in (*names, "oben")}
