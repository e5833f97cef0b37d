// Only improves: every page of ours works without this file.
"use strict";

// Menus close with Escape and with a click elsewhere.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    menu.open = false;
    if (menu.contains(document.activeElement)) menu.querySelector("summary").focus();
  }
});
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

// On a narrow screen the hits come first; filters that are in use stay open.
if (window.matchMedia("(max-width: 60rem)").matches) {
  for (const filters of document.querySelectorAll("details[data-narrow=close]")) {
    filters.open = false;
  }
}
