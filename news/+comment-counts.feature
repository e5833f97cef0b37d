Lists of news say how many comments a piece has, to colleagues and where its author allows comments.
