// SPDX-License-Identifier: GPL-2.0-only

/**
 * Turns places of the address space into columns of a drawing. Where all pages fit it is to scale;
 * else it is cut wherever something begins or ends, and wide stretches are drawn narrower than they
 * are, in the order of their sizes.
 */
class Scale {
  /** Columns that a page needs to be seen. */
  static pageWidth = 2.5;

  /**
   * Where a range or something in it begins or ends, and guard pages do; what runs out of the range
   * is drawn to its edge.
   */
  static cuts(timeline, things) {
    const cuts = new Set([0, Math.ceil(timeline.pages)]);
    for (const thing of things) {
      cuts.add(thing.start);
      if (timeline.runsOut(thing)) {
        continue;
      }

      cuts.add(thing.end);
      if (thing.state !== undefined && thing.pages > 1) {
        cuts.add(thing.end - 1);
      }
    }

    return [...cuts].sort((one, other) => one - other);
  }

  /**
   * @param cuts places that have to be told apart, ascending, two or more
   * @param width columns there are
   */
  constructor(cuts, width) {
    this.cuts = cuts;
    this.isToScale = (cuts.at(-1) - cuts[0]) * Scale.pageWidth <= width;
    const weights = [];
    for (let i = 0; i + 1 < cuts.length; i++) {
      const pages = cuts[i + 1] - cuts[i];
      weights.push(this.isToScale ? pages : Math.min(Math.log2(1 + pages), 10));
    }

    const sum = weights.reduce((total, weight) => total + weight, 0);
    this.columns = [0];
    for (const weight of weights) {
      this.columns.push(this.columns[this.columns.length - 1] + (weight * width) / sum);
    }

    this.width = width;
  }

  /** The column of a place; at the edge for what lies outside. */
  x(place) {
    const i = this.stretch(place);
    const share = (place - this.cuts[i]) / (this.cuts[i + 1] - this.cuts[i]);
    const from = this.columns[i];
    return from + Math.min(Math.max(share, 0), 1) * (this.columns[i + 1] - from);
  }

  /** The place at a column. */
  place(column) {
    let i = this.columns.findIndex((right) => right > column) - 1;
    i = i < 0 ? this.cuts.length - 2 : i;
    const share = (column - this.columns[i]) / (this.columns[i + 1] - this.columns[i]);
    return this.cuts[i] + share * (this.cuts[i + 1] - this.cuts[i]);
  }

  /** Which stretch a place lies in. */
  stretch(place) {
    let low = 0;
    let high = this.cuts.length - 2;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.cuts[middle] <= place) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }

    return low;
  }
}
