// Without the signs that are taken for each other when a password is read out: l, 1, I, o, 0, O.
const SIGNS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const GROUPS = 4;
const SIGNS_A_GROUP = 5;

/** A sign by chance, each as likely as the others. */
function sign(): string {
  const byte = new Uint8Array(1);
  const most = 256 - (256 % SIGNS.length);
  do crypto.getRandomValues(byte);
  while ((byte[0] ?? 0) >= most);
  return SIGNS[(byte[0] ?? 0) % SIGNS.length] ?? "";
}

/** A password by chance of more than 100 bits, with small and large letters, digits and hyphens, to be read out. */
export function generatePassword(): string {
  for (;;) {
    const groups = Array.from({ length: GROUPS }, () => Array.from({ length: SIGNS_A_GROUP }, sign).join(""));
    const password = groups.join("-");
    if (/[a-z]/.test(password) && /[A-Z]/.test(password) && /\d/.test(password)) return password;
  }
}
