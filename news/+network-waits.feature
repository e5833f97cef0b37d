Who looks through what other hubs share sees on „Mein Hub“ and below „Meine Vorgänge“ how much waits, the hub management also keys to be compared and links that do not work.
