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
    const name = () => ({ light: "Light", dark: "Dark" })[root.dataset.theme] ?? "Auto";
    button.textContent = name();
    button.addEventListener("click", () => {
      const next = { Auto: "light", Light: "dark", Dark: "" }[name()];
      if (next) root.dataset.theme = next;
      else delete root.dataset.theme;
      try { localStorage.setItem("theme", next); } catch { /* a private window keeps nothing */ }
      button.textContent = name();
    });
  });
})();
