"""What a page should have before people read it, said in plain words and with the place.

`rules.py` looks at texts, `links.py` at where links lead, `operations.py` puts both together;
workflow.py of the room keeps back what the law wants.
"""
