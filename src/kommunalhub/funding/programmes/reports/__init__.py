"""„Programm melden“: somebody of an administration has seen a programme that the library lacks.

A report makes a draft that waits in the inbox of the consultants; who reported sees what became of
it, and why it was left out where it was.
"""
