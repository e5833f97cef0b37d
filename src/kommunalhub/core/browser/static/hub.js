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

// On a narrow screen the hits come first; filters that are in use stay open.
if (window.matchMedia("(max-width: 60rem)").matches) {
  for (const filters of document.querySelectorAll("details[data-narrow=close]")) {
    filters.open = false;
  }
}

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
// the other site learn of it. Nobody who writes a text can write data-embed.
for (const place of document.querySelectorAll(".hub-embed[data-embed]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn";
  button.textContent = place.dataset.show;
  button.addEventListener("click", () => {
    const frame = document.createElement("iframe");
    frame.src = place.dataset.embed;
    frame.title = place.dataset.title;
    frame.referrerPolicy = "no-referrer";
    frame.allowFullscreen = true;
    frame.setAttribute(
      "sandbox",
      "allow-scripts allow-same-origin allow-popups allow-presentation allow-forms",
    );
    button.remove();
    place.append(frame);
    frame.focus();
  });
  place.querySelector("a").before(button);
}

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
