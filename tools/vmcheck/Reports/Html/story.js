// SPDX-License-Identifier: GPL-2.0-only

/** One trace of the page: steps through it, and has everything drawn for the step. */
class Story {
  constructor(section) {
    this.section = section;
    this.number = Number(section.id.split("-")[1]);
    this.calls = [...section.querySelectorAll(".trace li")];
    this.state = 0;
  }

  part(name) {
    return this.section.querySelector(`[data-part="${name}"]`);
  }

  /** Reads the data and fills the empty parts; false when that was done before. */
  open() {
    if (this.timeline !== undefined) {
      return false;
    }

    this.timeline = new Timeline(JSON.parse(this.part("data").textContent));
    this.space = new SpacePicture(this.timeline, this.number);
    this.history = new HistoryPicture(this.timeline, (state, place) => this.go(state, place));
    this.tree = new TableTree(this.timeline);
    this.buildSteering();
    this.buildSpace();
    this.part("tables").append(element("h3", {}, "Page tables"), this.tree.box);
    this.buildTrace();
    this.section.addEventListener("click", (event) => this.follow(event));
    for (const name of ["steering", "space", "step", "tables"]) {
      this.part(name).hidden = false;
    }

    this.history.draw();
    this.go(this.timeline.failing[0] ?? this.timeline.steps);
    return true;
  }

  buildSteering() {
    const button = (sign, label, action) => {
      const made = element("button", { type: "button", "aria-label": label, title: label }, sign);
      made.addEventListener("click", action);
      return made;
    };
    this.slider = element("input", {
      type: "range", min: 0, max: this.timeline.steps, step: 1, "aria-label": "step",
    });
    this.slider.addEventListener("input", () => this.go(Number(this.slider.value)));
    this.where = element("output", { class: "where" });
    const row = element("div", { class: "row" },
      button("◀", "one step back", () => this.go(this.state - 1)),
      this.slider,
      button("▶", "one step forward", () => this.go(this.state + 1)));
    if (this.timeline.failing.length > 0) {
      row.append(button("broken step", "to the step that breaks the law", () => this.fail()));
    }

    row.append(button("?", "keys", () => showKeys()));
    this.part("steering").append(row, this.where);
  }

  buildSpace() {
    this.areas = element("div", { class: "wide" });
    const list = element("details", { class: "areas" },
      element("summary", {}, "Areas as a list"), this.areas);
    list.addEventListener("toggle", () => this.listAreas());
    this.list = list;
    this.part("space").append(
      element("h3", {}, "Address space"), this.space.box, this.space.told, legend(this.number),
      element("h3", {}, "History"), this.history.box, this.history.told, list);
  }

  /** The calls become a list one moves in. */
  buildTrace() {
    const trace = this.part("trace");
    trace.setAttribute("tabindex", "0");
    trace.setAttribute("role", "listbox");
    for (const block of trace.children) {
      block.setAttribute("role", "presentation");
    }

    this.calls.forEach((call) => call.setAttribute("role", "option"));
    trace.addEventListener("click", (event) => {
      const call = event.target.closest("li");
      if (call !== null && getSelection().isCollapsed) {
        this.go(this.calls.indexOf(call) + 1);
      }
    });
  }

  /** Steps that are named in the text can be gone to. */
  follow(event) {
    const link = event.target.closest("[data-step]");
    if (link !== null) {
      event.preventDefault();
      this.go(Number(link.dataset.step));
    }
  }

  /** To the next step that breaks a law; after the last to the first. */
  fail() {
    const { failing } = this.timeline;
    this.go(failing.find((state) => state > this.state) ?? failing[0] ?? this.state);
  }

  /** Shows a state; what lies beyond the first or the last is the first or the last. */
  go(state, place = null) {
    this.state = Math.min(Math.max(state, 0), this.timeline.steps);
    this.slider.value = this.state;
    const text = this.state === 0 ? "before the first call" : this.statement();
    this.slider.setAttribute("aria-valuetext", `step ${this.state}: ${text}`);
    this.where.replaceChildren(
      element("b", {}, `step ${this.state} of ${this.timeline.steps}`), " ",
      element("code", {}, text));
    this.markCall();
    this.space.draw(this.state, place);
    this.history.mark(this.state);
    this.tree.draw(this.state);
    this.tellStep();
    this.listAreas();
    this.section.dataset.state = this.state;
  }

