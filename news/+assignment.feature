A case can be taken by one person of the group it waits for, handed over with a word and given back; lists, page and `@assignment` tell who is at it, and who is away.
