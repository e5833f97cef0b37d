// The player, after a click only; all words stand on the page without this file.
"use strict";

document.querySelectorAll(".live").forEach((live) => {
  const changed = live.querySelector(".live-changed");
  const LONGEST = 2 ** 31 - 1;
  const wait = Number(changed?.dataset.seconds || 0) * 1000;
  if (wait > 0 && wait < LONGEST) {
    setTimeout(() => {
      changed.hidden = false;
      changed.prepend(`${changed.dataset.said} `);
    }, wait);
  }

  const box = live.querySelector(".live-player");
  if (!box) return;
  const [watch, stop] = [box.querySelector(".live-watch"), box.querySelector(".live-stop")];
  const picture = box.querySelector(".live-picture");
  const status = box.querySelector(".live-said");
  const say = (what) => {
    status.textContent = what ? status.dataset[what] : "";
  };
  const STALLED = 15_000;
  let hls = null;
  let watchdog = 0;
  let moved = 0;
  let place = 0;
  let hasEnded = false;

  const shut = (what) => {
    clearInterval(watchdog);
    if (hls) hls.destroy();
    hls = null;
    picture.pause();
    picture.removeAttribute("src");
    picture.load();
    picture.hidden = true;
    watch.hidden = false;
    if (document.activeElement === stop || document.activeElement === picture) watch.focus();
    stop.hidden = true;
    say(what);
  };

  // hls.js waits without a word when a stream has ended or breaks off (its issue 7023).
  const guard = () => {
    moved = Date.now();
    place = picture.currentTime;
    hasEnded = false;
    watchdog = setInterval(() => {
      if (picture.paused || picture.currentTime !== place) {
        if (picture.currentTime !== place) say("");
        place = picture.currentTime;
        moved = Date.now();
      } else if (hasEnded && Date.now() - moved > 1000) {
        shut("ended");
      } else if (Date.now() - moved > 4 * STALLED) {
        shut("failed");
      } else if (Date.now() - moved > STALLED) {
        say("stalled");
      }
    }, 1000);
  };

  const load = (source) =>
    new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = source;
      script.onload = done;
      script.onerror = failed;
      document.head.append(script);
    });

  const begin = async () => {
    watch.hidden = true;
    stop.hidden = false;
    picture.hidden = false;
    stop.focus();
    say("connecting");
    const url = box.dataset.stream;
    try {
      if (picture.canPlayType("application/vnd.apple.mpegurl")) {
        picture.src = url;
      } else {
        if (!window.Hls) await load(box.dataset.player);
        if (!window.Hls || !window.Hls.isSupported()) throw new Error("hls");
        if (stop.hidden) return;
        hls = new window.Hls({ enableWorker: false, lowLatencyMode: false });
        hls.on(window.Hls.Events.ERROR, (_name, error) => {
          if (error.fatal) shut("failed");
        });
        hls.on(window.Hls.Events.LEVEL_LOADED, (_name, level) => {
          hasEnded = level.details.live === false;
        });
        hls.loadSource(url);
        hls.attachMedia(picture);
      }
      guard();
      await picture.play();
    } catch (error) {
      if (error.name !== "NotAllowedError" && error.name !== "AbortError") shut("failed");
    }
  };

  picture.addEventListener("playing", () => say(""));
  picture.addEventListener("ended", () => shut("ended"));
  picture.addEventListener("error", () => {
    if (picture.getAttribute("src")) shut("failed");
  });
  watch.addEventListener("click", begin);
  stop.addEventListener("click", () => shut(""));
  watch.hidden = false;
  // for who has no script, or a browser that is too old for this one
  box.querySelector(".live-plain").hidden = true;
});
