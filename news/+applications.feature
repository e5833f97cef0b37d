Applications of a case have a page of their own, a path, notices and plans; `kommunalhub: Keep funding file` says who keeps them.
