Panoramas are checked when they come, freed of what cameras write into them, and cut into tiles after the commit by a program with limits.
