// What Plone's table of contents calls things: a button by the number it had at first, though it
// shows another; a link by an English word for its type, though it has a name; what sorts in English.
const SORTS = ": Activate to";

new MutationObserver(() => {
  for (const button of document.querySelectorAll("#btn-change-selection[aria-label]")) {
    button.removeAttribute("aria-label");
  }
  for (const link of document.querySelectorAll(".pat-structure td.title a[title]")) {
    link.removeAttribute("title");
  }
  const words = document.querySelector(".pat-structure")?.dataset.sort;
  for (const sorter of document.querySelectorAll(`[aria-label*="${SORTS}"]`)) {
    const [column] = sorter.getAttribute("aria-label").split(SORTS);
    sorter.setAttribute("aria-label", `${column}: ${words}`);
  }
}).observe(document.documentElement, {
  attributes: true,
  attributeFilter: ["aria-label", "title"],
  childList: true,
  subtree: true,
});
