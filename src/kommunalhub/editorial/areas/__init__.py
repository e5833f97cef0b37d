"""The area of an administration: its home, put together from blocks by its editors.

Words: an *area* is the folder `partner/<partner>`; its *facts* (introduction, contacts, opening
hours, links) are kept with it, its *blocks* show them and what stands in the folder. A block is
for everybody or *internal*: for the people of all administrations.
"""
