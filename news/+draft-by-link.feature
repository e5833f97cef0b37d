A draft is shown to somebody without an account by a signed link: this page and its pictures alone, for up to 14 days, taken back with a click, in the journal.
