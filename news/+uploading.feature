Many files are uploaded into a folder at once (`@@dateien-hochladen`), with progress and a line for each; one that cannot be taken keeps back no other.
