The hub management sees what is kept of past workshops in numbers, and what the next run erases; `kommunalhub tick --dry-run` tells what is due without doing it.
