// Courtesies that no page depends on: Escape closes what is open, buttons copy.
(() => {
  const closeMenu = () => {
    const menu = document.querySelector(".menu[open]");
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  };

  const shutNote = () => {
    const mark = document.querySelector(".source:is(:hover, :focus)");
    if (!mark) return;
    mark.classList.add("is-shut");
    const reopen = () => mark.classList.remove("is-shut");
    mark.addEventListener("blur", reopen, { once: true });
    mark.addEventListener("mouseleave", reopen, { once: true });
  };

  document.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    shutNote();
    closeMenu();
  });

  // Whatever has `data-copy` puts that text on the clipboard and says so with `data-copied`.
  const copiers = document.querySelectorAll("[data-copy]");
  if (!copiers.length || !navigator.clipboard) return;

  const status = Object.assign(document.createElement("p"), { className: "said", role: "status" });
  document.body.append(status);

  document.addEventListener("click", async (event) => {
    const copier = event.target.closest("[data-copy]");
    if (!copier || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    await navigator.clipboard.writeText(copier.dataset.copy);
    status.textContent = copier.dataset.copied;
    status.classList.add("is-said");
    setTimeout(() => status.classList.remove("is-said"), 2500);
  });

  for (const copier of copiers) copier.hidden = false;
})();
