On a phone the page of a project is folded into sections that say how much is in them; on paper and without scripts all of it is there.