  statement() {
    return this.calls[this.state - 1].querySelector("code").textContent;
  }

  markCall() {
    const trace = this.part("trace");
    this.current?.classList.remove("now");
    this.current?.removeAttribute("aria-selected");
    this.current = this.calls[this.state - 1];
    if (this.current === undefined) {
      trace.removeAttribute("aria-activedescendant");
      trace.scrollTop = 0;
      return;
    }

    this.current.id ||= `story-${this.number}-call-${this.state}`;
    this.current.classList.add("now");
    this.current.setAttribute("aria-selected", "true");
    trace.setAttribute("aria-activedescendant", this.current.id);
    const height = this.current.offsetHeight;
    const top = (this.state - 1) * height;
    if (top < trace.scrollTop || top > trace.scrollTop + trace.clientHeight - 2 * height) {
      trace.scrollTop = top - trace.clientHeight / 2;
    }
  }

  tellStep() {
    const { state, timeline } = this;
    const events = state === 0 ? [] : timeline.events[state - 1];
    this.part("step").replaceChildren(
      element("h3", {}, state === 0 ? "After the boot" : `Step ${state}`),
      element("h4", {}, "What it did"),
      listOf("ol", events.map((line) => [line]), "nothing that is reported"),
      element("h4", {}, "What it changed"),
      listOf("ul", timeline.told[state - 1] ?? this.changeLines(), state < timeline.died ? "nothing"
        : "nobody can look any more: the target did not survive this call or an earlier one"),
      element("h4", {}, "Ledger"), element("p", {}, timeline.ledger[state - 1] || "as it was"),
      element("h4", {}, "Counters"), this.counters());
  }

  /** Of a trace that is too long to be told by the differences of its pictures. */
  changeLines() {
    const { timeline } = this;
    const changes = timeline.changes(this.state);
    const area = (one) => `${one.name ? `${one.name}, ` : ""}${timeline.range(one)}`;
    return [
      ...signed(changes.areas, isSameRange).map(({ sign, one, old }) => [sign, `area ${area(one)}: `
        + (old === undefined ? `${one.state}, ${counted(one.pages, "page")}` : became(old, one))]),
      ...signed(changes.runs, overlaps).map(({ sign, one }) =>
        [sign, `${timeline.range(one)} maps ${one.frames}, ${one.bits}`
          + one.whose]),
      ...signed(changes.tables, isSameRange).map(({ sign, one }) =>
        [sign, `${TableTree.levels[one.level]} table of ${timeline.address(one.start)}`]),
      ...signed(changes.stale, () => false).map(({ sign, one }) =>
        [sign, `stale TLB entry of CPU ${one.cpu}: ${timeline.address(one.start)} to `
          + one.frame]),
    ];
  }

  counters() {
    const now = this.timeline.at(this.state).counters;
    const before = this.timeline.at(Math.max(this.state - 1, 0)).counters;
    return element("table", { class: "counters" }, element("tbody", {},
      ...this.timeline.counterNames.map((name, i) => {
        const isSame = now[i] === before[i];
        return element("tr", {},
          element("td", {}, signOf(isSame ? "" : "~")),
          element("th", { scope: "row" }, name),
          element("td", { class: "number" }, isSame ? `${now[i]}` : `${before[i]} → ${now[i]}`));
      })));
  }

  listAreas() {
    if (!this.list.open) {
      return;
    }

    const { areas, stale } = this.timeline.at(this.state);
    this.areas.replaceChildren(listOf("ul", [
      ...areas.map((area) => [this.space.describe(area)]),
      ...stale.map((one) => [`stale TLB entry of CPU ${one.cpu}: `
        + `${this.timeline.address(one.start)} to ${one.frame}, since step ${one.born}`]),
    ], "no area", Infinity));
  }

  /** Drawings are as wide as the window lets them. */
  resize() {
    if (this.timeline !== undefined && !this.section.hidden) {
      this.history.draw();
      this.go(this.state);
    }
  }
}
