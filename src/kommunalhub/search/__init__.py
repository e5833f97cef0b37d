"""Finding pages, materials and cases; knows markers, never types."""
