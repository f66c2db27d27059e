// SPDX-License-Identifier: GPL-2.0-only

/**
 * The address space of a state: areas in one row, what is mapped in the row beneath it, both above
 * the same of the state before. What changed is marked below by a sign.
 */
class SpacePicture {
  static gutter = 56;
  static labelWidth = 7;

  /** Where stretches get fewer columns, a part of them is drawn, around what changed. */
  static stretchWidth = 15;

  /** Areas that the Tab key visits; all of them are in the list. */
  static focusable = 40;

  constructor(timeline, number) {
    this.timeline = timeline;
    this.number = number;
    this.box = element("div", { class: "space" });
    this.told = element("p", { class: "told" });
    this.box.addEventListener("pointerover", (event) => this.tell(event.target));
    this.box.addEventListener("focusin", (event) => this.tell(event.target));
    this.whole = Scale.cuts(timeline, [...timeline.areas, ...timeline.runs]);
  }

  /** @param place what lies around it is shown of a space that is too large; null: the change */
  draw(state, place = null) {
    const room = Math.max(this.box.clientWidth - SpacePicture.gutter - 2, 200);
    this.state = state;
    this.now = this.timeline.at(state);
    this.before = this.timeline.at(Math.max(state - 1, 0));
    this.changed = this.timeline.changes(state);
    this.scale = this.scaleFor(room, place);
    const rows = [this.ruler(4)];
    if (state > 0) {
      rows.push(this.rows(this.before, 22, 9, 5, "before"));
    }

    rows.push(this.rows(this.now, 44, 28, 12, "after"), this.marks(92));
    const wanted = this.timeline.wanted[state];
    if (wanted !== undefined) {
      rows.push(this.request(wanted, 94));
    }

    const height = this.height;
    const width = this.scale.width + SpacePicture.gutter + 2;
    this.box.replaceChildren(shape("svg", {
      width, height, viewBox: `0 0 ${width} ${height}`, role: "group",
      "aria-label": `Address space after step ${state}: ${this.summary()}`,
    }, this.patterns(), ...rows));
    this.said = this.sentence(wanted);
    this.told.textContent = this.said;
  }

  /** The same for all states, so that nothing moves from step to step; a part where it must. */
  scaleFor(room, place) {
    if (this.wholeScale?.width !== room) {
      this.wholeScale = new Scale(this.whole, room);
    }

    const most = Math.ceil(room / SpacePicture.stretchWidth);
    if (this.wholeScale.isToScale || this.whole.length <= most) {
      return this.wholeScale;
    }

    const { now, before, changed } = this;
    const cuts = Scale.cuts(
      this.timeline, [...now.areas, ...now.runs, ...before.areas, ...before.runs]);
    const news = [changed.areas.born, changed.areas.died, changed.runs.born, changed.runs.died];
    this.focus = place ?? news.find((lives) => lives.length > 0)?.[0].start ?? this.focus ?? 0;
    const middle = cuts.findIndex((cut) => cut >= this.focus);
    const half = Math.ceil(most / 2);
    const first = Math.max((middle < 0 ? cuts.length : middle) - half, 0);
    return new Scale(cuts.slice(first, first + 2 * half), room);
  }

  /** Room for a second line of signs only where things went. */
  get height() {
    return this.changed.areas.died.length + this.changed.runs.died.length > 0 ? 126 : 114;
  }

  isDrawn(one) {
    return one.end > this.scale.cuts[0] && one.start < this.scale.cuts.at(-1);
  }

  summary() {
    const { areas, runs } = this.now;
    const mapped = runs.reduce((sum, run) => sum + run.pages, 0);
    const left = areas.filter((area) => !this.isDrawn(area)).length;
    return `${counted(areas.length, "area")}, ${counted(mapped, "page")} mapped; `
      + (this.scale.isToScale ? "to scale" : "not to scale")
      + (left === 0 ? "" : `; ${counted(left, "area")} further away: a click into the history `
        + "shows what lies there");
  }

