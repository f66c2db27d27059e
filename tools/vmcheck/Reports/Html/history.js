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
    const colour = (name) => getComputedStyle(canvas).getPropertyValue(`--${name}`);
    pen.fillStyle = colour("hole");
    pen.fillRect(0, 0, width, height);
    const colours = new Map();
    for (const area of timeline.areas) {
      const name = area.isTwice || area.state === "lost" ? "wrong-ink" : `${area.state}-ink`;
      if (!colours.has(name)) {
        colours.set(name, colour(name));
      }

      pen.fillStyle = colours.get(name);
      this.fill(pen, area);
    }

    pen.fillStyle = colour("broken");
    for (const state of timeline.failing) {
      pen.fillRect(0, (state + 0.5) * this.rowHeight - 0.75, width, 1.5);
    }
  }

  fill(pen, area) {
    const x = this.scale.x(area.start);
    const died = Math.min(area.died, this.rows);
    const gap = this.rowHeight >= 6 ? 1 : 0;
    pen.fillRect(
      x, area.born * this.rowHeight,
      Math.max(this.scale.x(area.end) - x - (this.scale.isToScale ? 0.5 : 0), 0.5),
      Math.max((died - area.born) * this.rowHeight - gap, 0.5));
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
      + (area === undefined ? "hole" : [area.state, area.name].filter(Boolean).join(" ")));
  }

  say(text) {
    this.told.textContent = text
      || "Each row is a step, the first one at the top. A click goes there.";
  }
}
