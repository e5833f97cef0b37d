Pages that people look at all day take fewer steps: what a request only reads is worked out once, and Mein Hub and the sections are not made anew when nothing has changed.
