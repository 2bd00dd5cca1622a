// Promises of a report, in a real browser.  Arguments: the folder of reports
// that tests/test_report_browser.sh makes.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { equal, finish, open, show, test } from "./page.mjs";

const folder = process.argv[2];
const file = (name) => join(folder, name + ".html");
const browser = await open();

// In a page: what a reader or a machine would complain about.
const look = () => {
  const plots = [...document.querySelectorAll(".plot")];
  return {
    charts: document.querySelectorAll("figure.chart").length,
    drawn: plots.filter((plot) =>
      plot.querySelectorAll("svg path, svg rect, svg text").length > 3).length,
    named: plots.filter((plot) =>
      (plot.getAttribute("aria-label") ?? "").length > 10).length,
    numbered: [...document.querySelectorAll("figure.chart")].filter((figure) =>
      figure.querySelector("details table") ||
      document.querySelector(figure.querySelector(".beside a")
        ?.getAttribute("href") ?? "none")).length,
    wide: document.documentElement.scrollWidth -
      document.documentElement.clientWidth,
  };
};

const sizes = [375, 1024, 1600];

for (const name of ["dam_hong_vi", "dam_hong_en", "overview"]) {
  for (const width of sizes) {
    for (const dark of width === 1024 ? [false, true] : [false]) {
      const where = `${name} at ${width} px, ${dark ? "dark" : "light"}`;
      const { page, complaints, requests, close } =
        await show(browser, file(name), { width, dark });
      const seen = await page.evaluate(look);
      await test(`${where}: no complaint`, () => equal(complaints, []));
      await test(`${where}: no request`, () => equal(requests.length, 1));
      await test(`${where}: every chart is drawn, named and numbered`, () =>
        equal([seen.drawn, seen.named, seen.numbered],
              [seen.charts, seen.charts, seen.charts]));
      await test(`${where}: it does not scroll sideways`, () =>
        equal(seen.wide <= 0, true, `${seen.wide} px too wide`));
      if (process.env.SHOTS)
        await page.screenshot({ fullPage: true,
          path: join(process.env.SHOTS, `${name}_${width}` +
            `${dark ? "_dark" : ""}.png`) });
      await close();
    }
  }
}

await test("the report of Đầm Hồng has at least seven charts", async () => {
  const { page, close } = await show(browser, file("dam_hong_vi"));
  const seen = await page.evaluate(look);
  await close();
  equal(seen.charts >= 7, true, `${seen.charts} charts`);
});

await test("Vietnamese stays whole, on the page and in charts", async () => {
  const { page, close } = await show(browser, file("words"));
  const sentence = "Ắ Ằ Ẳ Ẵ Ặ ấ ầ ẩ ẫ ậ đ Đ ế ề ể ễ ệ ố ồ ổ ỗ ộ ớ ờ ở ỡ ợ " +
    "ứ ừ ử ữ ự ỳ ỷ ỹ ỵ";
  const texts = await page.evaluate(() => ({
    page: document.body.innerText,
    chart: document.querySelector(".plot").textContent,
    lang: document.documentElement.lang,
    font: getComputedStyle(document.body).fontFamily,
  }));
  await close();
  equal(texts.page.includes(sentence), true, "the page has it:");
  equal(texts.chart.includes("Đầm Hồng"), true, "the chart has it:");
});

await test("axes write numbers as the language does", async () => {
  const labels = async (lang) => {
    const { page, close } = await show(browser, file("numbers_" + lang));
    const texts = await page.$$eval(".plot svg text", (all) =>
      all.map((text) => text.textContent));
    await close();
    return texts;
  };
  const english = await labels("en"), vietnamese = await labels("vi");
  const half = (texts, start) => texts.some((text) => text.startsWith(start));
  equal([english.includes("4,000"), half(english, "0.5")], [true, true],
        english.join(" "));
  equal([vietnamese.includes("4.000"), half(vietnamese, "0,5")],
        [true, true], vietnamese.join(" "));
});

await test("a click sorts numbers by value, the unknown last", async () => {
  const { page, close } = await show(browser, file("words"));
  const column = () => page.$$eval("#t-rows tbody tr td:nth-child(2)",
    (cells) => cells.map((cell) => cell.textContent));
  const head = page.locator("#t-rows th:nth-child(2) button");
  await head.click();
  const up = await column();
  await head.click();
  const down = await column();
  const sorted = await page.getAttribute("#t-rows th:nth-child(2)",
    "aria-sort");
  await close();
  equal(up.at(-1), "–", "rising ends with");
  equal(down.at(-1), "–", "falling ends with");
  equal([up[0], down[0]], ["2.00", "1,000.00"]);
  equal(sorted, "descending");
});

