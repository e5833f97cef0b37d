A text may have gaps like `[[Gebühr]]` that each administration fills for itself; readers see the values of theirs, visitors choose, and editors are told what is missing (`@@angaben`, `@slots`).
