"""Whom a page reaches, said before it is released and where it is read.

Who that is says `partners/audience`; nothing is counted in another way here.
"""