  sentence(wanted) {
    const text = this.state < this.timeline.died ? this.summary()
      : `Not survived: this is the state before step ${this.timeline.died}. ${this.summary()}`;
    if (wanted === undefined) {
      return `${text}.`;
    }

    const { largest, free } = this.holes();
    return `${text}. No room for ${counted(wanted, "page")} with guard: the largest hole has `
      + `${largest.toLocaleString("en")}, all holes ${free.toLocaleString("en")}.`;
  }

  /** Whole pages that no area takes; VMALLOC_END is taken literally. */
  holes() {
    let at = 0;
    let free = 0;
    let largest = 0;
    for (const place of [...this.now.areas, { start: this.timeline.end, end: 0 }]) {
      const pages = Math.max(place.start - at, 0);
      free += pages;
      largest = Math.max(largest, pages);
      at = Math.max(at, place.end);
    }

    return { free: Math.floor(free), largest: Math.floor(largest) };
  }

  x(place) {
    return SpacePicture.gutter + this.scale.x(place);
  }

  bar(one, y, height, kind) {
    const x = this.x(one.start);
    return filled(this.number, kind, {
      x: x.toFixed(2), y, height, width: Math.max(this.x(one.end) - x, 1).toFixed(2),
    });
  }

  text(x, y, kind, text) {
    return shape("text", { x: x.toFixed(1), y, class: kind }, text);
  }

  ruler(y) {
    const { timeline } = this;
    const { cuts } = this.scale;
    const isOut = this.now.areas.some((one) => this.isDrawn(one) && timeline.runsOut(one));
    const end = timeline.address(cuts.at(-1)).replace("START", "")
      + (isOut ? " = VMALLOC_END, an area goes beyond ▸" : "");
    const start = cuts[0] === 0 ? "START" : timeline.address(cuts[0]);
    const last = SpacePicture.gutter + this.scale.width - end.length * SpacePicture.labelWidth;
    const texts = [this.text(SpacePicture.gutter, y + 9, "", start)];
    let free = SpacePicture.gutter + start.length * SpacePicture.labelWidth + 20;
    for (const area of this.now.areas.filter((one) => this.isDrawn(one))) {
      const label = timeline.address(area.start).replace("START", "");
      const x = this.x(area.start);
      if (x >= free && x + (label.length + 1) * SpacePicture.labelWidth < last) {
        texts.push(this.text(x, y + 9, "", label));
        free = x + 110;
      }
    }

    texts.push(this.text(SpacePicture.gutter + this.scale.width, y + 9, "end", end));
    return shape("g", { class: "ruler" }, ...texts);
  }

  rows(state, y, high, low, label) {
    const isNow = label === "after";
    const below = y + high + 1;
    const areas = state.areas.filter((one) => this.isDrawn(one));
    const group = shape("g", { class: label },
      this.text(
        SpacePicture.gutter - 6, y + high - (isNow ? 9 : 1), "end", isNow ? "areas" : label),
      this.bar({ start: this.scale.cuts[0], end: this.scale.cuts.at(-1) }, y, high, "hole"),
      ...areas.map((area, i) => this.area(area, y, high, isNow && i < SpacePicture.focusable)),
      ...this.mapped(state, below, low));
    if (isNow) {
      group.append(this.text(SpacePicture.gutter - 6, below + low - 2, "end", "mapped"));
      group.append(...this.sizes(y, high));
    }

    return group;
  }

  area(area, y, height, isFocusable) {
    const kind = area.isTwice ? "area twice" : `area ${area.state}`;
    const group = shape("g", { "data-told": this.describe(area) });
    if (isFocusable) {
      group.setAttribute("tabindex", "0");
      group.setAttribute("role", "img");
      group.setAttribute("aria-label", this.describe(area));
    }

    const hasGuard = isGuarded(area) && !this.timeline.runsOut(area);
    const data = hasGuard ? { start: area.start, end: area.end - 1 } : area;
    group.append(this.bar(data, y, height, kind));
    if (hasGuard) {
      group.append(this.bar({ start: area.end - 1, end: area.end }, y, height, "area guard"));
    }

    const room = this.x(data.end) - this.x(data.start);
    const label = area.name || area.state;
    if (height > 20 && room > label.length * SpacePicture.labelWidth + 4) {
      group.append(this.text((this.x(data.start) + this.x(data.end)) / 2, y + 18, "middle", label));
    }

    return group;
  }

