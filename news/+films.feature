Exhibits show films and recordings kept on the server: captions become plain text, a transcript leads to each place, the search finds what is said, and what is missing may follow by a day.
