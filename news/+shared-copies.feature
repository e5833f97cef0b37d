Mail addresses and telephone numbers in the gaps of a shared text are links, working copies are read with the values of their page, and pages name their own address to search engines.
