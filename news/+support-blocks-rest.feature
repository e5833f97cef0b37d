Support reads and keeps its text blocks for answers over REST as well: `support/@text-blocks`.
