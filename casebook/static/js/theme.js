// Light, dark or as the system has it: the reader's choice, applied before anything is drawn.
(() => {
  const CHOICES = ["auto", "light", "dark"];
  const root = document.documentElement;

  const stored = () => {
    try {
      return localStorage.getItem("theme");
    } catch {
      return null; // A browser may forbid storage; then the choice lasts for the page.
    }
  };

  const store = (theme) => {
    try {
      localStorage.setItem("theme", theme);
    } catch {
      /* As above. */
    }
  };

  let theme = CHOICES.includes(stored()) ? stored() : "auto";
  root.dataset.theme = theme;

  const name = (button) => {
    button.querySelector("[data-theme-name]").textContent = button.title = button.dataset[theme];
  };

  document.addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector("[data-theme-switch]");
    if (!button) return;
    name(button);
    button.addEventListener("click", () => {
      theme = CHOICES[(CHOICES.indexOf(theme) + 1) % CHOICES.length];
      root.dataset.theme = theme;
      store(theme);
      name(button);
    });
  });
})();
