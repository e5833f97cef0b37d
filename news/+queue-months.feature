The queue shows solved tickets of the last three months first and goes further back when asked, so it stays as quick with 50,000 of them as with 500.
