"""Who decides on what, in how many steps; knows nothing of what is decided.

Words: a *case* is an object of a type that opts in (IApprovable); its *process* says whom each
state awaits and what each transition asks for; an *act* is one transition seen by one person.
"""
