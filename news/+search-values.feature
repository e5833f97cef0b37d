Questions for a time, a number or an address („Wie lange“, „Wann“, „Wie viele“, „Wo“) lead to the text and the page with a sentence that says it.
