"""Figures for the management of the hub: what is open, what came and went, how long steps took.

Counted are cases, never people: nothing here knows who did something, and a step that hardly
anybody works on is not told on its own (docs/reference/figures.md).
"""
