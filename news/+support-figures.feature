The management of the hub sees the figures of support: volume, times against the promise, reopened, age of what is open, satisfaction; nobody who works there is ranked.
