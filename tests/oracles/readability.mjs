// Answers each line {"text": …} with what the editors' script counts.
import { createInterface } from 'node:readline';
import { lix, longSentences, sentences } from '../../catalogue/static/catalogue/readability.js';

for await (const line of createInterface({ input: process.stdin })) {
  const { text } = JSON.parse(line);
  process.stdout.write(`${JSON.stringify({ lix: lix(text), sentences: sentences(text), long: longSentences(text) })}\n`);
}
