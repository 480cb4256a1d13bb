/** Hands a file to the person, as a download. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser takes the content after the click; it is let go a moment later.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
