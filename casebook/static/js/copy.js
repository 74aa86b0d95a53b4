// Copies what stands at another address: the reference of a paragraph, with its link.
// What fails leads to the page on which it can be copied by hand.
(() => {
  if (!navigator.clipboard) return;

  const status = Object.assign(document.createElement("p"), { className: "said", role: "status" });
  document.body.append(status);

  const say = (words) => {
    status.textContent = words;
    status.classList.add("is-said");
    setTimeout(() => status.classList.remove("is-said"), 2500);
  };

  document.addEventListener("click", async (event) => {
    const link = event.target.closest("[data-copy-from]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    try {
      const answer = await fetch(link.dataset.copyFrom);
      if (!answer.ok) throw new Error(answer.statusText);
      await navigator.clipboard.writeText((await answer.text()).trim());
      say(link.dataset.copied);
    } catch {
      location.assign(link.href);
    }
  });
})();
