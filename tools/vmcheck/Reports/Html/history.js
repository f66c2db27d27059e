// SPDX-License-Identifier: GPL-2.0-only

/** All states at once: addresses from left to right as above, steps from top to bottom. */
class HistoryPicture {
  static tallest = 320;
  static rowHeight = 16;

  /** @param go shows a state, and of a large address space what lies around a place */
  constructor(timeline, go) {
    this.timeline = timeline;
    this.canvas = element("canvas", { role: "img", "aria-label":
      "History: areas by address from left to right and step from top to bottom" });
    this.marker = element("div", { class: "marker" });
    this.box = element("div", { class: "history" }, this.canvas, this.marker);
    this.told = element("p", { class: "told" });
    this.canvas.addEventListener("click", (event) =>
      go(this.stateAt(event), this.scale.place(event.offsetX)));
    this.canvas.addEventListener("pointermove", (event) => this.tell(event));
    this.canvas.addEventListener("pointerleave", () => this.say(""));
    this.say("");
  }

  get rows() {
    return this.timeline.steps + 1;
  }

  draw() {
    const { canvas, timeline } = this;
    const width = Math.max(this.box.clientWidth - SpacePicture.gutter - 2, 100);
    const height = Math.min(this.rows * HistoryPicture.rowHeight, HistoryPicture.tallest);
    const dots = window.devicePixelRatio || 1;
    canvas.width = width * dots;
    canvas.height = height * dots;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    this.rowHeight = height / this.rows;
    this.scale = new Scale(
      Scale.cuts(timeline, [...timeline.areas, ...timeline.runs]), width);
    const pen = canvas.getContext("2d");
    pen.scale(dots, dots);
    const fills = HistoryPicture.fills(pen);
    pen.fillStyle = fills.hole;
    pen.fillRect(0, 0, width, height);
    pen.strokeStyle = fills.edge;
    pen.lineWidth = 0.5;
    for (const area of timeline.areas) {
      const hasGuard = area.state === "live" && isGuarded(area);
      pen.fillStyle = fills[area.isTwice ? "wrong" : area.state];
      this.fill(pen, area, area.start, area.end - (hasGuard ? 1 : 0));
      if (hasGuard) {
        pen.fillStyle = fills.guard;
        this.fill(pen, area, area.end - 1, area.end);
      }
    }

    pen.fillStyle = fills.broken;
    for (const state of timeline.failing) {
      pen.fillRect(0, (state + 0.5) * this.rowHeight - 0.75, width, 1.5);
    }
  }

  /** What each kind of area is filled with, as the legend has it. */
  static fills(pen) {
    const style = getComputedStyle(pen.canvas);
    const colour = (name) => style.getPropertyValue(`--${name}`);
    const hatched = (back, ink, path) => {
      const tile = element("canvas", { width: 6, height: 6 });
      const brush = tile.getContext("2d");
      brush.fillStyle = colour(back);
      brush.fillRect(0, 0, 6, 6);
      brush.strokeStyle = colour(ink);
      brush.stroke(new Path2D(path));
      return pen.createPattern(tile, "repeat");
    };
    const lazy = hatched("lazy", "lazy-ink", hatches.lazy);
    const wrong = hatched("wrong", "wrong-ink", hatches.wrong);
    return {
      hole: colour("hole"), broken: colour("broken"), edge: colour("ink"),
      live: colour("live"), reserved: colour("reserved"),
      guard: hatched("paper", "ink", hatches.guard),
      lazy, purging: lazy, wrong, lost: wrong,
    };
  }

  /** A part of an area, from its first row to its last; framed where there is room. */
  fill(pen, area, start, end) {
    const x = this.scale.x(start);
    const y = area.born * this.rowHeight;
    const hasRoom = this.rowHeight >= 6;
    const width = Math.max(this.scale.x(end) - x, 0.5);
    const height = Math.max(
      (Math.min(area.died, this.rows) - area.born) * this.rowHeight - (hasRoom ? 1 : 0), 0.5);
    pen.fillRect(x, y, width, height);
    if (hasRoom) {
      pen.strokeRect(x, y, width, height);
    }
  }

  mark(state) {
    this.marker.style.top = `${(state + 0.5) * this.rowHeight}px`;
  }

  stateAt(event) {
    const row = Math.floor(event.offsetY / this.rowHeight);
    return Math.min(Math.max(row, 0), this.timeline.steps);
  }

  tell(event) {
    const state = this.stateAt(event);
    const place = this.scale.place(event.offsetX);
    const area = this.timeline.areas.find((one) => one.born <= state && state < one.died
      && one.start <= place && place < one.end);
    const where = this.timeline.address(Math.floor(place));
    this.say(`step ${state}, ${where}: `
      + (area === undefined ? "hole"
        : area.state === "live" && isGuarded(area) && place >= area.end - 1 ? "guard page"
          : [area.state, area.name].filter(Boolean).join(" ")));
  }

  say(text) {
    this.told.textContent = text
      || "Each row is a step, the first one at the top. A click goes there.";
  }
}
