// "Tænk over din ensomhed": adds up three answers and shows what the sum says. Nothing leaves the page, nothing is kept.

for (const page of document.querySelectorAll("[data-self-check]")) {
  const questions = [...page.querySelectorAll(".check-question")];
  const answers = [...page.querySelectorAll("[data-low]")];
  const asking = page.querySelector("[data-check]");
  const status = asking.querySelector("[role=status]");
  for (const part of page.querySelectorAll("[data-paper]")) part.hidden = true;
  for (const answer of answers) answer.hidden = true;
  asking.hidden = false;
  // Some browsers remember what was chosen; the next at a shared computer shall not see it.
  addEventListener("pageshow", () => {
    for (const input of page.querySelectorAll("input")) input.checked = false;
  });
  asking.querySelector("button").addEventListener("click", () => {
    const chosen = questions.map((question) => question.querySelector("input:checked"));
    const missing = chosen.indexOf(null);
    status.textContent = missing < 0 ? "" : status.dataset.missing;
    if (missing >= 0) {
      questions[missing].querySelector("input").focus();
      return;
    }
    const sum = chosen.reduce((total, input) => total + Number(input.value), 0);
    for (const answer of answers) answer.hidden = sum < answer.dataset.low || sum > answer.dataset.high;
    answers.find((answer) => !answer.hidden).querySelector("h2").focus();
  });
}
