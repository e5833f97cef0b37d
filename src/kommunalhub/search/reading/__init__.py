"""Reading files: what a file says becomes findable, and nothing it contains hurts the site.

A file is read by a program of its own (lib/filetext, nothing of Plone in it) with limits on memory,
time and output, after the commit that brought it and never inside a request. `process` starts that
program (`child` ends it in time, `result` is what came of it, `office` asks LibreOffice for a
picture), `state` keeps that, `operations` are the verbs; a thread does them soon after
the commit and the job "reading" does what is left. See docs/decisions/reading.md.
"""
