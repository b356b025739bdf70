// Builds the stylesheet, the script, the icon sprite and the fonts into portal/static/build/.
// `npm run build` writes once; `npm run watch` writes again whenever something under frontend/ changes.

import { copyFile, mkdir, readFile, readdir, rm, watch, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import esbuild from "esbuild";
import * as sass from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, "..", "node_modules");
const target = join(here, "..", "portal", "static", "build");
const browsers = ["chrome100", "firefox100", "safari15"];
// dkfds's own typeface, the letters of Western Europe only: two files of 17 kB.
const fontFolder = join(modules, "dkfds", "src", "fonts", "IBMPlexSans", "split", "woff2");
const fonts = ["IBMPlexSans-Regular-Latin1.woff2", "IBMPlexSans-SemiBold-Latin1.woff2"];
// For paper, which nobody downloads: whole fonts that have the letters of every language on a slip (OFL 1.1).
const paperFonts = ["noto-sans/{}/NotoSans_{}.ttf", "noto-sans-arabic/{}/NotoSansArabic_{}.ttf"].flatMap((path) =>
  ["400Regular", "700Bold"].map((weight) => join(modules, "@expo-google-fonts", path.replaceAll("{}", weight))),
);

// Icons taken from dkfds (Material Symbols, Apache 2.0); those in frontend/icons/ are our own and win over them.
const dkfdsIcons = [
  "arrow-forward", "calendar-month", "chat", "check", "chevron-down", "chevron-left", "chevron-right", "close", "copy", "email",
  "help", "home", "info", "list-add", "list-check", "location", "open-in-new", "payments", "person", "groups", "print", "search", "time", "tune", "warning",
];

async function stylesheet() {
  const { css } = sass.compile(join(here, "scss", "portal.scss"), {
    loadPaths: [join(modules, "dkfds", "src", "stylesheets")],
    quietDeps: true,
    silenceDeprecations: ["if-function"],
  });
  const { code } = await esbuild.transform(css, { loader: "css", minify: true, target: browsers });
  return code;
}

async function script() {
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(here, "js", "portal.js")],
    bundle: true,
    minify: true,
    format: "esm",
    target: browsers,
    write: false,
  });
  return outputFiles[0].text;
}

// The map's page alone loads these: Leaflet (BSD 2-Clause), our pins, and the few pictures that Leaflet's style sheet names;
// and the pages of the sign-in alone what asks for a passkey.
async function apart() {
  await esbuild.build({
    entryPoints: { map: join(here, "js", "map", "index.js"), passkeys: join(here, "js", "passkeys.js") },
    outdir: target,
    bundle: true,
    minify: true,
    format: "esm",
    target: browsers,
    loader: { ".png": "file" },
    assetNames: "[name]",
    nodePaths: [modules],
  });
}

async function icons() {
  const own = (await readdir(join(here, "icons"))).map((name) => basename(name, ".svg")).sort();
  const dkfds = dkfdsIcons.filter((name) => !own.includes(name));
  const files = [
    ...own.map((name) => join(here, "icons", `${name}.svg`)),
    ...dkfds.map((name) => join(modules, "dkfds", "src", "img", "svg-icons", `${name}.svg`)),
  ];
  const symbols = await Promise.all(files.map(symbol));
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>\n`;
}

async function symbol(file) {
  const source = await readFile(file, "utf8");
  const [, viewBox] = source.match(/viewBox="([^"]+)"/);
  const [, shapes] = source.match(/<svg[^>]*>([\s\S]*)<\/svg>/);
  return `<symbol id="${basename(file, ".svg")}" viewBox="${viewBox}">${shapes.replace(/\s*\n\s*/g, "")}</symbol>`;
}

async function build() {
  const files = { "portal.css": await stylesheet(), "portal.js": await script(), "icons.svg": await icons() };
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    await writeFile(join(target, name), text);
    const gzipped = (gzipSync(text, { level: 9 }).length / 1000).toFixed(1);
    console.log(`${name}: ${(text.length / 1000).toFixed(1)} kB, ${gzipped} kB gzipped`);
  }
  await apart();
  for (const font of fonts) await copyFile(join(fontFolder, font), join(target, font));
  await mkdir(join(target, "paper"));
  for (const font of paperFonts) await copyFile(font, join(target, "paper", basename(font)));
}

await build();

if (process.argv.includes("--watch")) {
  for await (const { filename } of watch(here, { recursive: true })) {
    console.log(`${filename} changed`);
    await build().catch((error) => console.error(error.message));
  }
}
