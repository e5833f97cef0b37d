// Only improves: the times beside a film lead to its own page at that place without this file.
"use strict";

document.querySelectorAll(".film").forEach((film) => {
  const player = film.querySelector("figure > video, figure > audio");
  const lines = [...film.querySelectorAll("[data-second]")].filter((line) => line.dataset.second);
  const pane = film.querySelector(".spoken-lines");
  if (!player) return;

  const jump = (second, play) => {
    const go = () => {
      player.currentTime = second;
      if (play) player.play().catch(() => {});
    };
    if (player.readyState > 0) {
      go();
      return;
    }
    player.addEventListener("loadedmetadata", go, { once: true });
    player.preload = "metadata";
    player.load();
  };

  film.addEventListener("click", (event) => {
    const link = event.target.closest(".spoken-lines a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    jump(Number(link.closest("[data-second]").dataset.second), true);
  });

  const show = () => {
    const now = player.currentTime + 0.2;
    const line = lines.filter((one) => Number(one.dataset.second) <= now).pop();
    lines.forEach((one) => {
      if (one === line) one.setAttribute("aria-current", "true");
      else one.removeAttribute("aria-current");
    });
    // the pane follows, the page does not; nor does it while somebody reads in it
    if (!line || pane.matches(":hover, :focus-within, :focus")) return;
    const top = line.offsetTop - pane.offsetTop + (pane.offsetParent === pane ? pane.offsetTop : 0);
    if (top < pane.scrollTop || top + line.offsetHeight > pane.scrollTop + pane.clientHeight) {
      pane.scrollTop = Math.max(0, line.offsetTop - pane.clientHeight / 3);
    }
  };
  if (pane && lines.length) {
    player.addEventListener("timeupdate", show);
    player.addEventListener("seeked", show);
  }

  const asked = Number(film.dataset.asked);
  if (film.dataset.asked && asked >= 0) jump(asked, false);
});
