The search knows installieren and Installation, täglich and Tag, schwanger and Schwangerschaft as words of one family, and English endings in English texts.
