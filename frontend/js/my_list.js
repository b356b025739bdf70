// Min liste is in the address; here the browser remembers it too, so that one can collect while looking around.

const KEY = "min-liste";
const MOST = 30;
// The header's own link knows where the list is in the language of the page.
const PAGE = document.querySelector("[data-my-list-link]")?.pathname ?? "/min-liste/";

function read() {
  try {
    const codes = JSON.parse(localStorage.getItem(KEY));
    return Array.isArray(codes) ? codes.filter((code) => /^[0-9a-z]{7}$/.test(code)).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

function write(codes) {
  try {
    localStorage.setItem(KEY, JSON.stringify(codes));
    return true;
  } catch {
    return false;
  }
}

const without = (codes, code) => codes.filter((other) => other !== code);
const address = (codes) => (codes.length ? `${PAGE}?a=${codes.join(",")}` : PAGE);

function showCount() {
  const codes = read();
  for (const link of document.querySelectorAll("[data-my-list-link]")) {
    const count = link.querySelector("[data-my-list-count]");
    link.dataset.myListLink ||= link.getAttribute("href");
    link.href = codes.length ? address(codes) : link.dataset.myListLink;
    count.textContent = codes.length ? ` (${codes.length} ${count.dataset.words})` : "";
  }
}

function makeToggle(box) {
  const { myList: code, add, remove, added, removed, full, see } = box.dataset;
  const status = box.querySelector("[role=status]");
  const link = box.querySelector("a");
  const button = document.createElement("button");
  button.type = "button";
  button.className = link.className;
  button.append(...link.childNodes);
  link.replaceWith(button);
  const words = button.querySelector("span");
  const show = () => (words.textContent = read().includes(code) ? remove : add);
  button.addEventListener("click", () => {
    const codes = read();
    const had = codes.includes(code);
    if (!had && codes.length >= MOST) {
      status.textContent = full;
      return;
    }
    // Where nothing can be remembered, the address does it.
    if (!write(had ? without(codes, code) : [...codes, code])) {
      location.href = link.href;
      return;
    }
    status.textContent = had ? removed : `${added} `;
    if (!had) {
      const way = document.createElement("a");
      way.href = address(read());
      way.textContent = see;
      status.append(way);
    }
    show();
    showCount();
  });
  show();
}

function showPage(page) {
  const shown = page.dataset.myListPage.split(",").filter(Boolean);
  const kept = read();
  if (!location.search && kept.length) {
    location.replace(address(kept));
    return;
  }
  const mine = shown.join() === kept.join();
  const adopt = page.querySelector("[data-my-list-adopt]");
  adopt.hidden = mine || !shown.length;
  adopt.querySelector("button").addEventListener("click", () => {
    const all = [...new Set([...kept, ...shown])].slice(0, MOST);
    if (write(all)) location.href = address(all);
  });
  for (const link of page.querySelectorAll("[data-my-list-remove]")) {
    link.addEventListener("click", () => mine && write(without(kept, link.dataset.myListRemove)));
  }
  const forget = page.querySelector("[data-my-list-forget]");
  forget.hidden = !kept.length;
  forget.querySelector("button").addEventListener("click", () => {
    if (write([])) location.href = PAGE;
  });
}

for (const box of document.querySelectorAll("[data-my-list]")) makeToggle(box);
for (const page of document.querySelectorAll("[data-my-list-page]")) showPage(page);
showCount();
addEventListener("storage", showCount);
addEventListener("pageshow", showCount);
