// Runs before the page is drawn, so that a chosen theme does not flash.
(() => {
  const root = document.documentElement;
  root.classList.add("scripted");
  const kept = (() => {
    try { return localStorage.getItem("theme"); } catch { return null; }
  })();
  if (kept === "light" || kept === "dark") root.dataset.theme = kept;
  addEventListener("DOMContentLoaded", () => {
    const button = document.getElementById("theme");
    if (button === null) return;
    const words = { auto: "as the system has it", light: "light", dark: "dark" };
    const theme = () => root.dataset.theme ?? "auto";
    const tell = () => {
      button.title = `Theme: ${words[theme()]}`;
      button.setAttribute("aria-label", button.title);
    };
    tell();
    button.addEventListener("click", () => {
      const next = { auto: "light", light: "dark", dark: "" }[theme()];
      if (next) root.dataset.theme = next;
      else delete root.dataset.theme;
      try { localStorage.setItem("theme", next); } catch { /* a private window keeps nothing */ }
      tell();
    });
  });
})();
