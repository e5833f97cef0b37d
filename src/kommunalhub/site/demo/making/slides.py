"""Slides: PowerPoint and OpenDocument presentation."""

from kommunalhub.site.demo.making import AUTHOR
from kommunalhub.site.demo.making import BLUE
from kommunalhub.site.demo.making import LANGUAGE
from kommunalhub.site.demo.making.parsing import Section
from kommunalhub.site.demo.making.texts import describe_odf


def make_pptx(path, title, sections):
    """Write slides 16:9 with titles in their placeholders and remarks as speaker notes."""
    from pptx import Presentation
    from pptx.dml.color import RGBColor
    from pptx.util import Inches
    from pptx.util import Pt

    show = Presentation()
    show.slide_width, show.slide_height = Inches(13.333), Inches(7.5)
    show.core_properties.title = title
    show.core_properties.author = AUTHOR
    show.core_properties.language = LANGUAGE

    def add(layout, heading):
        slide = show.slides.add_slide(show.slide_layouts[layout])
        for shape in slide.placeholders:  # the layouts are 4:3; all four or the rest becomes zero
            top, height = shape.top, shape.height
            shape.left, shape.top = Inches(0.8), top
            shape.width, shape.height = Inches(11.7), height
        slide.shapes.title.text = heading
        head = slide.shapes.title.text_frame.paragraphs[0].runs[0]
        head.font.color.rgb = RGBColor.from_string(BLUE)
        head.font.size = Pt(38)
        head._r.get_or_add_rPr().set("lang", LANGUAGE)
        return slide

    # Ten sections are ten slides when the first names the subject; else a cover comes first.
    if not sections[0].title.startswith("1. "):
        add(0, title).placeholders[1].text = AUTHOR
    for section in sections:
        slide = add(1, section.title)
        frame = slide.placeholders[1].text_frame
        lines = []
        for kind, content in section.blocks:
            if kind == "note":
                slide.notes_slide.notes_text_frame.text = content
            else:
                lines += content if isinstance(content, list) else [content]
        frame.text = lines[0]
        for line in lines[1:]:
            frame.add_paragraph().text = line
        for paragraph in frame.paragraphs:
            for run in paragraph.runs:
                run.font.size = Pt(26)
                run._r.get_or_add_rPr().set("lang", LANGUAGE)
    show.save(path)


def make_odp(path, title, sections):
    """Write OpenDocument slides, one frame for the title and one for the text."""
    from odf import draw
    from odf import style
    from odf import text
    from odf.opendocument import OpenDocumentPresentation

    document = OpenDocumentPresentation()
    describe_odf(document, title)
    layout = style.PageLayout(name="Wide")
    layout.addElement(
        style.PageLayoutProperties(pagewidth="28cm", pageheight="15.75cm", margin="0cm")
    )
    document.automaticstyles.addElement(layout)
    master = style.MasterPage(name="Master", pagelayoutname=layout)
    document.masterstyles.addElement(master)
    styles = {}
    for name, size, weight in (("Title", "32pt", "bold"), ("Body", "22pt", "normal")):
        styles[name] = style.Style(name=name, family="paragraph")
        styles[name].addElement(
            style.TextProperties(
                fontsize=size,
                fontweight=weight,
                color=f"#{BLUE.lower()}" if name == "Title" else "#10252b",
                language="de",
                country="DE",
            )
        )
        document.automaticstyles.addElement(styles[name])
    for section in [Section(title, [("p", AUTHOR)]), *sections]:
        slide = draw.Page(masterpagename=master, name=section.title)
        document.presentation.addElement(slide)
        boxes = []
        for top, height in (("1cm", "2.5cm"), ("4cm", "10.5cm")):
            frame = draw.Frame(width="25cm", height=height, x="1.5cm", y=top)
            slide.addElement(frame)
            boxes.append(draw.TextBox())
            frame.addElement(boxes[-1])
        boxes[0].addElement(text.P(text=section.title, stylename=styles["Title"]))
        for _kind, content in section.blocks:
            for line in content if isinstance(content, list) else [content]:
                boxes[1].addElement(text.P(text=f"• {line}", stylename=styles["Body"]))
    document.save(path)
