"""Make the demo's training materials from `sources/*.md`: run by hand, results are committed.

    pip install python-docx python-pptx odfpy playwright
    python -m kommunalhub.site.demo.making            # all of them
    python -m kommunalhub.site.demo.making phishing   # one

The site itself needs none of these packages. PDFs are printed by Chromium, which tags them.
Sources: `# title`, `## section or slide`, `- `/`1. ` lists, `| cell |` rows, `> ` remarks.
"""

AUTHOR = "Digital Hub Oldenburg in Holstein"
LANGUAGE = "de-DE"
BLUE = "0B4F5C"
