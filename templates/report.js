"use strict";
(() => {
  // Cards print open; older browsers need to be told.
  addEventListener("beforeprint", () => {
    for (const d of document.querySelectorAll("details")) d.open = true;
  });

  // A link to a card opens it.
  const open = () => {
    const card = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (card && card.tagName === "DETAILS") card.open = true;
  };
  addEventListener("hashchange", open);
  open();

  // Tables: search without marks, filter, sort by any column.
  const fold = (text) =>
    text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();

  // What a cell says, without the reasons below it; a day as a number, which sorts by date.
  const saidIn = (cell) => {
    if (cell.dataset.by !== undefined) return cell.dataset.by;
    const part = cell.querySelector("time, small");
    if (part && part.tagName === "TIME") return String(Date.parse(part.dateTime));
    return (part ? cell.firstChild : cell).textContent.trim();
  };

  // Numbers first, as the language writes them; then words. What is blank comes last.
  const sorter = (lang) => {
    const words = new Intl.Collator(lang, { numeric: true }).compare;
    const parts = new Intl.NumberFormat(lang).formatToParts(12345.6);
    const sign = (type) => parts.find((part) => part.type === type).value;
    const [group, decimal] = [sign("group"), sign("decimal")];
    const number = (text) => {
      const found = /^[−-]?\d[\d.,]*(?=[\s%]|$)/.exec(text);
      return found && Number(found[0].replace("−", "-").replaceAll(group, "").replace(decimal, "."));
    };
    return (a, b, down) => {
      if (!a || !b) return !a - !b;
      const [m, n] = [number(a), number(b)];
      const by = m !== null && n !== null ? m - n : (n !== null) - (m !== null) || words(a, b);
      return down ? -by : by;
    };
  };

  // Let a table be sorted by its heads; give these and its rows.
  const sortable = (table) => {
    const compare = sorter(table.closest("article").lang);
    const body = table.tBodies[0];
    const heads = [...table.tHead.rows[0].cells];
    const rows = [...body.rows].map((row) => {
      const cells = [...row.cells];
      return { row, cells, said: cells.map(saidIn) };
    });
    const sort = (index) => {
      const down = heads[index].getAttribute("aria-sort") === "ascending";
      for (const head of heads) head.removeAttribute("aria-sort");
      heads[index].setAttribute("aria-sort", down ? "descending" : "ascending");
      rows.sort((a, b) => compare(a.said[index], b.said[index], down));
      body.append(...rows.map(({ row }) => row));
    };
    heads.forEach((head, index) => {
      const button = document.createElement("button");
      const onPaper = document.createElement("span");
      button.type = "button";
      button.append(head.textContent);
      // A table head that holds a button is not repeated on the pages of a print.
      onPaper.className = "on-paper";
      onPaper.append(...head.childNodes);
      head.append(onPaper, button);
      button.addEventListener("click", () => sort(index));
    });
    table.classList.add("sorts");
    return { rows, heads };
  };

  // Show the rows that fit, and say how many.
  const keep = (rows, fits, shown, lang) => {
    let n = 0;
    for (const row of rows) {
      row.row.hidden = !fits(row);
      n += !row.row.hidden;
    }
    const figures = { n: n.toLocaleString(lang), of: rows.length.toLocaleString(lang) };
    shown.textContent = shown.dataset.says.replace(/\{(\w+)\}/g, (_, key) => figures[key]);
  };

  // The tables of the cards and lists.
  const FEW = 5; // rows that are seen at a glance
  for (const table of document.querySelectorAll(".stack, .parks")) {
    if (table.tBodies[0].rows.length < 2) continue;
    const { rows } = sortable(table);
    if (rows.length <= FEW) continue;
    const { lang } = table.closest("article");
    const form = table.closest("article").querySelector("template").content.cloneNode(true);
    const [search, shown] = form.querySelectorAll("input, output");
    const choice = table.id && document.querySelector(`[data-of="${table.id}"]`);
    const group = choice ? choice.querySelector("select") : { value: "" };
    for (const row of rows) row.text = fold(row.row.textContent);
    const filter = () => {
      const wanted = fold(search.value.trim());
      const fits = ({ row, text }) =>
        text.includes(wanted) && (!group.value || row.dataset.of === group.value);
      keep(rows, fits, shown, lang);
    };
    search.addEventListener("input", filter);
    if (choice) {
      shown.before(choice);
      choice.hidden = false;
      group.addEventListener("change", filter);
    }
    table.closest(".wide").before(form);
  }

  // The register, in which each requirement has a column.
  const FIRST = 2; // the columns before those of the criteria: name, cell

  const register = (section) => {
    const { lang } = section.closest("article");
    const words = new Intl.Collator(lang, { numeric: true }).compare;
    const form = section.querySelector("form");
    const { column, answer } = form.elements;
    const [search, shown] = form.querySelectorAll("input, output");
    const { rows, heads } = sortable(section.querySelector(".rows"));
    for (const row of rows) row.name = fold(row.cells[0].textContent);
    const chosen = () => (column.value === "" ? null : FIRST + Number(column.value));

    const filter = () => {
      const [wanted, only] = [fold(search.value.trim()), chosen()];
      const fits = ({ name, said }) => {
        const answers = only === null ? said.slice(FIRST) : [said[only]];
        return name.includes(wanted) && (!answer.value || answers.includes(answer.value));
      };
      keep(rows, fits, shown, lang);
    };

    let columns = null; // the one shown, null for all
    const choose = () => {
      const only = chosen();
      for (const { cells } of only === columns ? [] : [{ cells: heads }, ...rows])
        cells.forEach((cell, i) => (cell.hidden = only !== null && i >= FIRST && i !== only));
      columns = only;
      const found = new Set(rows.flatMap((r) => (only === null ? r.said.slice(FIRST) : r.said[only])));
      answer.replaceChildren(answer.options[0], ...[...found].sort(words).map((s) => new Option(s)));
      answer.value = "";
      filter();
    };

    form.addEventListener("submit", (event) => event.preventDefault());
    search.addEventListener("input", filter);
    column.addEventListener("change", choose);
    answer.addEventListener("change", filter);
    form.hidden = false;
    choose();

    // A card leads to its own column.
    for (const link of section.closest("article").querySelectorAll("[data-shows]"))
      link.addEventListener("click", () => {
        const own = [...column.options].find((o) => o.dataset.of === link.dataset.shows);
        column.value = own ? own.value : "";
        choose();
      });
  };
  for (const section of document.querySelectorAll(".register")) register(section);

  // The languages: each by itself, or together, part by part.
  const languages = document.getElementById("languages");
  if (languages) {
    const articles = [...document.querySelectorAll("article")];
    const parts = articles.map((article) => [...article.children]);
    const pairs = parts[0].map((_, i) => parts.map((own) => own[i]));
    parts.forEach((own, i) => own.forEach((part) => (part.lang = articles[i].lang)));
    for (const pair of pairs) {
      // Side by side, what a part holds stands in rows that it shares with its twin.
      const rows = Math.max(1, ...pair.map((part) => part.children.length));
      for (const part of pair) part.style.setProperty("--rows", rows);
    }
    const apart = () => articles.forEach((article, i) => article.append(...parts[i]));
    const together = () => document.querySelector("main").append(...pairs.flat());
    const show = () => {
      const wanted = languages.querySelector("input:checked").value;
      (wanted ? apart : together)();
      for (const a of articles) a.hidden = wanted !== "" && a.lang !== wanted;
      document.body.classList.toggle("beside", wanted === "");
      document.documentElement.lang = wanted || articles[0].lang;
    };
    languages.hidden = false;
    languages.addEventListener("change", show);
    show();
    // On paper one report follows the other.
    addEventListener("beforeprint", apart);
    addEventListener("afterprint", show);
    // A card that is opened in one language opens in the other.
    const follow = ({ target }) => {
      if (!target.matches(".beside .card")) return;
      const name = target.id.slice(target.closest("[lang]").lang.length);
      for (const { lang } of articles) document.getElementById(lang + name).open = target.open;
    };
    document.addEventListener("toggle", follow, true);
  }
})();
