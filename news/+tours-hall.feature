Tours run on the screen in the hall, where ways lead within the tour alone; lists tell how many scenes a tour has, and the search finds what is said about their details.
