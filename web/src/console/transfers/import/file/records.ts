/** What may stand between two cells. */
const SEPARATORS = [",", ";", "\t"];

/** What separates cells: the sign of the three that the first line has most of. */
export function separatorOf(text: string): string {
  const line = /^[^\r\n]*/.exec(text)?.[0] ?? "";
  const count = (sign: string) => line.split(sign).length - 1;
  return SEPARATORS.reduce((best, sign) => (count(sign) > count(best) ? sign : best), ",");
}

/** A line of a table; `unclosed` where the file ends within quotes. */
export interface TableLine {
  cells: string[];
  unclosed: boolean;
}

/**
 * The first lines of a table (RFC 4180), empty ones left out. Cells in quotes hold separators, ends of lines and doubled
 * quotes. A last line that is cut (`whole` is false) is not told.
 */
export function readLines(text: string, separator: string, limit: number, whole: boolean): TableLine[] {
  const lines: TableLine[] = [];
  let cells: string[] = [];
  let cell = "";
  let quoted = false;
  // Within a cell a quote stands for itself: only at its beginning it opens one.
  let within = false;
  function endCell() {
    cells.push(cell);
    [cell, within] = ["", false];
  }
  function endLine() {
    endCell();
    if (cells.length > 1 || cells[0] !== "") lines.push({ cells, unclosed: quoted });
    cells = [];
  }
  for (let place = 0; place < text.length && lines.length < limit; place++) {
    const sign = text[place];
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[place + 1] === '"') cell += text[place++];
      else quoted = false;
    } else if (sign === '"' && !within) [quoted, within] = [true, true];
    else if (sign === separator) endCell();
    else if (sign === "\n") endLine();
    else if (sign === "\r") {
      if (text[place + 1] === "\n") place++;
      endLine();
    } else {
      cell += sign;
      within = true;
    }
  }
  if (whole && lines.length < limit && (cell !== "" || cells.length > 0 || quoted)) endLine();
  return lines;
}
