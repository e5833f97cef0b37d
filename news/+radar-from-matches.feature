From the programmes that fit a case it is one step to a profile of the funding radar that begins with the case.
