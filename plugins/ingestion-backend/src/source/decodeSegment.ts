/** A part of an address as text; as it is where a percent sign means itself. */
export function decodeSegment(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
