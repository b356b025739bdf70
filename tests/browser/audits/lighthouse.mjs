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

try {
  for (const { address, desktop } of JSON.parse(readFileSync(0, "utf8"))) {
    const options = { port: chrome.port, logLevel: "silent", onlyCategories: CATEGORIES };
    const result = await lighthouse(address, options, desktop ? desktopConfig : undefined);
    if (result.lhr.runtimeError) throw new Error(`${address}: ${result.lhr.runtimeError.message}`);
    answers.push({ address, desktop: Boolean(desktop), ...summary(result) });
  }
} finally {
  await chrome.kill();
}
writeSync(1, JSON.stringify(answers));
