"""Pages of „Wer macht was?“."""
