/**
 * Lets the browser save a text as a file.
 *
 * @param type - media type, e.g. `text/markdown`
 * @public
 */
export function saveText(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
