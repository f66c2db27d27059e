// SPDX-License-Identifier: GPL-2.0-only

/** The page tables of a state as a tree, what the step changed marked by signs. */
class TableTree {
  static levels = ["pud", "pmd", "pte"];

  /** A tree of more nodes opens only where something changed. */
  static opened = 60;

  constructor(timeline) {
    this.timeline = timeline;
    this.box = element("div", { class: "wide tree" });
    this.closed = new Set();
    this.box.addEventListener("toggle", (event) => this.remember(event), true);
  }

  draw(state) {
    const { timeline } = this;
    const now = timeline.at(state);
    const changed = timeline.changes(state);
    this.bornTables = new Set(changed.tables.born);
    this.nodes = [
      ...now.tables.map((table) => ({ table, sign: this.bornTables.has(table) ? "+" : "" })),
      ...changed.tables.died.map((table) => ({ table, sign: "−" })),
    ].sort((one, other) => one.table.start - other.table.start);
    const bySign = new Map(signed(changed.runs, overlaps).map((change) => [change.one, change]));
    this.leaves = [
      ...now.runs.map((run) => ({ run, sign: "", ...bySign.get(run) })),
      ...[...bySign.values()].filter((change) => change.sign === "−")
        .map((change) => ({ run: change.one, sign: "−" })),
    ].sort((one, other) => one.run.start - other.run.start);
    this.few = this.nodes.length + this.leaves.length <= TableTree.opened;
    const everywhere = { start: -Infinity, end: Infinity, level: -1 };
    this.box.replaceChildren(this.node("pgd", "", "pgd of init_mm", everywhere, true));
  }

  /** What hangs below a table: functions that make it, so that what is closed costs nothing. */
  children(table) {
    const leaves = this.leaves.filter(({ run }) => overlaps(run, table));
    if (table.level === 2) {
      return leaves.map((leaf) => () => this.leaf(leaf, table));
    }

    const next = this.timeline.levels.findIndex((bits, at) => at > table.level + 1 && bits > 0) - 1;
    const below = this.nodes.filter((node) =>
      node.table.level === next && overlaps(node.table, table));
    const isCovered = ({ run }) => below.some((node) => overlaps(run, node.table));
    return [
      ...below.map((node) => () => this.table(node)),
      ...leaves.filter((leaf) => !isCovered(leaf)).map((leaf) => () => this.leaf(leaf, null)),
    ];
  }

  table({ table, sign }) {
    const key = `${table.level} ${table.start}`;
    const hasNews = sign !== "" || this.hasNews(table);
    const text = `${TableTree.levels[table.level]} table of ${this.timeline.range(table)}, `
      + `since step ${table.born}`;
    return this.node(key, sign, text, table, (this.few || hasNews) && !this.closed.has(key));
  }

  hasNews(table) {
    const isNew = (one, sign) => sign !== "" && overlaps(one, table);
    return this.leaves.some(({ run, sign }) => isNew(run, sign))
      || this.nodes.some((node) => node.table.level > table.level && isNew(node.table, node.sign));
  }

  node(key, sign, text, table, isOpen) {
    const parts = this.children(table);
    const details = element("details", { "data-key": key },
      element("summary", {}, signOf(sign), text, element("small", {}, ` ${parts.length}`)));
    const fill = () => {
      if (details.open && details.children.length === 1) {
        details.append(...parts.map((make) => make()));
      }
    };
    details.addEventListener("toggle", fill);
    details.open = isOpen;
    fill();
    return details;
  }

  /** @param table whose entries these are; null: no table leads there */
  leaf({ run, sign, old }, table) {
    const start = Math.max(run.start, table?.start ?? run.start);
    const end = Math.min(run.end, table?.end ?? run.end);
    const was = old === undefined ? ""
      : `, was ${counted(old.pages, "page")} ${old.bits} ${old.frames}`;
    const text = `${this.timeline.range({ start, end })}  ${counted(end - start, "page")}  `
      + `${run.bits}  ${end - start < run.pages ? "part of " : ""}${run.frames}`
      + `${run.whose}${was}${table === null ? ", behind no table" : ""}`;
    const kind = run.isFree || table === null ? "leaf wrong" : "leaf";
    return element("p", { class: kind }, signOf(sign), text);
  }

  /** What a reader closed stays closed in other states. */
  remember(event) {
    const { key } = event.target.dataset;
    if (event.target.open) {
      this.closed.delete(key);
    } else if (this.few) {
      this.closed.add(key);
    }
  }
}
