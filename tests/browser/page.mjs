// What the tests of reports ask of a browser: Debian's Chromium, driven by
// playwright-core, with every message and request of a page kept.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(process.env.PLAYWRIGHT + "/");
const { chromium } = require("playwright-core");

export async function open() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    chromiumSandbox: process.getuid() !== 0,
    args: ["--disable-gpu"],
  });
}

// A page of a file: { page, complaints, requests, close }.
export async function show(browser, file, options = {}) {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1024, height: 800 },
    colorScheme: options.dark ? "dark" : "light",
    javaScriptEnabled: options.scripts ?? true,
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const complaints = [], requests = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning")
      complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("dialog", (dialog) => {
    complaints.push("a dialog: " + dialog.message());
    dialog.dismiss();
  });
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(pathToFileURL(file).href);
  if (options.scripts ?? true)
    await page.waitForFunction(() =>
      [...document.querySelectorAll(".plot")].every((plot) =>
        plot.dataset.drawn === "yes"), null, { timeout: 20000 })
      .catch(() => complaints.push("a chart was not drawn in 20 s"));
  return { page, complaints, requests, close: () => context.close() };
}

let passed = 0, failed = 0;

export async function test(promise, body) {
  try {
    await body();
    passed++;
  } catch (error) {
    failed++;
    console.log(`${promise}: ${error.message}`);
  }
}

export function equal(got, wanted, what = "") {
  const a = JSON.stringify(got), b = JSON.stringify(wanted);
  if (a !== b) throw new Error(`${what} ${a} instead of ${b}`);
}

export function finish() {
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed > 0 || passed === 0 ? 1 : 0);
}
