"""Pages that one begins from („Vorlagen“): with headings, and gaps that say what belongs there.

They are pages of the hub in a folder of their own, not code. A gap is marked text in square
brackets, `<mark>[What it costs]</mark>`; a page with a gap is neither handed in nor released.
"""
