Who looks through what other hubs share can take a copy out of sight again on its page, and sees there who had released it.
