Workshops hand out training materials: for all or for participants alone, at once or after the workshop. A reviewer can release a material for participants; nobody else reaches it by any channel.
