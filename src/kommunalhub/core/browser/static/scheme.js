// Plone's editor and Bootstrap go by an attribute, not by what the system prefers: keep it current.
(() => {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const tell = () => {
    document.documentElement.dataset.bsTheme = dark.matches ? "dark" : "light";
  };
  tell();
  dark.addEventListener("change", tell);
})();
