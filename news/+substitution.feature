People name a substitute for a period, optionally for some kinds of case: deciding rights pass and end by themselves, and the story says „i. V. für“.
