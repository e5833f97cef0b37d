Visitors see what the hub does and where to start; people who are signed in see what waits for them.
