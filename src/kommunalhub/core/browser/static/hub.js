// Only improves: every page of ours works without this file.
"use strict";

// Visitors' pages hold the styles that they need (core/browser/inlined.py). The whole sheets come
// behind each, for what scripts add and for the next page: once all is there, or somebody acts.
const bringSheets = () => {
  for (const part of document.querySelectorAll("style[data-sheet]")) {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.fetchPriority = "low";
    link.href = part.dataset.sheet;
    delete part.dataset.sheet;
    part.after(link);
  }
};
addEventListener("load", () => setTimeout(bringSheets));
for (const act of ["pointerdown", "keydown"]) {
  addEventListener(act, bringSheets, { once: true, capture: true, passive: true });
}

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

// What was typed in a form of a page and sent is saved once another page of its editors is shown; who
// signs out leaves nothing in this browser. See draft.js.
const DRAFTS = "hub-draft:";
const drafts = () => Object.keys(localStorage).filter((name) => name.startsWith(DRAFTS));
if (document.querySelector(".edit-bar")) {
  for (const name of drafts()) {
    if (localStorage.getItem(name).includes('"sent":')) localStorage.removeItem(name);
  }
}
document.addEventListener("click", ({ target }) => {
  if (!target.closest?.("a[href*='/logout'], [formaction*='/logout']")) return;
  for (const name of drafts()) localStorage.removeItem(name);
});

// On a narrow screen, as on one that becomes it, the hits come first; filters that are in use stay open.
const screens = window.matchMedia("(max-width: 60rem)");
const putFiltersAside = () => {
  for (const filters of document.querySelectorAll("details[data-narrow=close]")) {
    filters.open = !screens.matches;
  }
};
if (screens.matches) putFiltersAside();
// A way to something that is folded unfolds it, in browsers too that do not by themselves.
const unfold = () => {
  let place = document.querySelector(":target");
  for (; place; place = place.parentElement) if (place.matches("details.folds")) place.open = true;
};
unfold();
addEventListener("hashchange", unfold);
screens.addEventListener("change", putFiltersAside);

// What changes while one looks keeps up, as long as the answer asks to be asked again; what is being
// typed stays as it is.
for (const live of document.querySelectorAll("[data-refresh]")) {
  const refresh = async () => {
    if (document.hidden) return;
    const answer = await fetch(live.dataset.refresh, { credentials: "same-origin" });
    if (!answer.ok || answer.redirected) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!page.querySelector("[data-refresh]")) clearInterval(timer);
    for (const part of live.querySelectorAll("[data-live]")) {
      const fresh = page.querySelector(`[data-live=${part.dataset.live}]`);
      if (fresh && fresh.innerHTML !== part.innerHTML) part.innerHTML = fresh.innerHTML;
    }
  };
  const timer = setInterval(() => refresh().catch(() => {}), (live.dataset.every || 20) * 1000);
}

// A question that depends on an earlier one is there once that is answered so; without a script its
// condition stands beside it, and the site leaves an answer away that is not asked for.
for (const form of new Set([...document.querySelectorAll("[data-if]")].map((one) => one.closest("form")))) {
  const parts = [...form.querySelectorAll("[data-if]")];
  const show = () => {
    for (const part of parts) {
      const asked = form.elements.namedItem(part.dataset.if);
      const place = (asked.length && !asked.options ? asked[0] : asked).closest(".field");
      part.hidden = place.hidden || asked.value !== part.dataset.is;
    }
  };
  for (const words of form.querySelectorAll("[data-condition]")) words.hidden = true;
  form.addEventListener("change", show);
  show();
}

// Contents of other sites (see security/richtext/embeds.py) come after a click, and only then does
// the other site learn of it; whoever has asked for them can take that back. Nobody who writes a text
// can write data-embed.
for (const place of document.querySelectorAll(".hub-embed[data-embed]")) {
  const made = (words, act) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn";
    button.textContent = words;
    button.addEventListener("click", act);
    return button;
  };
  const hide = made(place.dataset.hide, () => {
    place.querySelector("iframe").remove();
    hide.replaceWith(show);
    show.focus();
  });
  const show = made(place.dataset.show, () => {
    const frame = document.createElement("iframe");
    frame.src = place.dataset.embed;
    frame.title = place.dataset.title;
    frame.referrerPolicy = "no-referrer";
    frame.allowFullscreen = true;
    frame.setAttribute(
      "sandbox",
      "allow-scripts allow-same-origin allow-popups allow-presentation allow-forms",
    );
    show.replaceWith(hide);
    place.append(frame);
    frame.focus();
  });
  place.querySelector("a").before(show);
}

// A frame that the keyboard leads into is ringed while one is in it: the page in it shows its own
// focus in its own way, or none where nothing in it can be used, and no selector of CSS knows.
let byKeyboard = false;
addEventListener("keydown", () => (byKeyboard = true), true);
addEventListener("pointerdown", () => (byKeyboard = false), true);
addEventListener("blur", () => {
  if (byKeyboard && document.activeElement?.localName === "iframe") document.activeElement.classList.add("entered");
});
addEventListener("focus", () => {
  for (const frame of document.querySelectorAll("iframe.entered")) frame.classList.remove("entered");
});

// On paper a link shows its address (hub.css), but not where that is read anyway or is of this site.
for (const link of document.querySelectorAll(".prose a[href^=http]")) {
  const bare = (text) => text.trim().replace(/^https?:\/\//, "").replace(/\/$/, "");
  if (link.origin === location.origin || bare(link.textContent) === bare(link.href)) {
    link.dataset.read = "";
  }
}

// What stands above every page stays folded in this tab, until there is news of it.
for (const fold of document.querySelectorAll("details[data-fold]")) {
  const key = `fold.${fold.dataset.fold}`;
  try {
    if (sessionStorage.getItem(key)) fold.open = false;
    fold.addEventListener("toggle", () => {
      if (fold.open) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, "1");
    });
  } catch {
    // without a memory it opens again on the next page
  }
}