await test("the keyboard sorts as well", async () => {
  const { page, close } = await show(browser, file("words"));
  await page.focus("#t-rows th:nth-child(2) button");
  await page.keyboard.press("Enter");
  const sorted = await page.getAttribute("#t-rows th:nth-child(2)",
    "aria-sort");
  await close();
  equal(sorted, "ascending");
});

await test("the filter finds Đầm Hồng by dam hong", async () => {
  const { page, close } = await show(browser, file("words"));
  await page.fill("#t-rows .tools input", "dam hong");
  const shown = await page.$$eval("#t-rows tbody tr", (rows) =>
    rows.filter((row) => !row.hidden).length);
  const count = await page.textContent("#t-rows .tools [role=status]");
  await close();
  equal(shown, 1);
  equal(count, "1 of 9 rows");
});

async function saved(page, table) {
  const waiting = page.waitForEvent("download");
  await page.click(`#t-${table} .tools button`);
  const download = await waiting;
  return { name: download.suggestedFilename(),
           text: readFileSync(await download.path(), "utf8") };
}

await test("CSV has a mark, every digit, and no live formula", async () => {
  const { page, close } = await show(browser, file("words"));
  const point = await saved(page, "rows");
  await page.selectOption("main > p.tools select", "comma");
  const comma = await saved(page, "rows");
  await close();
  equal(point.name, "rows.csv");
  equal(point.text.startsWith("\uFEFFwho,free [ha],text\r\n"), true,
        point.text.slice(0, 60));
  equal(point.text.includes("Đầm Hồng,2.7487231,"), true, point.text);
  equal(comma.text.includes("Đầm Hồng;2,7487231;"), true, comma.text);
  equal(point.text.includes(`,"'=1+1,""x"""\r\n`), true, point.text);
});

await test("hostile texts run nothing and stay texts", async () => {
  const { page, complaints, requests, close } =
    await show(browser, file("hostile"));
  const seen = await page.evaluate(() => ({
    scripts: document.querySelectorAll("main script:not([type])").length,
    images: document.querySelectorAll("img, iframe, object, a[href^='http']")
      .length,
    ran: window.ran === true,
    text: document.body.innerText,
    wide: document.documentElement.scrollWidth -
      document.documentElement.clientWidth,
  }));
  await close();
  equal(complaints, []);
  equal(requests.length, 1);
  equal([seen.scripts, seen.images, seen.ran], [0, 0, false]);
  equal(seen.text.includes("<script>window.ran = true</script>"), true);
  equal(/[\u202A-\u202E\u2066-\u2069]/.test(seen.text), false,
        "signs that turn the writing:");
  equal(seen.wide <= 0, true, `${seen.wide} px too wide`);
});

await test("an empty plan makes a page that reads well", async () => {
  const { page, complaints, close } = await show(browser, file("empty"));
  const text = await page.innerText("body");
  await close();
  equal(complaints, []);
  equal(text.includes("0 clusters, 0 enterprises"), true, text.slice(0, 200));
});

await test("without scripts every figure is in the page", async () => {
  const { page, close } = await show(browser, file("dam_hong_en"),
    { scripts: false });
  const text = await page.innerText("main");
  await close();
  equal(text.includes("17,447,280,120\u00A0VND"), true, "the amount is there:");
  equal(text.includes("Every figure is in the tables"), true, "it says so:");
});

await test("without the charts it says so and opens the numbers", async () => {
  const { page, complaints, close } = await show(browser, file("nocharts"));
  const seen = await page.evaluate(() => ({
    open: document.querySelector("figure.chart details").open,
    text: document.querySelector("figure.chart").innerText,
  }));
  await close();
  equal(complaints, []);
  equal(seen.open, true);
  equal(seen.text.includes("npm"), true, seen.text);
});

await test("on A4 nothing is cut off and the tools are gone", async () => {
  const { page, close } = await show(browser, file("dam_hong_vi"),
    { width: 680 });
  await page.emulateMedia({ media: "print" });
  const seen = await page.evaluate(() => ({
    tools: [...document.querySelectorAll(".tools")].filter((tools) =>
      tools.offsetHeight > 0).length,
    wide: [...document.querySelectorAll("table, svg")].filter((part) =>
      part.closest("details:not([open])") === null &&
      part.getBoundingClientRect().right > 681).map((part) =>
        part.dataset.name ?? part.closest("figure")?.id),
  }));
  const pdf = await page.pdf({ format: "A4" });
  await close();
  equal(seen.tools, 0);
  equal(seen.wide, []);
  equal(pdf.length > 50000, true, `${pdf.length} bytes`);
});

await browser.close();
finish();
