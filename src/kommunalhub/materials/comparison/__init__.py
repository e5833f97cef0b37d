"""What a revision changes, beside what is released; and which versions there were."""
