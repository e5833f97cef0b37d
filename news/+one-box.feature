The page of a case says in one box what you can do now and who else is asked; a vote against is no longer called like the refusal of the host.
