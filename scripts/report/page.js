// The page of a report: tables that sort, filter and save as CSV, and charts.
// Nothing here asks the network, and nothing turns text into code or markup.
"use strict";
(() => {
  const words = JSON.parse(document.getElementById("words").textContent);
  const vietnamese = document.documentElement.lang === "vi";
  const order = new Intl.Collator(vietnamese ? "vi" : "en", { numeric: true });

  const say = (key, values = {}) =>
    words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);

  function element(name, properties = {}, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  const most = 500; // rows of a table that are shown at first, as in blocks.lua

  // Cells

  const unknown = (cell) => cell.classList.contains("unknown");
  const shown = (cell) => cell.textContent.trim();
  const raw = (cell) => cell.dataset.value ?? shown(cell);

  // "Đầm Hồng" is found by "dam hong".
  const plain = (text) =>
    text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d")
      .toLowerCase();

  // Numbers before texts; what is not known last, whichever way is sorted.
  function keyOf(row, column, at) {
    const cell = row.cells[column], text = raw(cell), number = Number(text);
    return { row, at, text, unknown: unknown(cell),
             number: text !== "" && !Number.isNaN(number) ? number : null };
  }

  function compare(a, b) {
    if (a.number !== null && b.number !== null) return a.number - b.number;
    if ((a.number !== null) !== (b.number !== null))
      return a.number !== null ? -1 : 1;
    return order.compare(a.text, b.text);
  }

  function sort(table, column, down) {
    const body = table.tBodies[0];
    const keys = [...body.rows].map((row, at) => keyOf(row, column, at));
    keys.sort((a, b) => {
      if (a.unknown !== b.unknown) return a.unknown ? 1 : -1;
      return (down ? -compare(a, b) : compare(a, b)) || a.at - b.at;
    });
    body.append(...keys.map((key) => key.row));
    if (keys.length > most) showFirst(table);
  }

  // Of very long tables the first rows are shown, as blocks.lua marks them.
  function showFirst(table) {
    let n = 0;
    for (const row of table.tBodies[0].rows) {
      if (!row.hidden) n++;
      row.classList.toggle("more", n > most && !table.dataset.all);
    }
  }

  function makeMore(table, tools) {
    const rows = table.tBodies[0].rows.length;
    if (rows <= most) return;
    const button = element("button", { type: "button" },
      say("all", { all: rows }));
    button.addEventListener("click", () => {
      table.dataset.all = "yes";
      showFirst(table);
      button.remove();
    });
    tools.append(element("span", {}, say("first", { n: most })), button);
  }

  function makeSortable(table) {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const title = head.textContent;
      const button = element("button", { type: "button", title:
        say("sort", { title }) }, title);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        sort(table, column, down);
      });
      head.replaceChildren(button);
    });
  }

  function makeFilter(table, tools) {
    const rows = [...table.tBodies[0].rows];
    let texts; // made when first needed
    const count = element("span", { role: "status" });
    const input = element("input", { type: "search",
      placeholder: say("filter"), ariaLabel: say("filter") });
    input.addEventListener("input", () => {
      const wanted = plain(input.value.trim());
      texts ??= rows.map((row) => plain(row.textContent));
      let n = 0;
      rows.forEach((row, i) => {
        row.hidden = !texts[i].includes(wanted);
        n += row.hidden ? 0 : 1;
      });
      count.textContent = say("rows", { n, all: rows.length });
      if (rows.length > most) showFirst(table);
    });
    count.textContent = say("rows", { n: rows.length, all: rows.length });
    tools.append(input, count);
  }

  // CSV: every digit, quoted where needed.  A text that a spreadsheet would
  // take for a formula gets an apostrophe in front, as `ccn export` writes it;
  // `ccn import` takes it off again.
  function csvCell(cell, comma) {
    if (unknown(cell)) return "";
    let text = raw(cell);
    const number = cell.dataset.value !== undefined && text !== "" &&
      !Number.isNaN(Number(text));
    if (number) return comma ? text.replace(".", ",") : text;
    if (/^'*[=+\-@\t\r]/.test(text)) text = "'" + text;
    return text;
  }

  const quoted = (text, separator) =>
    /["\r\n]/.test(text) || text.includes(separator)
      ? '"' + text.replace(/"/g, '""') + '"' : text;

  function csv(table, comma) {
    const separator = comma ? ";" : ",";
    const heads = [...table.tHead.rows[0].cells].map((head) =>
      quoted(shown(head), separator));
    const lines = [...table.tBodies[0].rows].filter((row) => !row.hidden)
      .map((row) => [...row.cells].map((cell) =>
        quoted(csvCell(cell, comma), separator)).join(separator));
    return "\uFEFF" + [heads.join(separator), ...lines].join("\r\n") + "\r\n";
  }

  // One choice for all tables of the page.
  const format = element("select", {},
    element("option", { value: "comma" }, say("semicolon")),
    element("option", { value: "point" }, say("comma")));
  format.value = vietnamese ? "comma" : "point";

  function makeSave(table, tools) {
    const button = element("button", { type: "button", title: say("save") },
      "CSV");
    button.addEventListener("click", () => {
      const blob = new Blob([csv(table, format.value === "comma")],
        { type: "text/csv;charset=utf-8" });
      const link = element("a", { href: URL.createObjectURL(blob),
        download: table.dataset.name + ".csv" });
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    });
    tools.append(button);
  }

  const figures = document.querySelectorAll("figure.table");
  if (figures.length > 0)
    document.querySelector("main").prepend(element("p", { className: "tools" },
      element("label", {}, say("csv") + " ", format)));

  for (const figure of figures) {
    const table = figure.querySelector("table");
    const tools = figure.querySelector(".tools");
    const rows = table.tBodies[0].rows.length;
    if (rows > 1) makeSortable(table);
    if (rows >= 8) makeFilter(table, tools);
    if ([...table.rows].every((row) => shown(row.cells[0]).length <= 16))
      figure.classList.add("keyed");
    if (rows > 24) figure.classList.add("long");
    makeMore(table, tools);
    makeSave(table, tools);
    figure.querySelector(".scroll").tabIndex = 0;
  }

  // Charts

  function explain(plot, text) {
    const figure = plot.closest("figure");
    plot.replaceWith(element("p", { className: "note" }, text));
    for (const details of figure.querySelectorAll("details"))
      details.open = true;
  }

  // 1.000,5 as the tables beside the charts write it.
  const inVietnamese = { number: { decimal: ",", thousands: ".",
                                   grouping: [3], currency: ["", " ₫"] } };

  function look() {
    const style = getComputedStyle(document.documentElement);
    const color = (name) => style.getPropertyValue("--" + name).trim();
    const ink = color("ink"), soft = color("soft"), line = color("line");
    const font = style.getPropertyValue("--sans").trim();
    return {
      background: "transparent", font,
      ...(vietnamese ? { locale: inVietnamese } : {}),
      view: { stroke: "transparent" },
      axis: { labelColor: ink, titleColor: soft, gridColor: line,
              domainColor: line, tickColor: line, labelFontSize: 12,
              titleFontSize: 12, titleFontWeight: "normal",
              labelLimit: 220 },
      legend: { labelColor: ink, titleColor: soft, labelFontSize: 12 },
      header: { labelColor: ink, labelFontSize: 13, labelFontWeight: 600,
                labelAnchor: "start", labelLimit: 320 },
      title: { color: ink }, text: { color: ink }, rule: { color: ink },
      range: { category: [1, 2, 3, 4, 5, 6, 7, 8].map((i) => color("c" + i)) },
      bar: { color: color("c1") }, line: { strokeWidth: 2.5 },
      point: { filled: true, size: 60 },
    };
  }

  // No chart reads anything but its own specification.
  function closedLoader() {
    const refuse = () => Promise.reject(new Error("no network"));
    return { load: refuse, sanitize: refuse, http: refuse, file: refuse };
  }

  function draw(plot) {
    const spec = JSON.parse(
      document.getElementById(plot.dataset.spec).textContent);
    const wide = plot.clientWidth || 600;
    if (!spec.facet && spec.width === undefined) {
      spec.width = wide;
      spec.autosize = { type: "fit-x", contains: "padding" };
    } else if (spec.facet && wide < 2 * (spec.spec.width + 180)) {
      spec.columns = 1;
      spec.spec.width = Math.max(80, Math.min(spec.spec.width, wide - 200));
    }
    const compiled = vegaLite.compile(spec,
      { config: look(), logger: vega.logger(vega.Error) }).spec;
    const view = new vega.View(vega.parse(compiled, null, { ast: true }), {
      expr: vega.expressionInterpreter, renderer: "svg",
      loader: closedLoader(), logLevel: vega.Error, hover: false,
    });
    plot.replaceChildren();
    return view.initialize(plot).runAsync().then(() => {
      plot.dataset.drawn = "yes";
      return view;
    });
  }

  const views = new Map();

  function drawAll(plots) {
    for (const plot of plots) {
      const old = views.get(plot);
      if (old) old.finalize();
      try {
        draw(plot).then((view) => views.set(plot, view),
          (why) => explain(plot, say("failed", { why: why.message })));
      } catch (why) {
        explain(plot, say("failed", { why: why.message }));
      }
    }
  }

  const plots = [...document.querySelectorAll(".plot")];
  if (plots.length > 0 && typeof vega === "undefined") {
    for (const plot of plots) explain(plot, say("nocharts"));
  } else if (plots.length > 0) {
    drawAll(plots);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change",
      () => drawAll(plots.filter((plot) => plot.isConnected)));
    let wide = innerWidth, waiting;
    addEventListener("resize", () => {
      if (innerWidth === wide) return;
      wide = innerWidth;
      clearTimeout(waiting);
      waiting = setTimeout(() =>
        drawAll(plots.filter((plot) => plot.isConnected)), 150);
    });
  }

  // Paper has no folds.
  addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("details"))
      details.open = true;
  });
})();
