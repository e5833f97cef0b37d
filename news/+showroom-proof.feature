Public pages of the showroom say that they speak to this server only, and list what they have loaded.
