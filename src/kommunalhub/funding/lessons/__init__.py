"""What one case teaches the next: text blocks that are found while writing, experience notes."""
