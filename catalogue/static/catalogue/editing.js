// The editors' forms while somebody writes: how easy a text is to read, and what the server says of the whole.
import { lix, longSentences, longWords } from './readability.js';

const { Controller } = window.StimulusModule;
const PAUSE = 700;

const later = (act) => {
  let waiting;
  return () => {
    clearTimeout(waiting);
    waiting = setTimeout(act, PAUSE);
  };
};

/** A text's LIX below it, with the sentence to part and the words to change first. */
class ReadabilityController extends Controller {
  static values = { most: Number, easy: String, hard: String, sentence: String, words: String };

  connect() {
    this.field = this.element.querySelector('textarea, input:not([type="hidden"])');
    if (!this.field) return;
    this.said = document.createElement('p');
    this.said.id = `${this.field.id}-readability`;
    this.said.className = 'catalogue-reading';
    this.said.setAttribute('aria-live', 'polite');
    (this.field.closest('[data-field-input]') ?? this.field).after(this.said);
    const described = this.field.getAttribute('aria-describedby');
    this.field.setAttribute('aria-describedby', [described, this.said.id].filter(Boolean).join(' '));
    this.wait = later(() => this.say());
    this.field.addEventListener('input', this.wait);
    this.say();
  }

  disconnect() {
    this.field?.removeEventListener('input', this.wait);
    this.said?.remove();
  }

  say() {
    const text = this.field.value;
    const found = lix(text);
    const isHard = found > this.mostValue;
    this.said.classList.toggle('catalogue-reading--hard', isHard);
    this.said.textContent = text.trim() ? this.words(text, Math.round(found), isHard) : '';
  }

  words(text, found, isHard) {
    const filled = (pattern, word) => pattern.replace('{text}', word);
    const verdict = (isHard ? this.hardValue : this.easyValue).replace('{lix}', found).replace('{most}', this.mostValue);
    const hard = longSentences(text).map((sentence) => filled(this.sentenceValue, sentence));
    const long = isHard ? longWords(text).slice(0, 5) : [];
    if (long.length) hard.push(filled(this.wordsValue, long.join(', ')));
    return [verdict, ...hard].join(' ');
  }
}

/** Asks the server what it says of the form as it stands, and shows each part where it belongs. */
class AdviceController extends Controller {
  static targets = ['part', 'spoken'];

  static values = { url: String, failed: String };

  connect() {
    this.form = this.element.closest('form');
    this.wait = later(() => this.ask());
    for (const kind of ['input', 'change', 'catalogue:changed']) this.form.addEventListener(kind, this.wait);
  }

  disconnect() {
    for (const kind of ['input', 'change', 'catalogue:changed']) this.form.removeEventListener(kind, this.wait);
    this.asking?.abort();
  }

