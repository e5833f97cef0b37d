Who shares the address of a scene, a film or an object in 3D shows its picture, with its description in words.
