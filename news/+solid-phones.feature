Heavy 3D objects get a version with fewer triangles and smaller pictures after they were saved, which phones and who saves data load instead of the whole.
