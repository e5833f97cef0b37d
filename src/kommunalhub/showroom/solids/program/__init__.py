"""The program that makes the version for phones: `python -m kommunalhub.showroom.solids.program`.

It reads a GLB from its standard input and writes the smaller one to a file that it is given open
(--pack). Standard library and Pillow only. See lib/filetext/fences.
"""
