// Looks at pages that plan wrote, with programs that are not ours:
//   node look.mjs FOLDER [PICTURES]
// axe and a look for what does not fit, on each *.html at four widths (640 is 1280 at 200 %), light and dark; the Nu HTML
// checker; printing to PDF; mermaid's own parser on each *.mmd. Says what it found and exits with 1 if
// anything. With PICTURES, leaves screenshots and PDFs there.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const require = createRequire(import.meta.url);
const [folder, pictures] = process.argv.slice(2);
const named = (ending) => readdirSync(folder).filter((name) => name.endsWith(ending)).sort();
const pages = named(".html");
const problems = [];

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  userDataDir: mkdtempSync(join(tmpdir(), "plan-browser-")),
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const rules = { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"], resultTypes: ["violations"] };
const page = await browser.newPage();
// What the page itself may not do, the checker must.
await page.setBypassCSP(true);
page.on("request", (request) => {
  if (!request.url().startsWith("file:")) problems.push(`${request.frame()?.url()}: asks for ${request.url()}`);
});
let looked = 0;
for (const name of pages) {
  for (const scheme of ["light", "dark"]) {
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    for (const width of [320, 640, 800, 1400]) {
      await page.setViewport({ width, height: 900 });
      await page.goto(pathToFileURL(resolve(folder, name)).href);
      const at = `${name} ${scheme} ${width}`;
      // Laid out by the page's own width: nothing may scroll it sideways.
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wide > 0) problems.push(`${at}: ${wide} pixels too wide`);
      if (width !== 1400) {
        await page.evaluate(axe);
        const found = await page.evaluate((rules) => axe.run(document, rules), rules);
        for (const one of found.violations) {
          problems.push(`${at}: axe ${one.id}: ${one.help}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 150)).join(" | ")}`);
        }
      }
      if (pictures) await page.screenshot({ path: join(pictures, `${name}-${scheme}-${width}.png`), fullPage: true });
      looked += 1;
    }
  }
  const path = join(pictures ?? folder, `${name}.pdf`);
  writeFileSync(path, await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true }));
  const about = execFileSync("pdfinfo", [path], { encoding: "utf8" });
  const count = Number(/Pages:\s+(\d+)/.exec(about)[1]);
  if (!/Tagged:\s+yes/.test(about)) problems.push(`${name}: the PDF is not tagged`);
  const texts = execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" }).split("\f").slice(0, count);
  texts.forEach((text, at) => {
    // The margin holds the title and the number.
    if (text.trim().split(/\n+/).length < 2) problems.push(`${name}: page ${at + 1} of ${count} is blank`);
    if (!new RegExp(`${at + 1}\\s*/\\s*${count}`).test(text)) problems.push(`${name}: page ${at + 1} of ${count} has no number`);
  });
  console.log(`${name}: ${count} pages in print`);
}
await browser.close();
console.log(`axe and the layout: ${looked} looks at ${pages.length} pages`);

try {
  const files = pages.map((name) => join(folder, name));
  execFileSync("java", ["-jar", require.resolve("vnu-jar/build/dist/vnu.jar"), "--also-check-css", "--also-check-svg",
    // It does not know this property of CSS yet, which browsers do.
    "--filterpattern", ".*paint-order.*",
    ...files, ...named(".svg").map((name) => join(folder, name))], { encoding: "utf8", stdio: "pipe" });
} catch (error) {
  problems.push(`the Nu HTML checker:\n${error.stderr || error.message}`);
}
console.log(`the Nu HTML checker: ${pages.length} pages`);

const { JSDOM } = await import("jsdom");
globalThis.window = new JSDOM("<!doctype html><body></body>").window;
globalThis.document = window.document;
const mermaid = (await import("mermaid")).default;
mermaid.initialize({ maxTextSize: 1e8, startOnLoad: false });
for (const name of named(".mmd")) {
  try {
    const diagram = await mermaid.mermaidAPI.getDiagramFromText(readFileSync(join(folder, name), "utf8"));
    const tasks = diagram.db.getTasks();
    const undated = tasks.filter((task) => !task.startTime || !task.endTime || isNaN(task.startTime) || isNaN(task.endTime));
    if (tasks.length === 0 || undated.length > 0) problems.push(`${name}: ${tasks.length} tasks, ${undated.length} without dates`);
    console.log(`${name}: mermaid reads ${tasks.length} tasks in ${diagram.db.getSections().length} sections`);
  } catch (error) {
    problems.push(`${name}: mermaid: ${error.message}`);
  }
}

for (const problem of problems) console.error(problem);
console.log(problems.length === 0 ? "nothing found" : `${problems.length} problems`);
process.exit(problems.length === 0 ? 0 : 1);
