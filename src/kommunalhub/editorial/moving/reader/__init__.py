"""The program that reads pages of a source: `python -m kommunalhub.editorial.moving.reader`.

It knows no Plone. What it is to read stands on its standard input; for each file it writes a line
of JSON as soon as it has read it, so that when one file brings it down the others have been told.
"""
