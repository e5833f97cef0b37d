Every public page can show what it has loaded and from whom: „Mit wem spricht diese Seite?“ at its end.
