"""What the look of pages tells: heads and feet, lists of contents, headings, paragraphs, tables.

Pure rules over lines and where they stand; `arranging` applies them in order.
"""
