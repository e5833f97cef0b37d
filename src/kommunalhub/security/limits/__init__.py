"""How much one request may ask for, and what it may take of time and memory.

`rules` holds the table; `catalog` asks it of every query, whichever page or service makes it;
`asked` of what stands in an address or a body; `budget` is the last line, for the whole process.
"""
