Where a later base rate is missing, the calculation of interest names the day of the one that was taken.
