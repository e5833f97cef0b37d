The home of an administration has a block that asks for a task and shows whom to begin with.
