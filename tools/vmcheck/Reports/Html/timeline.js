// SPDX-License-Identifier: GPL-2.0-only

/**
 * The states of one trace. State 0 is a fresh boot, state n what call n left behind. Every thing is
 * kept once, with the states it was born and died in; places and lengths are pages relative to
 * VMALLOC_START.
 */
class Timeline {
  constructor(data) {
    const { words } = data;
    this.pageSize = data.pageSize;
    this.pages = data.pages;
    this.end = data.end;
    this.top = data.top;
    this.word = data.word;
    this.levels = data.levels;
    this.steps = data.steps;
    this.failing = data.failing;
    this.died = data.died === 0 ? Infinity : data.died;
    this.areas = data.areas.map(([born, died, start, pages, state, name, told, twice, guard]) => ({
      ...life(born, died, start, pages),
      state: words[state], name: words[name], told: words[told], isTwice: twice === 1,
      canHaveGuard: guard === 1,
    }));
    this.runs = data.runs.map(([born, died, start, pages, bits, frames, owner]) => ({
      ...life(born, died, start, pages),
      bits: words[bits], frames: words[frames], isFree: owner === 1, isDevice: owner === 2,
      whose: ["", ", free frames", ", a device"][owner],
    }));
    this.tables = data.tables.map(([born, died, level, start]) => ({
      ...life(born, died, start, this.span(level)), level,
    }));
    this.stale = data.stale.map(([born, died, cpu, start, frame]) => ({
      ...life(born, died, start, 1), cpu, frame: words[frame],
    }));
    this.counters = data.counters.map(([born, died, ...values]) => ({
      ...life(born, died, 0, 0), values,
    }));
    this.counterNames = data.counterNames.map((name) => words[name]);
    this.events = data.events.map((lines) => lines.map((line) => words[line]));
    this.told = data.changes.map((lines) => pairs(lines.map((line) => words[line])));
    this.ledger = data.ledger.map((line) => words[line]);
    this.wanted = Object.fromEntries(data.wanted);
    this.kept = new Map();
    this.traceOrigins();
  }

  /** Pages behind one table; level 0 to 2 is pud, pmd, pte. */
  span(level) {
    return 2 ** this.levels.slice(level + 1).reduce((sum, bits) => sum + bits, 0);
  }

  /** What there is in a state, each list in address order. */
  at(state) {
    if (!this.kept.has(state)) {
      if (this.kept.size > 8) {
        this.kept.clear();
      }

      this.kept.set(state, {
        areas: present(this.areas, state),
        runs: present(this.runs, state),
        tables: present(this.tables, state),
        stale: present(this.stale, state),
        counters: present(this.counters, state)[0]?.values ?? [],
      });
    }

    return this.kept.get(state);
  }

  /** What a state has that the one before it had not, and the other way round. */
  changes(state) {
    const of = (lives) => ({
      born: state === 0 ? [] : lives.filter((one) => one.born === state),
      died: lives.filter((one) => one.died === state),
    });
    return {
      areas: of(this.areas), runs: of(this.runs), tables: of(this.tables), stale: of(this.stale),
    };
  }

  /**
   * An area that changes its state goes on: it remembers when its range was taken, and the guard
   * page that no vm_struct tells of any more.
   */
  traceOrigins() {
    const ended = new Map();
    const key = (area, state) => `${area.start} ${area.pages} ${state}`;
    for (const area of this.areas) {
      ended.set(key(area, area.died), area);
    }

    for (const area of this.areas) {
      const past = ended.get(key(area, area.born));
      area.origin = past?.origin ?? area.born;
      area.hasGuard = isGuarded(area) || (past?.hasGuard ?? false);
    }
  }

  /** An address as reports write it. */
  address(place) {
    const bytes = Math.abs(place) * this.pageSize;
    return `START${place < 0 ? "-" : "+"}0x${bytes.toString(16)}`;
  }

  range(one) {
    const end = one.end === this.top ? `2^${this.word}` : this.address(one.end);
    return `${this.address(one.start)} to ${end}${this.runsOut(one) ? ", beyond VMALLOC_END" : ""}`;
  }

  /** Whether something begins inside the range and ends outside. */
  runsOut(one) {
    return one.start < this.pages && one.end > Math.ceil(this.pages);
  }

  /** Bytes in at most five characters: what is smaller than the unit is dropped. */
  roughSize(pages) {
    const units = "BKMGTPE";
    let bytes = pages * this.pageSize;
    let unit = 0;
    while (bytes >= 10_000 || (bytes >= 1024 && bytes % 1024 === 0)) {
      bytes = Math.floor(bytes / 1024);
      unit++;
    }

    return `${bytes}${units[unit]}`;
  }
}

function life(born, died, start, pages) {
  return { born, died: died < 0 ? Infinity : died, start, pages, end: start + pages };
}

/** Every two of a list together. */
function pairs(list) {
  return list.flatMap((one, i) => (i % 2 === 0 ? [[one, list[i + 1]]] : []));
}

function present(lives, state) {
  return lives
    .filter((one) => one.born <= state && state < one.died)
    .sort((one, other) => one.start - other.start);
}

/** Whether there is a vm_struct that the last page is not for. */
function isGuarded(area) {
  return area.told !== "" && area.canHaveGuard && area.pages > 1;
}

/** How large an area is: "2 pages and guard". */
function sizeOf(area) {
  return area.hasGuard ? `${counted(area.pages - 1, "page")} and guard`
    : counted(area.pages, "page");
}

/** "1 page", "3 pages". */
function counted(count, noun) {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}
