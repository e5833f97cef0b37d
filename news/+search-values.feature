Questions for a time or a number („Wie lange“, „Wann“, „Wie viele“) lead to the text and the page with a sentence that says one.
