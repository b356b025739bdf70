// "Læs op": the browser's own speech, with a Danish voice only. Where there is none, the button never appears.

const READ = "h1, h2, h3, p, li, dt, dd, .join > a";
const LEFT_OUT = "[data-read-aloud], [hidden], nav, button, .labels, .button:not([href^='tel:']), .screen-only, .sr-only, .my-list-toggle, .share";

function passages(article) {
  const copy = article.cloneNode(true);
  for (const part of copy.querySelectorAll(LEFT_OUT)) part.remove();
  return [...copy.querySelectorAll(READ)]
    .filter((part) => !part.querySelector("p, li"))
    .map((part) => part.textContent.replace(/\s+/g, " ").trim())
    .filter(Boolean);
}

function prepare(box, voice) {
  const [read, stop] = box.querySelectorAll("button");
  const words = read.querySelector("span");
  let [state, texts, place, spoken] = ["idle", [], 0, null];

  const show = (next) => {
    state = next;
    words.textContent = words.dataset[next];
    stop.hidden = next === "idle";
  };
  // A passage at a time: long texts fall silent half-way in some browsers, and pausing works in few.
  const speak = () => {
    if (place >= texts.length) {
      end();
      return;
    }
    const utterance = new SpeechSynthesisUtterance(texts[place]);
    Object.assign(utterance, { voice, lang: voice.lang, rate: 0.9 });
    utterance.onend = () => {
      if (state !== "reading" || spoken !== utterance) return;
      place += 1;
      speak();
    };
    spoken = utterance;
    speechSynthesis.speak(utterance);
  };
  const end = () => {
    if (document.activeElement === stop) read.focus();
    show("idle");
    speechSynthesis.cancel();
  };

  read.addEventListener("click", () => {
    if (state === "reading") {
      show("paused");
      speechSynthesis.cancel();
      return;
    }
    if (state === "idle") [texts, place] = [passages(box.closest("article")), 0];
    show("reading");
    speechSynthesis.cancel();
    speak();
  });
  stop.addEventListener("click", end);
  addEventListener("pagehide", end);
  show("idle");
  box.hidden = false;
}

const boxes = [...document.querySelectorAll("[data-read-aloud]")].filter((box) => box.closest("[lang]").lang === "da");

function look() {
  const voice = speechSynthesis.getVoices().find(({ lang }) => /^da\b/i.test(lang));
  if (voice) for (const box of boxes.splice(0)) prepare(box, voice);
}

if (boxes.length && "speechSynthesis" in window) {
  look();
  speechSynthesis.addEventListener?.("voiceschanged", look);
}
