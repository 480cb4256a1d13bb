/** Letters that Unicode does not take apart into a base letter and a mark. */
const UNDIVIDED = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ı: 'i', þ: 'th', ð: 'd' };

/**
 * Spells a Latin name with the letters a to z alone, as in an e-mail address: "Müller" is "muller", or "mueller" with
 * the spelling `{ ü: 'ue' }`. Spaces, hyphens and apostrophes fall away.
 */
export function toAscii(name, spelling = {}) {
  return name
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^a-z]/gu, (letter) => spelling[letter] ?? UNDIVIDED[letter] ?? letter)
    .normalize('NFD')
    .replace(/[^a-z]/g, '');
}
