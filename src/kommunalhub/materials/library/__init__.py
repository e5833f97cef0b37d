"""The materials library: what is released, by topic, newest, most used, and to be checked."""
