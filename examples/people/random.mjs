/**
 * Random numbers from a seed (mulberry32): the same seed gives the same people on every machine. Not for secrets.
 */
export class Random {
  #state;

  constructor(seed) {
    this.#state = seed >>> 0;
  }

  /** A number from 0 up to, not including, 1. */
  next() {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** An integer from `low` to `high`, both included. */
  integer(low, high) {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** True in `share` of the cases, 0 to 1. */
  chance(share) {
    return this.next() < share;
  }

  /** One element, all equally likely. */
  pick(list) {
    return list[Math.floor(this.next() * list.length)];
  }

  /** One element, the early ones more likely, as family names are. */
  pickFrequent(list) {
    return list[Math.floor(this.next() ** 1.8 * list.length)];
  }

  /** `count` different elements, in the order of the list. */
  sample(list, count) {
    let wanted = count;
    return list.filter((_, index) => {
      const taken = this.next() * (list.length - index) < wanted;
      wanted -= taken ? 1 : 0;
      return taken;
    });
  }
}
