Forgetting a linked hub and taking a new key say first what will happen, and a hub that was forgotten can be linked again.
