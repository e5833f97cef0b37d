// What was typed and not saved: kept in this browser for this person, and on the site; see
// editorial/drafts. Without this file the form works as ever.
"use strict";

const box = document.querySelector("[data-draft]");
const written = box?.closest("main, body").querySelector("form#form, form.rowlike");

if (written) {
  // It stands above Plone's content, which has no room for it.
  (written.closest(".formgrid") ?? written).before(box);

  const PREFIX = "hub-draft:";
  const { draft, form: name, person, token, url } = box.dataset;
  const own = `${PREFIX}${person}:`;
  const key = own + draft;
  const [SOON, OFTEN] = [3000, 30000];

  document.addEventListener("click", ({ target }) => {
    if (!target.closest?.("a[href*='/logout']")) return;
    sending = true;
    for (const one of Object.keys(localStorage)) {
      if (one.startsWith(PREFIX)) localStorage.removeItem(one);
    }
  });

  // A shared machine: what others left here is theirs.
  for (const other of Object.keys(localStorage)) {
    if (other.startsWith(PREFIX) && !other.startsWith(own)) localStorage.removeItem(other);
  }

  const isKept = (control) =>
    control.name &&
    !control.name.startsWith("_") &&
    !/\.buttons\.|-empty-marker$|\.mark$|\.action$/.test(control.name) &&
    !["button", "file", "hidden", "password", "reset", "submit"].includes(control.type) &&
    control.type !== "fieldset";

  const isOn = (control) => !["checkbox", "radio"].includes(control.type) || control.checked;

  const valuesOf = (control) =>
    control.type === "select-multiple"
      ? [...control.selectedOptions].map((option) => option.value)
      : [control.value];

  const collect = () => {
    window.tinymce?.triggerSave?.();
    const entries = [];
    for (const control of written.elements) {
      if (!isKept(control) || !isOn(control)) continue;
      for (const value of valuesOf(control)) entries.push([control.name, value]);
    }
    return entries;
  };

  const fill = (entries) => {
    const left = entries.map(([field, value]) => [field, value]);
    const take = (field) => {
      const at = left.findIndex(([one]) => one === field);
      return at < 0 ? null : left.splice(at, 1)[0][1];
    };
    const has = (field, value) => entries.some(([one, other]) => one === field && other === value);
    for (const control of written.elements) {
      if (!isKept(control)) continue;
      if (["checkbox", "radio"].includes(control.type)) {
        control.checked = has(control.name, control.value);
      } else if (control.type === "select-multiple") {
        for (const option of control.options) option.selected = has(control.name, option.value);
      } else {
        const value = take(control.name);
        if (value === null) continue;
        control.value = value;
        window.tinymce?.get?.(control.id)?.setContent(value);
      }
      control.dispatchEvent(new Event("change", { bubbles: true }));
    }
  };

  const mark = () => written.querySelector("[name$='.mark'], [name='mark']")?.value ?? "";
  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

  const read = () => {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  };
  const write = (record) => {
    try {
      localStorage.setItem(key, JSON.stringify(record));
    } catch {
      // no room in this browser: the site keeps it
    }
  };

  const post = (fields) =>
    fetch(url, {
      method: "POST",
      keepalive: true,
      body: new URLSearchParams({ _authenticator: token, form: name, ...fields }),
    }).catch(() => null);

  const title = () => written.querySelector("[name$='.title']")?.value || document.title;

  let before = null; // what the form said when it was opened
  let kept = null; // what this browser has
  let sent = null; // what the site has
  let sending = false;

  // The editor writes the text anew as it opens, be it late: what it makes of it is no change.
  const areas = [...written.querySelectorAll("textarea.pat-tinymce")];
  const ready = () => areas.every((area) => window.tinymce?.get?.(area.id)?.initialized);
  let waiting = false; // whether the editor had not come when this began
  const rebase = () => {
    waiting = false;
    const names = areas.map((area) => area.name);
    const texts = new Map(collect().filter(([field]) => names.includes(field)));
    before = before.map(([field, value]) => [field, texts.get(field) ?? value]);
  };

  const keep = () => {
    if (sending || before === null || !box.hidden) return;
    if (waiting && ready()) rebase();
    const now = collect();
    if (same(now, kept ?? before)) return;
    kept = now;
    if (same(now, before)) localStorage.removeItem(key);
    else write({ when: Date.now(), mark: mark(), entries: now });
  };

  const store = () => {
    if (sending || kept === null || same(kept, sent ?? before)) return;
    sent = kept;
    post(same(kept, before) ? { discard: "1" } : { title: title(), entries: JSON.stringify(kept) });
  };

  const drop = () => {
    localStorage.removeItem(key);
    post({ discard: "1" });
  };

  const offer = (record) => {
    const when = new Date(record.when);
    const today = when.toDateString() === new Date().toDateString();
    const how = today ? { timeStyle: "short" } : { dateStyle: "medium", timeStyle: "short" };
    box.querySelector("[data-when]").textContent = when.toLocaleString(
      document.documentElement.lang || "de",
      how,
    );
    box.hidden = false;
    const done = () => {
      box.hidden = true;
      written.querySelector("input:not([type=hidden]), textarea")?.focus();
    };
    box.querySelector("[data-take]").addEventListener("click", () => {
      fill(record.entries);
      done();
      keep();
    });
    box.querySelector("[data-drop]").addEventListener("click", () => {
      drop();
      done();
    });
  };

  const found = () => {
    const records = [];
    const local = read();
    if (local?.sent && local.mark !== mark()) localStorage.removeItem(key); // it was saved
    else if (local) records.push(local);
    const stored = box.querySelector("[data-stored]").content.textContent.trim();
    if (stored) records.push(JSON.parse(stored));
    records.sort((one, other) => other.when - one.when);
    return records.find((record) => !same(record.entries, before));
  };

  const begin = () => {
    before = collect();
    waiting = !ready();
    const record = found();
    if (record) offer(record);
    setInterval(keep, SOON);
    setInterval(store, OFTEN);
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState !== "hidden") return;
      keep();
      store();
    });
    written.addEventListener("submit", ({ submitter }) => {
      if (submitter?.name?.endsWith(".cancel")) {
        sending = true;
        drop();
        return;
      }
      keep();
      sending = true;
      const record = read();
      if (record) write({ ...record, sent: Date.now() });
    });
  };

  let tries = 0;
  const wait = () => (ready() || (tries += 1) > 40 ? begin() : setTimeout(wait, 250));
  wait();
}
