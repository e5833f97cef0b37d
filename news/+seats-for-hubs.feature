A workshop keeps seats for people of other hubs: they take part by a link that their own hub signs, and write only here who they are.
