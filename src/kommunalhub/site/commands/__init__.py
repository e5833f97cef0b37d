"""One module per command of `kommunalhub`: its NAME, HELP, arguments and what it does."""
