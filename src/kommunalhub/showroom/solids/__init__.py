"""Objects in 3D: the gate for GLB files, described views, the viewer with its keys and buttons.

The words and the views are the page; the viewer comes on demand and asks this server alone.
"""
