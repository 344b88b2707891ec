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

  // The languages: each by itself, or side by side.
  const languages = document.getElementById("languages");
  if (languages) {
    const articles = [...document.querySelectorAll("article")];
    const show = () => {
      const wanted = languages.querySelector("input:checked").value;
      for (const a of articles) a.hidden = wanted !== "" && a.lang !== wanted;
      document.body.classList.toggle("beside", wanted === "");
      document.documentElement.lang = wanted || articles[0].lang;
    };
    languages.hidden = false;
    languages.addEventListener("change", show);
    show();
  }

  // The register: search without marks, filter, sort by any column.
  const fold = (text) =>
    text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();
  const FIRST = 2; // the columns before those of the criteria: name, cell

  const register = (section) => {
    const { lang } = section.closest("article");
    const order = new Intl.Collator(lang, { numeric: true }).compare;
    const form = section.querySelector("form");
    const { search, column, answer } = form.elements;
    const shown = form.querySelector("output");
    const table = section.querySelector(".rows");
    const body = table.tBodies[0];
    const heads = [...table.tHead.rows[0].cells];
    // What a cell says, without the reasons below it.
    const said = (cell) => cell.firstChild.textContent.trim();
    const rows = [...body.rows].map((row) => {
      const cells = [...row.cells];
      return { row, cells, name: fold(cells[0].textContent), said: cells.map(said) };
    });
    const chosen = () => (column.value === "" ? null : FIRST + Number(column.value));

    const filter = () => {
      const [wanted, only] = [fold(search.value.trim()), chosen()];
      let n = 0;
      for (const { row, name, said } of rows) {
        const answers = only === null ? said.slice(FIRST) : [said[only]];
        const fits = name.includes(wanted) && (!answer.value || answers.includes(answer.value));
        row.hidden = !fits;
        n += fits;
      }
      const figures = { n: n.toLocaleString(lang), of: rows.length.toLocaleString(lang) };
      shown.textContent = shown.dataset.says.replace(/\{(\w+)\}/g, (_, key) => figures[key]);
    };

    let columns = null; // the one shown, null for all
    const choose = () => {
      const only = chosen();
      for (const { cells } of only === columns ? [] : [{ cells: heads }, ...rows])
        cells.forEach((cell, i) => (cell.hidden = only !== null && i >= FIRST && i !== only));
      columns = only;
      const found = new Set(rows.flatMap((r) => (only === null ? r.said.slice(FIRST) : r.said[only])));
      answer.replaceChildren(answer.options[0], ...[...found].sort(order).map((s) => new Option(s)));
      answer.value = "";
      filter();
    };

    const sort = (index) => {
      const down = heads[index].getAttribute("aria-sort") === "ascending";
      for (const head of heads) head.removeAttribute("aria-sort");
      heads[index].setAttribute("aria-sort", down ? "descending" : "ascending");
      rows.sort((a, b) => order(a.said[index], b.said[index]) * (down ? -1 : 1));
      body.append(...rows.map(({ row }) => row));
    };

    heads.forEach((head, index) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(head.firstElementChild.textContent);
      // A table head that holds a button is not repeated on the pages of a print.
      head.firstElementChild.className = "on-paper";
      head.append(button);
      button.addEventListener("click", () => sort(index));
    });
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
})();
