// Passing a page on: what needs the browser's help is shown where the browser can.

function reveal(button, act) {
  button.parentElement.hidden = false;
  button.addEventListener("click", act);
}

for (const button of document.querySelectorAll("[data-print]")) reveal(button, () => window.print());

if (navigator.clipboard) {
  for (const button of document.querySelectorAll("[data-copy]")) {
    const status = document.createElement("span");
    status.setAttribute("role", "status");
    button.after(status);
    reveal(button, async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      status.textContent = button.dataset.done;
    });
  }
}
