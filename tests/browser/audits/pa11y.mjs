// `node pa11y.mjs CHROMIUM FLAGS… < [{address, headers}]`: what HTML_CodeSniffer, pa11y's own rules, finds wrong, as JSON:
// [one line for each error].
import { readFileSync, writeSync } from "node:fs";
import { createRequire } from "node:module";
import pa11y from "pa11y";

// The browser's driver must be the one that pa11y itself was made for.
const require = createRequire(createRequire(import.meta.url).resolve("pa11y"));
const puppeteer = require("puppeteer");

const [executablePath, ...args] = process.argv.slice(2);
const browser = await puppeteer.launch({ executablePath, args, headless: true });
const errors = [];
try {
  for (const { address, headers = {} } of JSON.parse(readFileSync(0, "utf8"))) {
    const { issues } = await pa11y(address, { browser, headers, runners: ["htmlcs"], standard: "WCAG2AA", timeout: 60_000 });
    errors.push(...issues.map(({ code, message, context, selector }) => `${address}: ${code}: ${message} ${selector} ${context}`));
  }
} finally {
  await browser.close();
}
writeSync(1, JSON.stringify(errors));
