// The screen in the hall: after a while without a touch it asks, and then begins again. At the
// beginning pictures come to the front in turn, unless people want no motion or hold them.
"use strict";

{
  const start = document.body.dataset.start;
  const ask = document.querySelector(".kiosk-ask");
  const IDLE = 90000;
  const ANSWER = 20000;
  let timer = 0;

  const wait = () => {
    clearTimeout(timer);
    if (ask === null) return;
    if (!ask.hidden) ask.hidden = true;
    timer = setTimeout(() => {
      ask.hidden = false;
      timer = setTimeout(() => location.replace(start), ANSWER);
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
      if (/^[^/@+]+$/.test(name)) location.assign(`${url}/@@bildschirm`);
    },
    true,
  );
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
