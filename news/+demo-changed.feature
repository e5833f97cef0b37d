The demo has a working copy that waits for its release, and a page with versions.
