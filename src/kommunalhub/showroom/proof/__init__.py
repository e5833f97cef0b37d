"""„Diese Seite sprach nur mit diesem Server“: what a page may load, and what it has loaded."""
