// The page of a ticket: drafts of answer and note, each for itself, and who else has it open.
// Everything can be done without this file.
"use strict";

for (const desk of document.querySelectorAll("[data-desk]")) {
  const DAYS = 3 * 24 * 3600 * 1000; // so long a draft is kept in this browser
  const PREFIX = "kommunalhub.draft ";
  const fields = ["message-text", "note-text", "comment"]
    .map((id) => document.getElementById(id))
    .filter((field) => field?.matches("textarea"));
  const keyOf = ({ id }) => `${PREFIX}${desk.dataset.desk} ${id}`;
  const stored = (key) => {
    try {
      return JSON.parse(localStorage.getItem(key)) ?? {};
    } catch {
      return {};
    }
  };
  const keep = (key, value) => {
    try {
      localStorage.setItem(key, JSON.stringify(value));
    } catch {
      // full or forbidden: then what is typed is kept by the page alone
    }
  };

  for (const key of Object.keys(localStorage).filter((name) => name.startsWith(PREFIX)))
    if (!(Date.now() - stored(key).when < DAYS)) localStorage.removeItem(key);

  for (const field of fields) {
    const key = keyOf(field);
    const draft = stored(key);
    // What was sent comes back in its field only where it was refused.
    if (draft.sent && !field.value) localStorage.removeItem(key);
    else if (draft.text && !field.value) {
      field.value = draft.text;
      const around = field.closest("details");
      if (around) around.open = true;
      desk.querySelector("[data-drafts]").hidden = false;
    }
    field.addEventListener("input", () => {
      if (field.value) keep(key, { text: field.value, when: Date.now() });
      else localStorage.removeItem(key);
    });
    field.form.addEventListener("submit", () => {
      if (field.value) keep(key, { text: field.value, when: Date.now(), sent: true });
    });
  }

  const status = desk.querySelector("[role=status]");
  if (status) {
    const EVERY = 30 * 1000;
    const send = (more, options) => {
      const body = new FormData();
      body.set("_authenticator", desk.dataset.token);
      for (const [name, value] of Object.entries(more)) body.set(name, value);
      return fetch(desk.dataset.presence, { method: "POST", body, ...options });
    };
    const beat = async () => {
      if (document.visibilityState !== "visible") return;
      const writes = fields.some(({ value }) => value.trim());
      try {
        const answer = await send(writes ? { writes: "1" } : {}, { redirect: "error" });
        if (!answer.ok) return;
        const { told } = await answer.json();
        if (status.textContent.trim() !== told) status.textContent = told;
        status.hidden = !told;
      } catch {
        // no network: what stands there stays
      }
    };
    beat();
    setInterval(beat, EVERY);
    document.addEventListener("visibilitychange", beat);
    window.addEventListener("pagehide", () => {
      send({ leaves: "1" }, { keepalive: true }).catch(() => {});
    });
  }
}
