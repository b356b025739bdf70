// LIX as catalogue/readability.py counts it; tests/unit/catalogue/test_readability_script.py holds the two together.

const LONG = 6;
const MOST_WORDS = 20;
// Python's \w and \d.
const LETTER = '[\\p{L}\\p{N}_]';
const WORD = new RegExp(`\\p{Nd}[\\p{Nd}.,]*\\p{Nd}|${LETTER}(?:[\\p{L}\\p{N}_'’-]*${LETTER})?`, 'gu');
const SPACE = '[ \\t\\n\\r\\f\\v\\u00a0]';
const SENTENCE_ENDS = new RegExp(
  `[.!?:]+(?=${SPACE}+[^ \\t\\n\\r\\f\\v\\u00a0a-zæøå0-9]|${SPACE}*$)|\\n+`,
  'u',
);

const words = (text) => text.match(WORD) ?? [];
const length = (word) => [...word].length;

/** The sentences that have words. */
export const sentences = (text) =>
  text
    .split(SENTENCE_ENDS)
    .filter((part) => words(part).length)
    .map((part) => part.trim());

/** The words of a sentence on average, and the percentage of long words; 0 without words. */
export function lix(text) {
  const all = words(text);
  if (!all.length) return 0;
  return all.length / sentences(text).length + (100 * all.filter((word) => length(word) > LONG).length) / all.length;
}

/** The sentences that are hard to keep together. */
export const longSentences = (text) => sentences(text).filter((part) => words(part).length > MOST_WORDS);

/** The longest of the long words, each once. */
export const longWords = (text) =>
  [...new Set(words(text).filter((word) => length(word) > LONG))].sort((a, b) => length(b) - length(a));
