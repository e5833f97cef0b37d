"""Codes to print and put on a desk, and the page they lead to: check in, or see whether it is free.

A code holds the public address of `@@jetzt` of its space and nothing else: it is no secret, names
nobody and never has to be printed anew while the space stays where it is.
"""
