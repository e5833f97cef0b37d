"""The floor plan: where each space of a folder is, and what is free there at a time.

Words: a *drawing* (Zeichnung) is an SVG that the hub management uploads. A *place* is where a
space is put on it, in hundredths of its width and height. Without places the plan is *laid out*
from kinds and parts. A *standing* is how a space is at one moment, for who asks.
"""
