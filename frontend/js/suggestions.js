// Suggestions while typing: a combobox with a list and manual selection, after the ARIA Authoring Practices.
// The form is sent as ever by Enter when nothing in the list is chosen.
const WAIT = 150;

for (const [index, input] of document.querySelectorAll("input[data-suggestions]").entries()) {
  const { suggestions: address, found, none } = input.dataset;
  const list = document.createElement("div");
  const status = document.createElement("p");
  let timer, asked, active = -1;

  Object.assign(list, { id: `forslag-${index}`, className: "suggestions", hidden: true });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.labels[0]?.textContent ?? "");
  status.className = "sr-only";
  status.setAttribute("role", "status");
  input.parentElement.classList.add("combobox");
  input.after(list, status);
  const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id };
  for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);

  const mark = (next) => {
    list.children[active]?.setAttribute("aria-selected", "false");
    active = next;
    const option = list.children[active];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
  };
  const show = (open) => {
    list.hidden = !open;
    input.setAttribute("aria-expanded", String(open));
    mark(-1);
  };
  const close = () => {
    clearTimeout(timer);
    asked?.abort();
    status.textContent = "";
    show(false);
  };
  const choose = (option) => {
    input.value = option.dataset.text;
    close();
    // Where there is more to fill in, the person sends the form when it is ready.
    if (input.form.querySelectorAll("input:not([type=hidden])").length < 2) input.form.requestSubmit();
  };
  const option = ({ text, kind }, number) => {
    const item = document.createElement("div");
    const words = document.createElement("span");
    const sort = document.createElement("span");
    words.textContent = text;
    words.lang = "da"; // the catalogue is, whatever the page is
    sort.textContent = kind;
    sort.className = "soft";
    item.id = `${list.id}-${number}`;
    item.dataset.text = text;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.append(words, " ", sort);
    return item;
  };
  const ask = async () => {
    asked = new AbortController();
    try {
      const answer = await fetch(address + encodeURIComponent(input.value.trim()), { signal: asked.signal, credentials: "omit" });
      if (!answer.ok) return close();
      const { suggestions } = await answer.json();
      list.replaceChildren(...suggestions.map(option));
      show(suggestions.length > 0);
      status.textContent = suggestions.length ? `${suggestions.length} ${found}` : none;
    } catch (error) {
      // Without an answer there is simply no list; a newer question has put an older one aside.
      if (error.name !== "AbortError") close();
    }
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    asked?.abort();
    if (input.value.trim().length < 2) return close();
    timer = setTimeout(ask, WAIT);
  });
  input.addEventListener("keydown", (event) => {
    const last = list.children.length - 1;
    if (event.isComposing) return;
    if (event.key === "Escape" && !list.hidden) close();
    else if (event.key === "ArrowDown" && last >= 0) {
      if (list.hidden) show(true);
      mark(active >= last ? 0 : active + 1);
    } else if (event.key === "ArrowUp" && last >= 0) {
      if (list.hidden) show(true);
      mark(active <= 0 ? last : active - 1);
    } else if (event.key === "Enter" && active >= 0) choose(list.children[active]);
    else return;
    event.preventDefault();
  });
  // Pressing does not take the focus from the field; letting go chooses.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const item = event.target.closest("[role=option]");
    if (item) choose(item);
  });
  input.addEventListener("blur", close);
  input.form.addEventListener("submit", close);
}
