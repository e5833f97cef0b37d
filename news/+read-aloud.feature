Scenes of a tour are read aloud where the visitor's device has a voice of its own; nobody else is asked.
