// `node lighthouse.mjs CHROMIUM FLAGS… < [{address, desktop}]`: Lighthouse's judgement, as JSON:
// [{address, desktop, scores: {category: 0–100}, lost: {category: [the audits that cost points]}, shift, bytes}].
import { readFileSync, writeSync } from "node:fs";
import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const [chromePath, ...flags] = process.argv.slice(2);
const chrome = await launch({ chromePath, chromeFlags: ["--headless=new", ...flags], logLevel: "silent" });
const answers = [];

function summary({ lhr }) {
  const costly = (category) =>
    category.auditRefs
      .filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 1)
      .map(({ id }) => id);
  const categories = Object.values(lhr.categories);
  return {
    scores: Object.fromEntries(categories.map(({ id, score }) => [id, Math.round(score * 100)])),
    lost: Object.fromEntries(categories.map((category) => [category.id, costly(category)])),
    shift: lhr.audits["cumulative-layout-shift"].numericValue,
    bytes: lhr.audits["total-byte-weight"].numericValue,
  };
}

// A busy machine may lose the trace of a page; it is asked again then.
async function judged(address, desktop, attempts = 3) {
  const options = { port: chrome.port, logLevel: "silent", onlyCategories: CATEGORIES };
  const result = await lighthouse(address, options, desktop ? desktopConfig : undefined);
  const { runtimeError } = result.lhr;
  if (!runtimeError) return result;
  if (attempts === 1) throw new Error(`${address}: ${runtimeError.message}`);
  return judged(address, desktop, attempts - 1);
}

try {
  for (const { address, desktop } of JSON.parse(readFileSync(0, "utf8"))) {
    answers.push({ address, desktop: Boolean(desktop), ...summary(await judged(address, desktop)) });
  }
} finally {
  await chrome.kill();
}
writeSync(1, JSON.stringify(answers));
