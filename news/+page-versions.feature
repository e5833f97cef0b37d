Earlier versions of pages, news and events are listed with who saved them and why, compared section by section, and restored as a change of their own that leaves state and audience alone.
