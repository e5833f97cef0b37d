Who works here sees when a linked hub was last heard of, and until when its copies stay while it is silent.
