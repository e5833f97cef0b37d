"""Things of one kind as a table: written as CSV and XLSX, read again after a look at the changes.

A room says what its table is like (`table.Table`, a named utility) and registers its pages, its
services and its job, each a few lines. Everything else stands here: a file is looked at line by
line, told by line number what each would do or why it is refused, and then all of it is written or
nothing. Large files are done beside the requests.
"""
