„Mein Hub“ shows what a person has to read and confirm with what waits for them, on top, and nobody can hide it.
