A showroom: administrations make exhibits for citizens, media and all; what is missing before everybody may see one is named, with the way to it.
