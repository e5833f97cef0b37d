"""Documents to read: PDF, Word and OpenDocument text."""

from html import escape
from kommunalhub.site.demo.making import AUTHOR
from kommunalhub.site.demo.making import BLUE
from kommunalhub.site.demo.making import LANGUAGE
from pathlib import Path

import os


CSS = """
@page { size: A4; margin: 22mm 20mm 20mm }
body { font: 11pt/1.5 "Liberation Sans", Arial, sans-serif; color: #10252b }
h1 { font-size: 22pt; line-height: 1.2; color: #0b4f5c; margin: 0 0 4mm }
h2 { font-size: 14pt; color: #0b4f5c; margin: 7mm 0 2mm; break-after: avoid }
table { border-collapse: collapse; width: 100%; margin: 3mm 0 }
th, td { border: 1px solid #6b7f84; padding: 1.5mm 2mm; text-align: left; vertical-align: top }
th { background: #e6eef0 } tr, li { break-inside: avoid }
aside { border-left: 1.2mm solid #0b4f5c; background: #f3f7f8; padding: 2mm 4mm; margin: 4mm 0 }
footer { margin-top: 9mm; font-size: 9pt; color: #40565c }
"""


def as_html(title, sections):
    """Return one accessible HTML page."""
    out = ["<!doctype html><html lang='de'><head><meta charset='utf-8'>"]
    out += [f"<title>{escape(title)}</title>"]
    out += [f"<style>{CSS}</style></head><body><main><h1>{escape(title)}</h1>"]
    for section in sections:
        out += [f"<h2>{escape(section.title)}</h2>"] if section.title else []
        for kind, content in section.blocks:
            if kind in ("ul", "ol"):
                items = "".join(f"<li>{escape(item)}</li>" for item in content)
                out.append(f"<{kind}>{items}</{kind}>")
            elif kind == "table":
                rows = [
                    "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in row)
                    for tag, row in zip(["th"] + ["td"] * len(content), content, strict=False)
                ]
                out.append("<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
            elif kind == "note":
                out.append(f"<aside><p>{escape(content)}</p></aside>")
            else:
                out.append(f"<p>{escape(content)}</p>")
    out.append(f"</main><footer><p>{AUTHOR} · Lizenz CC BY 4.0</p></footer></body></html>")
    return "".join(out)


def make_pdf(path, title, sections):
    """Print a tagged PDF with title and language."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chrome = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        options = {"executable_path": chrome} if Path(chrome).exists() else {}
        browser = playwright.chromium.launch(args=["--no-sandbox", "--disable-gpu"], **options)
        page = browser.new_page(locale=LANGUAGE)
        page.set_content(as_html(title, sections))
        page.pdf(path=path, tagged=True, outline=True, prefer_css_page_size=True)
        browser.close()


def make_docx(path, title, sections):
    """Write a Word document with real headings, lists and table headers."""
    from docx import Document
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    document = Document()
    document.core_properties.title = title
    document.core_properties.author = AUTHOR
    document.core_properties.language = LANGUAGE
    fonts = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault"))
    for language in fonts.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)
    document.add_heading(title, 0)
    for section in sections:
        if section.title:
            document.add_heading(section.title, 1)
        for kind, content in section.blocks:
            if kind in ("ul", "ol"):
                style = "List Bullet" if kind == "ul" else "List Number"
                for item in content:
                    document.add_paragraph(item, style=style)
            elif kind == "table":
                table = document.add_table(rows=0, cols=len(content[0]))
                table.style = "Light Grid Accent 1"
                for row in content:
                    for cell, value in zip(table.add_row().cells, row, strict=True):
                        cell.text = value
                table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
            else:
                style = "Intense Quote" if kind == "note" else None
                document.add_paragraph(content, style=style)
    document.save(path)


def describe_odf(document, title):
    """Put title, language and author into the properties of an OpenDocument file."""
    from odf import dc
    from odf import meta

    document.meta.addElement(dc.Title(text=title))
    document.meta.addElement(dc.Language(text=LANGUAGE))
    document.meta.addElement(meta.InitialCreator(text=AUTHOR))


def make_odt(path, title, sections):
    """Write an OpenDocument text with headings, lists and tables."""
    from odf import style
    from odf import table
    from odf import text
    from odf.opendocument import OpenDocumentText

    document = OpenDocumentText()
    describe_odf(document, title)
    default = style.DefaultStyle(family="paragraph")
    default.addElement(
        style.TextProperties(fontsize="11pt", language="de", country="DE", fontfamily="Arial")
    )
    document.styles.addElement(default)
    for level, size in ((1, "20pt"), (2, "14pt")):
        heading = style.Style(name=f"Heading{level}", family="paragraph")
        heading.addElement(style.ParagraphProperties(margintop="5mm", marginbottom="2mm"))
        heading.addElement(
            style.TextProperties(fontsize=size, fontweight="bold", color=f"#{BLUE.lower()}")
        )
        document.styles.addElement(heading)
    body = document.text
    body.addElement(text.H(outlinelevel=1, stylename="Heading1", text=title))
    for section in sections:
        if section.title:
            body.addElement(text.H(outlinelevel=2, stylename="Heading2", text=section.title))
        for kind, content in section.blocks:
            if kind in ("ul", "ol"):
                items = text.List()
                for number, line in enumerate(content, 1):
                    item = text.ListItem()
                    item.addElement(text.P(text=line if kind == "ul" else f"{number}. {line}"))
                    items.addElement(item)
                body.addElement(items)
            elif kind == "table":
                grid = table.Table()
                grid.addElement(table.TableColumn(numbercolumnsrepeated=len(content[0])))
                head = table.TableHeaderRows()
                grid.addElement(head)
                for position, row in enumerate(content):
                    line = table.TableRow()
                    for value in row:
                        cell = table.TableCell(valuetype="string")
                        cell.addElement(text.P(text=value))
                        line.addElement(cell)
                    (grid if position else head).addElement(line)
                body.addElement(grid)
            else:
                body.addElement(text.P(text=content))
    document.save(path)
