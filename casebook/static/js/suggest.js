// Suggestions under a search box: an ARIA combobox over what `data-suggest-url` answers.
// Without it the box is an ordinary one; while an input method composes, it is silent.
(() => {
  const PAUSE = 120;

  const make = (role, properties) => Object.assign(document.createElement("div"), { role, ...properties });

  const enhance = (input) => {
    const id = `${input.id}-suggestions`;
    const list = make("listbox", { id, className: "suggestions", ariaLabel: input.dataset.suggestions, hidden: true });
    const status = make("status", { className: "visually-hidden" });
    let options = [];
    let active = -1;
    let timer;
    let request = new AbortController();

    const choose = (position) => {
      if (options[active]) options[active].ariaSelected = "false";
      active = position;
      const option = options[active];
      if (!option) return input.removeAttribute("aria-activedescendant");
      option.ariaSelected = "true";
      option.scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", option.id);
    };

    const show = (suggestions) => {
      const groups = new Map();
      choose(-1);
      options = suggestions.map(({ kind, label, english_name, url }, position) => {
        if (!groups.has(kind)) {
          const name = input.dataset[kind];
          groups.set(kind, make("group", { ariaLabel: name }));
          groups.get(kind).append(make("presentation", { ariaHidden: "true", textContent: name }));
        }
        const option = make("option", { id: `${id}-${position}`, ariaSelected: "false", textContent: label, lang: "zh-Hans" });
        if (input.dataset.languagePrefix && english_name) {
          Object.assign(option, { textContent: english_name, lang: "en" });
        }
        option.dataset.url = input.dataset.languagePrefix + url;
        groups.get(kind).append(option);
        return option;
      });
      list.replaceChildren(...groups.values());
      list.hidden = !options.length;
      status.textContent = list.hidden ? "" : input.dataset.suggestionsCount.replace("{}", options.length);
      input.ariaExpanded = String(!list.hidden);
    };

    const stop = () => {
      clearTimeout(timer);
      request.abort();
      show([]);
    };

    const ask = async () => {
      const { signal } = (request = new AbortController());
      try {
        const typed = encodeURIComponent(input.value.slice(0, 100));
        const answer = await fetch(`${input.dataset.suggestUrl}?q=${typed}`, { signal });
        show((await answer.json()).suggestions);
      } catch {
        if (!signal.aborted) show([]);
      }
    };

    const askSoon = () => {
      if (!input.value.trim()) return stop();
      request.abort();
      clearTimeout(timer);
      timer = setTimeout(ask, PAUSE);
    };

    const keys = {
      ArrowDown: () => (list.hidden ? askSoon() : choose((active + 1) % options.length)),
      ArrowUp: () => choose((active < 1 ? options.length : active) - 1),
      Enter: () => location.assign(options[active].dataset.url),
      Escape: stop,
    };

    Object.assign(input, { role: "combobox", autocomplete: "off", ariaAutoComplete: "list", ariaExpanded: "false" });
    input.setAttribute("aria-controls", id);
    input.form.append(list, status);
    input.form.addEventListener("submit", stop);
    input.addEventListener("input", (event) => event.isComposing || askSoon());
    input.addEventListener("compositionstart", stop);
    input.addEventListener("compositionend", askSoon);
    input.addEventListener("blur", stop);
    input.addEventListener("keydown", (event) => {
      const { key } = event;
      const means = key === "ArrowDown" || (!list.hidden && (key !== "Enter" || active >= 0));
      if (event.isComposing || !means || !keys[key]) return;
      event.preventDefault();
      keys[key]();
    });
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", ({ target }) => target.dataset.url && location.assign(target.dataset.url));
  };

  const meet = (element) => element?.matches?.("input[data-suggest-url]:not([role])") && enhance(element);
  document.addEventListener("focusin", ({ target }) => meet(target));
  meet(document.activeElement);
})();
