Exports carry what administrations say in shared pages, and imports take over whatever else the house keeps on pages, pictures and folders.
