// The tray: cases picked for a comparison, kept in this browser only.
// Without it, or where nothing can be stored, the links lead to the comparison itself.
(() => {
  const KEY = "casebook.tray";
  const tray = document.getElementById("tray");
  if (!tray) return;
  const { most, picked: pickedLabel, full: fullMessage } = tray.dataset;
  const list = tray.querySelector("ol");
  const blank = tray.querySelector("template").content;
  const go = tray.querySelector("a");
  const status = tray.querySelector("[role=status]");

  const read = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(KEY)) ?? [];
      return kept.filter(({ slug, title }) => slug && title).slice(0, most);
    } catch {
      return [];
    }
  };

  const write = (cases) => {
    try {
      localStorage.setItem(KEY, JSON.stringify(cases));
      return true;
    } catch {
      return false;
    }
  };

  const entry = ({ slug, title }) => {
    const item = blank.cloneNode(true);
    item.querySelector("span").textContent = title;
    const button = item.querySelector("button");
    button.dataset.drop = slug;
    button.ariaLabel = `${button.ariaLabel} ${title}`;
    return item;
  };

  const show = () => {
    const cases = read();
    const slugs = cases.map(({ slug }) => slug);
    for (const link of document.querySelectorAll("a[data-pick]")) {
      link.dataset.label ??= link.textContent;
      const isPicked = slugs.includes(link.dataset.pick);
      link.role = "button";
      link.classList.toggle("picked", isPicked);
      link.textContent = isPicked ? pickedLabel : link.dataset.label;
      link.ariaLabel = `${link.textContent} ${link.dataset.title}`;
    }
    list.replaceChildren(...cases.map(entry));
    go.href = `${tray.dataset.url}?${slugs.map((slug) => `case=${encodeURIComponent(slug)}`).join("&")}`;
    go.querySelector("span").textContent = cases.length;
    tray.hidden = !cases.length;
  };

  const without = (slug) => read().filter((each) => each.slug !== slug);

  const toggle = ({ pick: slug, title }) => {
    const cases = read();
    const others = without(slug);
    status.textContent = "";
    if (others.length < cases.length) return write(others);
    if (cases.length < most) return write([...cases, { slug, title }]);
    status.textContent = fullMessage;
    return true;
  };

  document.addEventListener("click", (event) => {
    const { target } = event;
    const link = target.closest("a[data-pick]");
    if (link && !(event.ctrlKey || event.metaKey || event.shiftKey)) {
      if (toggle(link.dataset)) event.preventDefault();
    } else if (target.dataset.drop) {
      write(without(target.dataset.drop));
    } else if (target.dataset.clear !== undefined) {
      write([]);
    } else return;
    show();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === " " && event.target.matches("a[data-pick]")) {
      event.preventDefault();
      event.target.click();
    }
  });
  document.addEventListener("htmx:afterSettle", show);
  addEventListener("storage", ({ key }) => key === KEY && show());
  addEventListener("pageshow", show);
  show();
})();
