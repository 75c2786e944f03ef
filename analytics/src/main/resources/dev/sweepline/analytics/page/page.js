
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const columns = data.columns.map((column) => column.name);
  const place = new Map(columns.map((name, i) => [name, i]));
  const runs = data.runs.map((run) => ({ values: run.values, voided: new Set(run.voided) }));
  const charts = [];

  const value = (run, name) => (place.has(name) ? run.values[place.get(name)] : null);
  const state = (run) => value(run, "verdict");

  /** A metric's value where the run's verdict lets it be used, else null. */
  const usable = (run, name) =>
    state(run) === "invalid" || run.voided.has(name) ? null : value(run, name);

  const isNumber = (x) => typeof x === "number" && Number.isFinite(x);

  /** Data is only ever text: no markup is made of it. */
  const element = (tag, text, className) => {
    const made = document.createElement(tag);
    if (text !== undefined && text !== null) made.textContent = String(text);
    if (className) made.className = className;
    return made;
  };

  const shown = (x) => {
    if (x === null || x === undefined) return "";
    if (!isNumber(x)) return String(x);
    if (Number.isInteger(x)) return String(x);
    const size = Math.abs(x);
    return x.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3);
  };

  const unit = (name) => (data.units[name] ? `${name} (${data.units[name]})` : name);
  const colour = (name) =>
    getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

  const fill = (select, names, label = (name) => name) => {
    names.forEach((name, i) => {
      const option = element("option", label(name, i));
      option.value = String(i);
      select.append(option);
    });
    return () => names[Number(select.value)];
  };

  /** A chart that is drawn again when its choices, the window or the colours change. */
  const chart = (id, build) => {
    const section = document.getElementById(id);
    const canvas = section.querySelector(".chart");
    const note = section.querySelector(".note");
    let drawn = null;
    const draw = () => {
      const { option, says, height } = build();
      if (note) note.textContent = says || "";
      canvas.hidden = option === null;
      if (option === null) return;
      if (height) canvas.style.height = `${height}px`;
      drawn = drawn || echarts.init(canvas);
      drawn.resize();
      drawn.setOption({ ...base(), ...option }, true);
    };
    section.querySelectorAll("select").forEach((select) => select.addEventListener("change", draw));
    charts.push(draw);
    draw();
  };

  // The tooltip is drawn, not marked up: a name in it cannot become an element.
  const base = () => ({
    animation: false,
    textStyle: { color: colour("ink"), fontFamily: "system-ui, sans-serif" },
    tooltip: {
      renderMode: "richText",
      confine: true,
      backgroundColor: colour("panel"),
      borderColor: colour("rule"),
      textStyle: { color: colour("ink"), fontSize: 12 },
    },
    grid: { left: 64, right: 24, top: 40, bottom: 56, containLabel: false },
  });

  const axis = (type, name, more = {}) => ({
    type,
    name,
    nameLocation: "middle",
    nameGap: 34,
    nameTextStyle: { color: colour("quiet") },
    axisLine: { lineStyle: { color: colour("rule") } },
    axisLabel: { color: colour("quiet"), hideOverlap: true },
    splitLine: { lineStyle: { color: colour("rule"), opacity: 0.5 } },
    scale: true,
    ...more,
  });

  const legend = () => ({
    top: 4,
    type: "scroll",
    textStyle: { color: colour("ink") },
    pageTextStyle: { color: colour("ink") },
    pageIconColor: colour("first"),
  });

  const label = (run) =>
    [value(run, "exp_id"), value(run, "run")].filter((part) => part !== null).join(" ");

  const settings = (run) =>
    data.varying
      .map((name) => `${name} ${shown(value(run, name)) || "default"}`)
      .join("\n");

  const counted = (n, noun) => `${n} ${noun}${n === 1 ? "" : "s"}`;

  const answer = () => {
    const box = document.getElementById("answer");
    box.append(element("p", data.answer.headline, "headline"));
    const list = (title, items) => {
      if (items.length === 0) return;
      box.append(element("h3", title));
      const ul = element("ul");
      items.forEach((item) => ul.append(element("li", item)));
      box.append(ul);
    };
    list(data.answer.findings_title, data.answer.findings);
    list("What to do", data.answer.actions);
  };

  const trust = () => {
    const states = ["valid", "suspect", "invalid"];
    chart("trust", () => ({
      option: {
        legend: legend(),
        grid: { left: 12, right: 24, top: 40, bottom: 28 },
        xAxis: axis("value", "", { scale: false, minInterval: 1 }),
        yAxis: axis("category", "", { data: ["runs"], axisLabel: { show: false } }),
        series: states.map((name) => ({
          name: `${name} ${data.verdicts[name]}`,
          type: "bar",
          stack: "runs",
          data: [data.verdicts[name]],
          itemStyle: { color: colour(name) },
        })),
      },
    }));
    const list = document.querySelector("#trust .findings");
    data.reasons.forEach((reason) => {
      const item = element("li");
      item.append(element("strong", `${reason.code} in ${counted(reason.runs, "run")}. `));
      item.append(`${reason.why} `, element("span", reason.advice, "price"));
      list.append(item);
    });
  };

  /** Points that no other point beats in both directions, by rising x. */
  const pareto = (points, lowerIsBetter) => {
    const sign = lowerIsBetter ? 1 : -1;
    const sorted = [...points].sort((a, b) => sign * (a.x - b.x) || b.y - a.y);
    const front = [];
    sorted.forEach((point) => {
      if (front.length === 0 || point.y > front[front.length - 1].y) front.push(point);
    });
    return front;
  };

  const metricsLike = (pattern) =>
    columns.filter(
      (name) => pattern.test(name) && name in data.units
        && runs.some((run) => isNumber(usable(run, name))));

  const hideWhenEmpty = (id, needed, message) => {
    if (needed) return false;
    const section = document.getElementById(id);
    section.querySelectorAll(".choices, .chart").forEach((part) => (part.hidden = true));
    section.querySelector(".note").textContent = message;
    return true;
  };

  const NOTHING = "No run can be used for this: see what can be trusted, above.";

  const tradeoff = () => {
    const latencies = metricsLike(/^(service_)?(ttft|e2e_latency|itl|tpot)_/);
    const throughputs = metricsLike(/(per_sec|per_gpu)$/);
    if (hideWhenEmpty("tradeoff", latencies.length && throughputs.length, NOTHING)) return;
    const section = document.getElementById("tradeoff");
    const x = fill(section.querySelector("[data-choice=x]"), latencies);
    const y = fill(section.querySelector("[data-choice=y]"), throughputs);
    chart("tradeoff", () => {
      const points = runs
        .map((run) => ({ run, x: usable(run, x()), y: usable(run, y()) }))
        .filter((point) => isNumber(point.x) && isNumber(point.y));
      const front = pareto(points, true);
      const left = runs.length - points.length;
      return {
        says:
          `${counted(points.length, "run")} drawn, ${left} left out because a value is missing or`
          + " its verdict voids it. The line joins the runs that no other run drawn beats in both;"
          + " a lead on it may be chance: the comparison says what is sure.",
        option: {
          legend: legend(),
          tooltip: {
            ...base().tooltip,
            formatter: ({ data: at }) =>
              at.run ? `${label(at.run)}\n${settings(at.run)}\n${shown(at.value[0])}, ${shown(at.value[1])}` : "",
          },
          xAxis: axis("value", unit(x())),
          yAxis: axis("value", unit(y()), { nameGap: 48 }),
          series: [
            ...["valid", "suspect"].map((name) => ({
              name,
              type: "scatter",
              symbolSize: 10,
              itemStyle: { color: colour(name), opacity: 0.85 },
              data: points
                .filter((point) => state(point.run) === name)
                .map((point) => ({ value: [point.x, point.y], run: point.run })),
            })),
            {
              name: "Pareto line",
              type: "line",
              symbol: "none",
              lineStyle: { color: colour("first"), width: 2 },
              itemStyle: { color: colour("first") },
              data: front.map((point) => ({ value: [point.x, point.y], run: point.run })),
            },
          ],
        },
      };
    });
  };

  const effects = () => {
    const drawable = data.comparisons.filter((comparison) => comparison.effects.length > 0);
    const none = data.comparisons.length
      ? "Nothing could be compared: see the answer, above."
      : "No comparison was asked for: aggregate --compare-param KEY makes one.";
    if (hideWhenEmpty("effects", drawable.length, none)) return;
    const section = document.getElementById("effects");
    const chosen = fill(section.querySelector("[data-choice=comparison]"), drawable,
      (comparison) => `${comparison.metric} by ${comparison.parameter}`);
    const words = {
      better: "valid", worse: "invalid", equivalent: "first",
      "not distinguishable": "quiet", "too few starts": "suspect",
    };
    chart("effects", () => {
      const { reference, ratios, effects: all, higher_is_better: higher, parameter } = chosen();
      const rows = [...all].reverse();
      const loads = new Set(all.map((effect) => effect.load));
      const names = rows.map((effect) =>
        (loads.size > 1 ? `${effect.value}, ${effect.load}` : effect.value));
      const none = ratios ? 1 : 0;
      return {
        height: 130 + 30 * rows.length,
        says:
          `${ratios ? "Ratio" : "Difference"} to ${parameter} ${reference}`
          + ` (${higher ? "higher" : "lower"} is better) with its 95 % interval, not`
          + " adjusted for the number of comparisons; the word is. A point without an interval rests"
          + " on too few server starts.",
        option: {
          grid: { left: 16, right: 32, top: 16, bottom: 56, containLabel: true },
          tooltip: {
            ...base().tooltip,
            formatter: ({ data: at }) =>
              at.effect
                ? `${at.effect.value}: ${shown(at.effect.effect)}`
                  + (at.effect.low === null ? "" : ` (${shown(at.effect.low)} to ${shown(at.effect.high)})`)
                  + `\n${at.effect.word}`
                : "",
          },
          xAxis: axis("value", ratios ? "ratio" : "difference"),
          yAxis: axis("category", "", {
            data: names,
            axisLabel: { color: colour("ink"), width: 150, overflow: "truncate" },
          }),
          series: [
            ...rows.flatMap((effect, i) =>
              effect.low === null ? [] : [{
                type: "line",
                symbol: "rect",
                symbolSize: [2, 12],
                lineStyle: { color: colour(words[effect.word] || "quiet"), width: 3 },
                itemStyle: { color: colour(words[effect.word] || "quiet") },
                data: [
                  { value: [effect.low, names[i]], effect },
                  { value: [effect.high, names[i]], effect },
                ],
              }]),
            {
              type: "scatter",
              symbolSize: 11,
              z: 5,
              data: rows.map((effect, i) => ({
                value: [effect.effect, names[i]],
                effect,
                itemStyle: { color: colour(words[effect.word] || "quiet") },
                label: {
                  show: true, position: "top", distance: 2, fontSize: 11,
                  formatter: effect.word, color: colour("ink"),
                },
              })),
              markLine: {
                silent: true,
                symbol: "none",
                lineStyle: { color: colour("quiet"), type: "dashed" },
                label: { show: false },
                data: [{ xAxis: none }],
              },
            },
          ],
        },
      };
    });
  };

  const MOST_LINES = 12;
  const load = () => {
    const loads = ["load_rate", "load_concurrency", "load_max_in_flight"].filter(
      (name) => new Set(runs.map((run) => value(run, name)).filter(isNumber)).size > 1);
    const metrics = metricsLike(/^(service_)?(ttft|e2e_latency|itl|tpot)_/)
      .concat(metricsLike(/(per_sec|per_gpu)$/));
    const message = metrics.length ? "All runs were made at one load." : NOTHING;
    if (hideWhenEmpty("load", loads.length && metrics.length, message)) return;
    const section = document.getElementById("load");
    const x = fill(section.querySelector("[data-choice=x]"), loads);
    const y = fill(section.querySelector("[data-choice=y]"), metrics);
    chart("load", () => {
      const groups = new Map();
      runs.forEach((run) => {
        const at = value(run, x());
        const measured = usable(run, y());
        if (!isNumber(at) || !isNumber(measured)) return;
        const id = value(run, "exp_id");
        if (!groups.has(id)) groups.set(id, { run, levels: new Map() });
        const levels = groups.get(id).levels;
        levels.set(at, [...(levels.get(at) || []), measured]);
      });
      const lines = [...groups.entries()];
      const mean = (numbers) => numbers.reduce((a, b) => a + b, 0) / numbers.length;
      return {
        says:
          `A line a configuration, the mean of its runs at each load; ${Math.min(lines.length, MOST_LINES)}`
          + ` of ${lines.length} drawn. Runs whose verdict voids the metric are left out.`,
        option: {
          legend: legend(),
          tooltip: {
            ...base().tooltip,
            formatter: ({ data: at }) =>
              `${at.id}\n${settings(at.run)}\n${shown(at.value[0])}: ${shown(at.value[1])}`,
          },
          xAxis: axis("value", x()),
          yAxis: axis("value", unit(y()), { nameGap: 48 }),
          series: lines.slice(0, MOST_LINES).map(([id, { run, levels }]) => ({
            name: id,
            type: "line",
            symbolSize: 8,
            data: [...levels.entries()]
              .sort((a, b) => a[0] - b[0])
              .map(([at, numbers]) => ({ value: [at, mean(numbers)], id, run })),
          })),
        },
      };
    });
  };

  const time = () => {
    if (hideWhenEmpty("time", data.series.length, "No run has a record of what happened when.")) return;
    const section = document.getElementById("time");
    const chosen = fill(section.querySelector("[data-choice=run]"), data.series,
      (series) => series.label);
    chart("time", () => {
      const run = chosen();
      const line = (name, values, axisIndex, shade, type) => ({
        name,
        type: "line",
        symbol: "none",
        yAxisIndex: axisIndex,
        lineStyle: { color: colour(shade), width: 2, type },
        itemStyle: { color: colour(shade) },
        data: values.map((number, i) => [run.seconds[i], number]),
      });
      const lines = [
        line("in flight", run.in_flight, 0, "first", "solid"),
        line("running at the server", run.running, 0, "valid", "dashed"),
        line("waiting at the server", run.waiting, 0, "invalid", "dotted"),
        line("tokens/s", run.tokens_per_s, 1, "second", "solid"),
      ].filter((series) => series.data.some(([, number]) => isNumber(number)));
      return {
        says: `${run.label}: ${run.verdict}. ${run.basis}`,
        option: {
          legend: legend(),
          tooltip: {
            ...base().tooltip,
            trigger: "axis",
            formatter: (at) =>
              [`${shown(at[0].value[0])} s`]
                .concat(at.map((one) => `${one.seriesName}: ${shown(one.value[1])}`))
                .join("\n"),
          },
          grid: { ...base().grid, right: 72 },
          xAxis: axis("value", "seconds since the start", { scale: false }),
          yAxis: [
            axis("value", "requests", { nameGap: 44, scale: false }),
            axis("value", "tokens/s", { nameGap: 52, scale: false, splitLine: { show: false } }),
          ],
          series: lines,
        },
      };
    });
  };

  const advice = () => {
    const list = document.querySelector("#advice .findings");
    if (data.advice.length === 0) {
      list.append(element("li", "No rule of the advice found anything in these runs."));
    }
    data.advice.forEach((piece) => {
      const item = element("li");
      item.append(element("strong", `${piece.finding} `), piece.action);
      item.append(element("div", `${piece.price} Rule ${piece.rule}, ${counted(piece.runs.length, "run")}: `
        + piece.runs.slice(0, 4).join(", ") + (piece.runs.length > 4 ? ", …" : ""), "price"));
      list.append(item);
    });
  };

  const table = () => {
    const section = document.getElementById("runs");
    const states = ["all", "valid", "suspect", "invalid"];
    const select = section.querySelector("[data-choice=verdict]");
    const wanted = fill(select, states);
    const find = section.querySelector("[data-choice=find]");
    const grid = section.querySelector("table");
    const numeric = data.columns.map((column) => column.number);
    let sorted = { column: -1, direction: 1 };

    const compare = (a, b) => {
      if (a === b) return 0;
      if (a === null) return 1;
      if (b === null) return -1;
      const order = isNumber(a) && isNumber(b)
        ? a - b
        : String(a).localeCompare(String(b), "en", { numeric: true });
      return order * sorted.direction;
    };

    const head = element("thead");
    const titles = element("tr");
    columns.forEach((name, i) => {
      const th = element("th", null, numeric[i] ? "number" : "");
      const button = element("button", name);
      button.type = "button";
      if (data.units[name]) button.title = data.units[name];
      button.addEventListener("click", () => {
        sorted = { column: i, direction: sorted.column === i ? -sorted.direction : 1 };
        rows();
      });
      th.scope = "col";
      th.append(button);
      titles.append(th);
    });
    head.append(titles);
    const body = element("tbody");
    grid.append(head, body);

    const rows = () => {
      const text = find.value.toLowerCase();
      const kept = runs.filter(
        (run) =>
          (wanted() === "all" || state(run) === wanted())
          && (text === "" || run.values.some((cell) => String(cell).toLowerCase().includes(text))));
      if (sorted.column >= 0) {
        kept.sort((a, b) => compare(a.values[sorted.column], b.values[sorted.column]));
      }
      [...titles.children].forEach((th, i) => {
        if (i === sorted.column) {
          th.setAttribute("aria-sort", sorted.direction > 0 ? "ascending" : "descending");
        } else {
          th.removeAttribute("aria-sort");
        }
      });
      body.replaceChildren(
        ...kept.map((run) => {
          const tr = element("tr");
          run.values.forEach((cell, i) => {
            const td = element("td", shown(cell), numeric[i] ? "number" : "");
            if (run.voided.has(columns[i]) && cell !== null) td.classList.add("voided");
            if (columns[i] === "verdict") td.classList.add(`state-${["valid", "suspect", "invalid"].find((s) => s === cell) || "unknown"}`);
            if (!numeric[i] && cell !== null) td.title = String(cell);
            tr.append(td);
          });
          return tr;
        }));
      section.querySelector(".note").textContent =
        `${counted(kept.length, "run")} of ${data.total}.`
        + (data.total > runs.length ? ` The page holds the first ${runs.length}; all are in experiment_results.csv.` : "")
        + " Struck through: the verdict voids this value.";
    };
    select.addEventListener("change", rows);
    find.addEventListener("input", rows);
    rows();
  };

  const redraw = () => charts.forEach((draw) => draw());
  [answer, trust, tradeoff, effects, load, time, advice, table].forEach((part) => part());
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
  matchMedia("print").addEventListener("change", redraw);
  addEventListener("beforeprint", redraw);
  let waiting = 0;
  addEventListener("resize", () => {
    clearTimeout(waiting);
    waiting = setTimeout(redraw, 100);
  });
})();
