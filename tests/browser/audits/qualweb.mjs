// `node qualweb.mjs CHROMIUM FLAGS… < [{address, dark, headers}]`: what QualWeb, the Danish regulator's engine, finds wrong, as JSON:
// {checked: {address: how many rules were applied}, failures: [one line for each element that fails]}.
import { readFileSync, writeSync } from "node:fs";
import { createRequire } from "node:module";

// QualWeb's packages can only be required.
const require = createRequire(import.meta.url);
const { QualWeb } = require("@qualweb/core");
const { ACTRules } = require("@qualweb/act-rules");
const { WCAGTechniques } = require("@qualweb/wcag-techniques");

const states = JSON.parse(readFileSync(0, "utf8"));
const [executablePath, ...args] = process.argv.slice(2);
const headers = Object.fromEntries(states.map(({ address, headers }) => [address, headers]));
const checked = {};
const failures = [];

// HTML allows <div> round the pairs of a <dl>; this technique was written before.
const isPairInGroup = (code, pointer) => code === "QW-WCAG-T33" && /dl\S* > div\S* > d[td]\S*$/.test(pointer ?? "");

// What fails of one module's report, one line for each element.
function failing(address, assertions) {
  return Object.values(assertions)
    .filter(({ metadata }) => metadata.outcome === "failed")
    .flatMap(({ code, name, results }) =>
      results
        .filter(({ verdict }) => verdict === "failed")
        .flatMap(({ description, elements }) =>
          (elements.length ? elements : [{}]).filter(({ pointer }) => !isPairInGroup(code, pointer)).map(
            ({ pointer, htmlCode }) => `${address}: ${code} ${name}: ${description} ${pointer ?? ""} ${(htmlCode ?? "").slice(0, 160)}`,
          ),
        ),
    );
}

async function evaluate(chosen, scheme) {
  if (!chosen.length) return;
  const qualweb = new QualWeb();
  qualweb.use({
    // QualWeb does not wait for this: all of it is sent at once, before the page is asked for.
    beforePageLoad: (page, url) =>
      Promise.all([
        page.setExtraHTTPHeaders(headers[url] ?? {}),
        page.emulateMediaFeatures([
          { name: "prefers-color-scheme", value: scheme },
          { name: "prefers-reduced-motion", value: "reduce" },
        ]),
      ]),
    // What is folded cannot take focus, which QualWeb would hold against it.
    afterPageLoad: (page) =>
      page.evaluate(() => document.querySelectorAll("details").forEach((details) => { details.open = true; })),
  });
  await qualweb.start({ maxConcurrency: 2, timeout: 120_000 }, { executablePath, headless: true, args });
  try {
    const reports = await qualweb.evaluate({
      urls: chosen,
      modules: [new ACTRules({}), new WCAGTechniques({})],
      maxParallelEvaluations: 2,
      waitUntil: "load",
      log: { console: false, file: false },
    });
    for (const [url, { modules }] of Object.entries(reports)) {
      const key = scheme === "dark" ? `${url} (dark)` : url;
      checked[key] = 0;
      for (const { assertions } of Object.values(modules)) {
        checked[key] += Object.values(assertions).filter(({ metadata }) => metadata.outcome !== "inapplicable").length;
        failures.push(...failing(key, assertions));
      }
    }
  } finally {
    await qualweb.stop();
  }
}

for (const scheme of ["light", "dark"]) {
  await evaluate(states.filter(({ dark }) => Boolean(dark) === (scheme === "dark")).map(({ address }) => address), scheme);
}
writeSync(1, JSON.stringify({ checked, failures }));
process.exit(0);
