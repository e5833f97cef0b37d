// The screen in the hall: after a while without a touch it asks, and then begins again. At the
// beginning pictures come to the front in turn, unless people want no motion or hold them. It runs
// all day: what is new comes by itself, and while the server does not answer the page stays.
"use strict";

{
  const start = document.body.dataset.start;
  const ask = document.querySelector(".kiosk-ask");
  const IDLE = 90000;
  const ANSWER = 20000;
  const ANEW = 15 * 60000;
  let timer = 0;

  const begin = async () => {
    const answer = await fetch(start, { method: "HEAD" }).catch(() => null);
    if (answer?.ok) location.replace(start);
    else timer = setTimeout(begin, ANSWER);
  };

  // Only what answers is opened: a page that is gone, or that of the browser, has no way back. Of
  // several touches the last one counts, whatever answers first.
  let touched = 0;
  const go = async (url) => {
    const mine = ++touched;
    const answer = await fetch(url, { method: "HEAD" }).catch(() => null);
    if (mine !== touched) return;
    if (answer?.ok) location.assign(url);
    else begin();
  };

  const wait = () => {
    clearTimeout(timer);
    if (ask === null) {
      timer = setTimeout(begin, ANEW);
      return;
    }
    if (!ask.hidden) ask.hidden = true;
    timer = setTimeout(() => {
      ask.hidden = false;
      timer = setTimeout(begin, ANSWER);
    }, IDLE);
  };
  for (const name of ["pointerdown", "keydown", "scroll", "touchmove"]) {
    addEventListener(name, wait, { passive: true });
  }
  wait();
  // Links that scripts have put here lead to media of the exhibit, or nowhere. Before any other
  // script hears of a click.
  const within = document.body.dataset.within;
  addEventListener(
    "click",
    (event) => {
      const link = event.target.closest?.("a[href], area[href]");
      if (!link || link.getAttribute("href").startsWith("#")) return;
      const url = link.href.split(/[?#]/)[0];
      if (url.endsWith("/@@bildschirm") && url.startsWith(location.origin)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const name = within && url.startsWith(`${within}/`) ? url.slice(within.length + 1) : "";
      if (/^[^/@+]+$/.test(name)) go(`${url}/@@bildschirm`);
    },
    true,
  );
  // After scripts that show what a link leads to without leaving the page.
  addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || event.defaultPrevented || link.getAttribute("href").startsWith("#")) return;
    event.preventDefault();
    go(link.href);
  });
  // Nobody leaves the screen by the menu of a long touch, or by dragging a link away.
  addEventListener("contextmenu", (event) => event.preventDefault());
  addEventListener("dragstart", (event) => event.preventDefault());

  const attract = document.querySelector("[data-attract]");
  const pictures = [...document.querySelectorAll(".exhibit")];
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  if (attract !== null && pictures.length > 1 && !still.matches) {
    let at = 0;
    const turn = () => {
      pictures[at].classList.remove("in-front");
      at = (at + 1) % pictures.length;
      pictures[at].classList.add("in-front");
    };
    let running = setInterval(turn, 8000);
    const button = attract.querySelector("button");
    attract.hidden = false;
    button.setAttribute("aria-pressed", "false");
    button.addEventListener("click", () => {
      clearInterval(running);
      const held = button.getAttribute("aria-pressed") === "true";
      button.setAttribute("aria-pressed", String(!held));
      if (held) running = setInterval(turn, 8000);
      else pictures[at].classList.remove("in-front");
    });
  }
}
