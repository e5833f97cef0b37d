// A plugin of the editor: links to what the search of the site finds, to a place on a page, to an
// address. Pages of the site are linked by what stays when they are moved (resolveuid). See
// editorial/writing/editor.
"use strict";

tinymce.PluginManager.add("hublink", (editor) => {
  const { options } = editor;
  options.register("hub_site", { processor: "string", default: "" });
  options.register("hub_is_public", { processor: "boolean", default: false });
  options.register("hub_words", { processor: "object", default: {} });
  const words = options.get("hub_words");
  const STILL = 300; // milliseconds without a letter before it is looked for

  const make = (name, attributes = {}, ...inside) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...inside.filter((part) => part != null));
    return element;
  };

  // What is no word: an address elsewhere, or a mailbox.
  const outside = (text) => {
    if (/^(?:https?:\/\/|mailto:|tel:)\S+$/i.test(text)) return text;
    if (/^www\.\S+\.\S+$/i.test(text)) return `https://${text}`;
    return /^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(text) ? `mailto:${text}` : null;
  };

  const ask = async (name, query, signal) => {
    const url = `${options.get("hub_site")}/@@${name}?${new URLSearchParams(query)}`;
    const answer = await fetch(url, { signal, headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(answer.status);
    return (await answer.json()).items;
  };

  const linkHere = () => editor.dom.getParent(editor.selection.getNode(), "a[href]");

  const open = () => {
    const link = linkHere();
    const before = link ? editor.dom.getAttrib(link, "href") : "";
    const caret = editor.selection.getBookmark(2, true);
    const wanted = editor.selection.getContent({ format: "text" }).trim();
    const id = (name) => `hub-link-${name}`;

    const query = make("input", {
      type: "search", id: id("q"), maxlength: 300, autocomplete: "off", "aria-describedby": id("help"),
    });
    const status = make("p", { role: "status", class: "told" });
    const list = make("div", { class: "targets" });
    const legend = make("legend", {}, words.link_found);
    const places = make("select", { id: id("place") });
    const placed = make("div", { hidden: "" },
      make("label", { for: id("place") }, words.link_place), places);
    const text = make("input", { type: "text", id: id("text"), maxlength: 200 });
    const named = make("div", {}, make("label", { for: id("text") }, words.link_text), text);
    const warning = make("p", { class: "warn", role: "alert" });
    const form = make("form", { method: "dialog" },
      make("h2", { id: id("title") }, words.link),
      make("label", { for: id("q") }, words.link_find),
      query,
      make("p", { id: id("help"), class: "help" }, words.link_find_help),
      status,
      make("fieldset", {}, legend, list),
      placed,
      warning,
      link || wanted ? null : named,
      make("div", { class: "acts" },
        make("button", { type: "submit", class: "btn btn-primary" }, words.link_set),
        link ? make("button", { type: "button", class: "btn btn-secondary", "data-do": "remove" }, words.link_remove) : null,
        make("button", { type: "button", class: "btn btn-secondary", "data-do": "cancel" }, words.cancel)));
    const dialog = make("dialog", { class: "hub-dialog", "aria-labelledby": id("title") }, form);

    let timer = 0;
    let asking = null;
    let typedText = false;
    text.addEventListener("input", () => { typedText = true; });

    const chosen = () => list.querySelector("input:checked")?.target;

    const row = (target, index) => {
      const radio = make("input", { type: "radio", name: id("target"), id: id(index) });
      radio.target = target;
      return make("label", { for: id(index) }, radio,
        make("span", {},
          make("b", {}, target.title),
          target.badge ? make("span", { class: "badge" }, target.badge) : null,
          target.uid && !target.public ? make("span", { class: "badge" }, words.link_internal) : null,
          make("small", {}, target.about)));
    };

    const choose = async (anchor = "") => {
      const target = chosen();
      warning.textContent =
        target?.uid && !target.public && options.get("hub_is_public") ? words.link_warning : "";
      if (target && !typedText) text.value = target.uid ? target.title : target.title.replace(/^mailto:/, "");
      placed.hidden = true;
      places.replaceChildren();
      if (!target?.uid) return;
      try {
        const found = await ask("link-anchors", { uid: target.uid });
        if (chosen() !== target || !found.length) return;
        places.append(new Option(words.link_top, ""), ...found.map((one) => new Option(one.title, one.id)));
        places.value = found.some((one) => one.id === anchor) ? anchor : "";
        placed.hidden = false;
      } catch {
        // the page itself can be linked all the same
      }
    };

    const show = (targets, heading) => {
      legend.textContent = heading;
      list.replaceChildren(...targets.map(row));
      legend.parentElement.hidden = !targets.length;
      status.textContent = targets.length ? "" : words.link_none;
      choose();
    };

    const look = async (typed, choice = "") => {
      asking?.abort();
      asking = new AbortController();
      const address = outside(typed);
      const [bare, anchor] = typed.split("#");
      try {
        const found = await ask("link-targets", { q: address || typed.includes("resolveuid/") ? bare : typed }, asking.signal);
        const other = address && !found.length;
        const about = address?.startsWith("mailto:") ? words.link_mail : words.link_outside;
        const targets = other ? [{ href: address, title: address, about }] : found;
        show(targets, typed ? words.link_found : words.link_recent);
        if (targets.length && (other || choice || address)) {
          list.querySelector("input").checked = true;
          choose(anchor);
        }
      } catch (error) {
        if (error.name !== "AbortError") status.textContent = words.link_lost;
      }
    };

    const close = () => {
      dialog.close();
      dialog.remove();
      editor.focus();
      editor.selection.moveToBookmark(caret);
    };

    query.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => look(query.value.trim()), STILL);
    });
    query.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowDown") return;
      event.preventDefault();
      list.querySelector("input")?.click();
      list.querySelector("input")?.focus();
    });
    list.addEventListener("change", () => choose());
    form.addEventListener("click", ({ target }) => {
      const act = target.closest("[data-do]")?.dataset.do;
      if (act) close();
      if (act === "remove") editor.execCommand("unlink");
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const target = chosen();
      if (!target) {
        status.textContent = words.choose;
        query.focus();
        return;
      }
      const place = places.value ? `#${places.value}` : "";
      const href = target.uid ? `resolveuid/${target.uid}${place}` : target.href;
      const name = text.value.trim() || target.title;
      close();
      if (link || wanted) editor.execCommand("mceInsertLink", false, { href });
      else editor.insertContent(editor.dom.createHTML("a", { href }, editor.dom.encode(name)));
    });
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      close();
    });

    document.body.append(dialog);
    dialog.showModal();
    query.focus();
    if (before && !before.includes("resolveuid/")) query.value = before;
    look(before, before);
  };

  editor.addShortcut("meta+k", words.link, open);
  editor.ui.registry.addToggleButton("hublink", {
    icon: "link",
    tooltip: words.link,
    shortcut: "Meta+K",
    onAction: open,
    onSetup: (button) => {
      const tell = () => button.setActive(Boolean(linkHere()));
      editor.on("NodeChange", tell);
      return () => editor.off("NodeChange", tell);
    },
  });
  editor.ui.registry.addMenuItem("hublink", { icon: "link", text: words.link, shortcut: "Meta+K", onAction: open });
});
