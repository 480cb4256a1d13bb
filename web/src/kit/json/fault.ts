/** What can be wrong with a JSON text; each has words of its own. */
export type FaultKind =
  "empty" | "value" | "name" | "colon" | "comma" | "string" | "escape" | "number" | "end" | "twice" | "object";

/** What is wrong with a JSON text, and where; lines and columns count from 1. */
export interface Fault {
  kind: FaultKind;
  /** Where it begins, in UTF-16 units from 0. */
  at: number;
  line: number;
  column: number;
}

class Found extends Error {
  constructor(
    readonly kind: FaultKind,
    readonly at: number,
  ) {
    super(kind);
  }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const WORD = /true|false|null/y;

/** Reads a JSON text (RFC 8259) sign by sign, for its first fault; a name given twice counts as one. */
class Reader {
  #at = 0;

  constructor(readonly text: string) {}

  read(): void {
    this.#blank();
    if (this.#at === this.text.length) throw new Found("empty", 0);
    this.#value();
    this.#blank();
    if (this.#at < this.text.length) throw new Found("end", this.#at);
  }

  #value(): void {
    this.#blank();
    const sign = this.text[this.#at];
    if (sign === "{") this.#object();
    else if (sign === "[") this.#array();
    else if (sign === '"') this.#string();
    else if (sign !== undefined && /[-\d]/.test(sign)) this.#number();
    else if (this.#match(WORD) === undefined) throw new Found("value", this.#at);
  }

  #object(): void {
    const names = new Set<string>();
    this.#at++;
    if (this.#take("}")) return;
    do {
      this.#blank();
      const from = this.#at;
      if (this.text[from] !== '"') throw new Found("name", from);
      const name = this.#string();
      if (names.has(name)) throw new Found("twice", from);
      names.add(name);
      if (!this.#take(":")) throw new Found("colon", this.#at);
      this.#value();
    } while (this.#take(","));
    if (!this.#take("}")) throw new Found("comma", this.#at);
  }

  #array(): void {
    this.#at++;
    if (this.#take("]")) return;
    do this.#value();
    while (this.#take(","));
    if (!this.#take("]")) throw new Found("comma", this.#at);
  }

  #string(): string {
    const from = this.#at++;
    for (;;) {
      const sign = this.text[this.#at];
      if (sign === '"') break;
      if (sign === undefined || sign < " ") throw new Found("string", from);
      if (sign !== "\\") this.#at++;
      else if (this.#match(ESCAPE) === undefined) throw new Found("escape", this.#at);
    }
    this.#at++;
    return JSON.parse(this.text.slice(from, this.#at)) as string;
  }

  #number(): void {
    const from = this.#at;
    const number = this.#match(NUMBER);
    if (number === undefined || /[\w.+-]/.test(this.text[this.#at] ?? "")) throw new Found("number", from);
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.text)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }

  #take(sign: string): boolean {
    this.#blank();
    if (this.text[this.#at] !== sign) return false;
    this.#at++;
    return true;
  }

  #blank(): void {
    while (/[ \t\r\n]/.test(this.text[this.#at] ?? "")) this.#at++;
  }
}

function placeOf(text: string, { kind, at }: Found): Fault {
  const before = text.slice(0, at).split("\n");
  return { kind, at, line: before.length, column: (before.at(-1) ?? "").length + 1 };
}

/** The first fault of a JSON text; `object` asks for an object on the outside. */
export function faultOf(text: string, object = false): Fault | undefined {
  try {
    new Reader(text).read();
    const from = text.search(/\S/);
    if (object && text[from] !== "{") throw new Found("object", from);
    return undefined;
  } catch (problem) {
    if (problem instanceof Found) return placeOf(text, problem);
    throw problem;
  }
}
