"""„Wer macht was?“: the positions of the administrations, and who works there.

Words: a *position* (Stelle) has *tasks* (Aufgaben) in the words that people look for; it belongs to
an administration and to a *unit* (Organisationseinheit), and is there whether or not somebody
*holds* it: with an account, or by name alone. How far an administration *shows* a position is its
state: to itself, to all administrations, to everybody without or with the name of its holder.
"""
