"""What happened to a case: entries, the chain over them, and what proves that nothing is missing.

Stands below all that writes or reads it.
"""
