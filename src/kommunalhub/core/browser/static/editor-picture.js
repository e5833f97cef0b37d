// A plugin of the editor: from a picture in a text to the form where one chooses what is shown of it.
// See editorial/writing/pictures.
"use strict";

tinymce.PluginManager.add("hubpicture", (editor) => {
  const { options } = editor;
  options.register("hub_site", { processor: "string", default: "" });
  options.register("hub_words", { processor: "object", default: {} });
  const words = options.get("hub_words");
  const KEPT = /resolveuid\/([0-9a-f]{32})/;

  const say = (text) => editor.notificationManager.open({ text, type: "info", timeout: 8000 });
  const open = () => {
    const image = editor.selection.getNode();
    if (image.nodeName !== "IMG") return say(words.picture_choose);
    const [, uid] = (image.dataset.mceSrc ?? image.src).match(KEPT) ?? [];
    if (!uid) return say(words.picture_save);
    return window.open(`${options.get("hub_site")}/resolveuid/${uid}/edit`, "_blank", "noopener");
  };

  const shown = { icon: "crop", text: words.picture_cut, onAction: open };
  editor.ui.registry.addButton("hubpicture", shown);
  editor.ui.registry.addMenuItem("hubpicture", shown);
  editor.ui.registry.addContextToolbar("hubpicture", {
    predicate: (node) => node.nodeName === "IMG",
    items: "hubpicture",
    position: "node",
    scope: "node",
  });
});
