// A long list of boxes: a field above it that narrows it, and a line that says what is chosen.
const { Controller } = window.StimulusModule;

// So many boxes are seen at one glance.
const FEW = 12;

/** As people look for a word: small letters, without accents; æ, ø and å stay letters of their own. */
const plain = (text) =>
  text
    .toLocaleLowerCase('da')
    .replaceAll('å', '\u0000')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('\u0000', 'å')
    .trim();

class NarrowController extends Controller {
  static values = { label: String, chosen: String, found: String, none: String };

  connect() {
    const boxes = [...this.element.querySelectorAll('input[type="checkbox"]')];
    if (boxes.length <= FEW || this.field) return;
    this.rows = boxes.map((box) => ({ box, row: box.closest('label').parentElement, words: box.closest('label').textContent.trim() }));
    const list = this.rows[0].row.parentElement;
    const label = document.createElement('label');
    this.field = document.createElement('input');
    this.said = document.createElement('p');
    this.chosen = document.createElement('p');
    label.className = 'catalogue-narrow';
    label.append(this.labelValue, this.field);
    // Without a name, so that it is not sent with the form.
    this.field.type = 'search';
    this.field.autocomplete = 'off';
    this.field.setAttribute('aria-controls', list.id);
    this.said.setAttribute('role', 'status');
    this.said.className = 'catalogue-narrow-said';
    this.chosen.className = 'catalogue-narrow-chosen';
    list.before(this.chosen, label, this.said);
    this.field.addEventListener('input', (event) => {
      // Nothing in the form has changed.
      event.stopPropagation();
      this.narrow();
    });
    this.field.addEventListener('change', (event) => event.stopPropagation());
    this.field.addEventListener('keydown', (event) => this.key(event));
    list.addEventListener('change', () => this.tell());
    this.tell();
  }

  /** Enter would send the whole form; Escape shows the whole list again. */
  key(event) {
    if (event.key === 'Enter') event.preventDefault();
    if (event.key !== 'Escape' || !this.field.value) return;
    event.preventDefault();
    event.stopPropagation();
    this.field.value = '';
    this.narrow();
  }

  /** What is chosen stays, so that nobody loses sight of it. */
  narrow() {
    const sought = plain(this.field.value);
    let found = 0;
    for (const { box, row, words } of this.rows) {
      const fits = plain(words).includes(sought);
      found += fits;
      row.hidden = !fits && !box.checked;
    }
    const pattern = found ? this.foundValue : this.noneValue;
    const said = pattern.replace('{n}', found).replace('{all}', this.rows.length).replace('{text}', this.field.value.trim());
    this.said.textContent = sought ? said : '';
  }

  tell() {
    const words = this.rows.filter(({ box }) => box.checked).map((row) => row.words);
    this.chosen.textContent = words.length ? `${this.chosenValue} ${words.join(', ')}` : '';
  }
}

window.wagtail.app.register('catalogue-narrow', NarrowController);