  describe(area) {
    const { timeline } = this;
    const since = area.origin === area.born ? `${area.state} since step ${area.born}`
      : `taken in step ${area.origin}, ${area.state} since step ${area.born}`;
    return [
      area.name, timeline.range(area), sizeOf(area), since, area.told,
      area.isTwice ? "overlaps another area" : "",
    ].filter((part) => part !== "").join(", ");
  }

  /** Translations: of memory, of devices, of frames that are free, those where nothing may be. */
  mapped(state, y, height) {
    return state.runs.filter((one) => this.isDrawn(one)).map((run) => {
      const area = state.areas.find((one) => one.start <= run.start && run.start < one.end);
      const isWrong = area === undefined
        || (area.state === "live" && area.told !== "" && area.canHaveGuard
          && run.end > area.end - 1);
      const kind = isWrong ? "run wrong" : run.isFree ? "run freed"
        : run.isDevice ? "run device" : "run";
      const bar = this.bar(run, y, height, kind);
      bar.setAttribute("data-told", [
        this.timeline.range(run), `${counted(run.pages, "page")} mapped`, run.bits, run.frames,
        `since step ${run.born}`, run.isFree ? "maps free frames" : "",
        run.isDevice ? "maps a device" : "",
        isWrong ? "mapped where nothing may be" : "",
      ].filter((part) => part !== "").join(", "));
      return bar;
    });
  }

  /** What the larger holes measure. */
  sizes(y, height) {
    const edges = [...this.now.areas.filter((one) => this.isDrawn(one)),
      { start: this.scale.cuts.at(-1), end: 0 }];
    const texts = [];
    let at = this.scale.cuts[0];
    for (const edge of edges) {
      const room = this.x(edge.start) - this.x(at);
      const label = this.timeline.roughSize(Math.max(edge.start - at, 0));
      if (edge.start > at && room > label.length * SpacePicture.labelWidth + 8) {
        texts.push(this.text((this.x(edge.start) + this.x(at)) / 2, y + height - 10,
          "middle size", label));
      }

      at = Math.max(at, edge.end);
    }

    return texts;
  }

  /** What came and what changed in one line, what went in another. */
  marks(y) {
    const group = shape("g", { class: "marks" });
    const areas = signed(this.changed.areas, isSameRange);
    const isMarked = ({ one }) => areas.some((area) => area.one.start <= one.start
      && one.end <= area.one.end);
    const runs = signed(this.changed.runs, overlaps).filter((run) => !isMarked(run));
    for (const { sign, one } of [...areas, ...runs].filter((change) => this.isDrawn(change.one))) {
      const from = this.x(one.start);
      const to = Math.max(this.x(one.end), from + 2);
      const line = sign === "−" ? y + 18 : y;
      group.append(
        shape("path", { d: `M${from} ${line - 4}v4H${to}v-4`, class: "bracket" }),
        this.text((from + to) / 2, line + 12, "middle sign", sign));
    }

    return group;
  }

  request(wanted, y) {
    const start = this.scale.cuts[0];
    const end = this.scale.isToScale
      ? Math.min(wanted, this.timeline.pages) : this.scale.cuts.at(-1);
    const label = `${counted(wanted, "page")} with guard`;
    const fits = this.x(end) - this.x(start) > label.length * SpacePicture.labelWidth + 12;
    return shape("g", { class: "request" },
      this.text(SpacePicture.gutter - 6, y + 12, "end", "wanted"),
      this.bar({ start, end }, y, 18, "wanted"),
      this.text((fits ? this.x(start) : this.x(end)) + 6, y + 13, "", label));
  }

  patterns() {
    return shape("defs", {}, ...Object.entries(hatches).map(([id, path]) => shape("pattern", {
      id: `${id}-${this.number}`, width: 6, height: 6, patternUnits: "userSpaceOnUse",
    }, shape("path", { d: path, class: `ink-${id}` }))));
  }

  tell(target) {
    this.told.textContent = target.closest("[data-told]")?.getAttribute("data-told") ?? this.said;
  }
}
