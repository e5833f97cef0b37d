A single word or compound of German, also with a year behind it, is no password any more.
