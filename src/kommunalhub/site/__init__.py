"""The distribution: structure, theme, home pages, navigation, demo content, command line."""
