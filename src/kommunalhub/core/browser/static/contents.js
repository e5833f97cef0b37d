// What Plone's table of contents calls things: a button by the number it had at first, though it
// shows another; a link by an English word for its type, though it has a name.
const WRONG = "#btn-change-selection[aria-label], .pat-structure td.title a[title]";

new MutationObserver(() => {
  for (const element of document.querySelectorAll(WRONG)) {
    element.removeAttribute(element.matches("a[title]:not([aria-label])") ? "title" : "aria-label");
  }
}).observe(document.documentElement, {
  attributes: true,
  attributeFilter: ["aria-label", "title"],
  childList: true,
  subtree: true,
});