  /** A new entry gets its key while it is written: the form's address has it then. */
  get address() {
    const pk = this.form.action.match(/\/edit\/([^/]+)\//)?.[1];
    return pk ? `${this.urlValue}${pk}/` : this.urlValue;
  }

  async ask(more = {}) {
    this.asking?.abort();
    this.asking = new AbortController();
    const body = new FormData(this.form);
    for (const [name, value] of Object.entries(more)) body.append(name, value);
    try {
      const answer = await fetch(this.address, {
        method: 'POST',
        body,
        headers: { 'X-Requested-With': 'XMLHttpRequest' },
        signal: this.asking.signal,
      });
      if (!answer.ok) throw new Error(`${answer.status}`);
      this.show(await answer.json());
    } catch (error) {
      if (error.name !== 'AbortError') this.say(this.failedValue);
    }
  }

  show(parts) {
    for (const part of this.partTargets) {
      const html = parts[part.dataset.part];
      if (html === undefined || html === part.dataset.shown || part.contains(document.activeElement)) continue;
      part.dataset.shown = html;
      part.innerHTML = html;
    }
    this.say(this.partTargets.flatMap((part) => [...part.querySelectorAll('[data-said]')]).map((said) => said.textContent.trim().replace(/\s+/g, ' ')).join(' '));
  }

  say(words) {
    if (this.spokenTarget.textContent !== words) this.spokenTarget.textContent = words;
  }

  /** Adds rows to an inline list, filled in; and empties the field whose words they were. */
  insert(event) {
    const { prefix, rows, empties } = event.currentTarget.dataset;
    const filled = JSON.parse(rows).map((row) => AdviceController.added(prefix, row));
    if (empties) document.getElementById(empties).value = '';
    filled[0]?.focus();
    this.form.dispatchEvent(new Event('input', { bubbles: true }));
    this.wait();
  }

  /** A new row of an inline list with its values; its first field. */
  static added(prefix, values) {
    document.getElementById(`id_${prefix}-ADD`).click();
    const number = document.getElementById(`id_${prefix}-TOTAL_FORMS`).value - 1;
    const named = (name) => [...document.querySelectorAll(`[name="${prefix}-${number}-${name}"]`)];
    for (const [name, value] of Object.entries(values)) {
      for (const field of named(name)) {
        if (field.type === 'checkbox') field.checked = value.includes(field.value);
        else field.value = value;
        field.dispatchEvent(new Event('change', { bubbles: true }));
      }
    }
    return named(Object.keys(values)[0])[0];
  }

  /** Asks where the address lies: the server asks the service of addresses, and only when this is pressed. */
  async lookUp({ currentTarget }) {
    const part = currentTarget.closest('[data-part]');
    currentTarget.blur();
    await this.ask({ 'slaa-op': '1' });
    part.querySelector('[data-looks-up]')?.focus();
  }

  /** Puts the pin where a suggestion says. */
  place({ currentTarget: { dataset } }) {
    this.pin(Number(dataset.latitude), Number(dataset.longitude));
  }

  /** Puts the pin where the map is clicked. */
  point(event) {
    const { currentTarget: map, clientX, clientY } = event;
    const box = map.getBoundingClientRect();
    const { south, north, west, east } = AdviceController.edges(map);
    this.pin(north - ((clientY - box.top) / box.height) * (north - south), west + ((clientX - box.left) / box.width) * (east - west));
  }

  /** Moves the pin by a hundredth of the map, or a tenth. */
  nudge(event) {
    const [up, right] = { ArrowUp: [1, 0], ArrowDown: [-1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key] ?? [];
    if (up === undefined) return;
    event.preventDefault();
    const { south, north, west, east } = AdviceController.edges(event.currentTarget);
    const step = event.shiftKey ? 0.1 : 0.01;
    const now = (name, middle) => Number(document.getElementById(`id_${name}`).value.replace(',', '.')) || middle;
    this.pin(
      now('latitude', (south + north) / 2) + up * step * (north - south),
      now('longitude', (west + east) / 2) + right * step * (east - west),
    );
  }

  static edges({ dataset }) {
    return Object.fromEntries(['south', 'north', 'west', 'east'].map((edge) => [edge, Number(dataset[edge])]));
  }

  /** Writes the numbers, moves the pin that is drawn, and says where it stands. */
  pin(latitude, longitude) {
    const numbers = { latitude, longitude };
    for (const [name, number] of Object.entries(numbers)) {
      document.getElementById(`id_${name}`).value = number.toFixed(5).replace('.', ',');
    }
    const map = this.element.querySelector('.catalogue-map');
    if (map) {
      const { south, north, west, east } = AdviceController.edges(map);
      const drawn = map.querySelector('.catalogue-map-pin');
      drawn.removeAttribute('hidden');
      drawn.setAttribute('cx', ((longitude - west) / (east - west)) * map.viewBox.baseVal.width);
      drawn.setAttribute('cy', ((north - latitude) / (north - south)) * map.viewBox.baseVal.height);
    }
    this.say(Object.values(numbers).map((number) => number.toFixed(4).replace('.', ',')).join(' '));
    document.getElementById('id_latitude').dispatchEvent(new Event('change', { bubbles: true }));
  }

  /** Goes to the field that a hole names, also where it is not a field that takes focus by itself. */
  go(event) {
    const target = document.getElementById(event.currentTarget.hash.slice(1));
    const field = target?.matches('input, textarea, select, button') ? target : target?.querySelector('input:not([type="hidden"]), textarea, select, button, a');
    if (!field) return;
    event.preventDefault();
    field.scrollIntoView({ block: 'center' });
    field.focus({ preventScroll: true });
  }
}

window.wagtail.app.register('catalogue-readability', ReadabilityController);
window.wagtail.app.register('catalogue-advice', AdviceController);
