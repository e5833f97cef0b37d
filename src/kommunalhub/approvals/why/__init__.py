"""„Warum?“: why a step is blocked and who can help; why somebody has access, and until when."""
