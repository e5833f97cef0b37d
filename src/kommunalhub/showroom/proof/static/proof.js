// Only improves: without this file the page says what the browser lets pass, with it what was loaded.
"use strict";

{
  const KINDS = [
    [/\.css(\?|$)/, "style"], [/\.m?js(\?|$)/, "script"], [/\.woff2?(\?|$)/, "font"],
    [/@@images|@@kachel|\.(png|jpe?g|webp|svg|gif|ico)(\?|$)/, "picture"],
    [/@@media-file|\.(mp4|webm|vtt|m3u8|ts)(\?|$)/, "film"], [/@@solid-file/, "solid"],
  ];

  /** Show in one proof what the page has loaded until now. */
  const show = (proof) => {
    const word = (name) => proof.querySelector(`[data-word="${name}"]`).textContent;
    const list = proof.querySelector("[data-proof-list]");
    const number = new Intl.NumberFormat("de", { maximumFractionDigits: 0 });

    const kind = (entry) => {
      if (entry.entryType === "navigation") return "page";
      const found = KINDS.find(([pattern]) => pattern.test(entry.name));
      return found ? found[1] : entry.initiatorType === "img" ? "picture" : "other";
    };
    const size = (bytes) => (bytes ? `${number.format(Math.max(1, bytes / 1024))} KB` : word("kept"));

    const entries = ["navigation", "resource"]
      .flatMap((type) => performance.getEntriesByType(type))
      .filter((entry) => /^https?:/.test(entry.name));
    const rows = new Map();
    const hosts = new Set();
    let sum = 0;
    for (const entry of entries) {
      const { host } = new URL(entry.name);
      const what = kind(entry);
      const key = `${what} ${host}`;
      const row = rows.get(key) || { what, host, count: 0, bytes: 0 };
      row.count += 1;
      row.bytes += entry.transferSize || 0;
      rows.set(key, row);
      hosts.add(host);
      sum += entry.transferSize || 0;
    }
    const body = list.querySelector("tbody");
    body.replaceChildren(...[...rows.values()].map((row) => {
      const line = document.createElement("tr");
      const what = document.createElement("th");
      what.scope = "row";
      const title = word(row.what);
      what.textContent = row.count > 1
        ? word("times").replace("{what}", title).replace("{n}", row.count) : title;
      const where = document.createElement("td");
      where.textContent = row.host === location.host ? word("here") : row.host;
      const bytes = document.createElement("td");
      bytes.className = "num";
      bytes.textContent = size(row.bytes);
      line.append(what, where, bytes);
      return line;
    }));
    proof.querySelector('[data-proof="servers"]').textContent =
      hosts.size === 1 ? word("one") : word("many").replace("{n}", hosts.size);
    proof.querySelector('[data-proof="sum"]').textContent = size(sum);
    list.hidden = false;

    const alone = hosts.size === 1 && hosts.has(location.host);
    const titles = { may: false, only: alone, also: !alone };
    for (const title of proof.querySelectorAll("h2 [data-proof]")) {
      title.hidden = !titles[title.dataset.proof];
    }
  };

  const prove = () => document.querySelectorAll("#beleg").forEach(show);
  if (window.PerformanceObserver) {
    new PerformanceObserver(prove).observe({ entryTypes: ["resource"] });
  }
  if (document.readyState === "complete") prove();
  else window.addEventListener("load", prove);
}
