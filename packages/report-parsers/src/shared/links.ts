const LINK_LENGTH = 2_000;

/** The address if it is a well-formed http or https URL. */
export function toLink(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > LINK_LENGTH) return undefined;
  const text = value.trim();
  if (!/^https?:\/\/[^\s<>"'`\\]+$/i.test(text)) return undefined;
  return URL.canParse(text) ? text : undefined;
}

/** A text as one part of a path; halves of surrogate pairs, which no address can hold, are replaced. */
export function pathSegment(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

/** The http and https addresses of some values, each once. */
export function toLinks(values: Iterable<unknown>): string[] {
  const links = new Set<string>();
  for (const value of values) {
    const link = toLink(value);
    if (link) links.add(link);
  }
  return [...links];
}

/** A link without the punctuation of the sentence that it ends. */
function withoutPunctuation(link: string): string {
  let end = link.length;
  while (end > 0 && '.,;:'.includes(link.charAt(end - 1))) end -= 1;
  return link.slice(0, end);
}

/** The http and https addresses that stand in a text. */
export function linksIn(text: string | undefined): string[] {
  if (!text || !text.includes('http')) return [];
  return toLinks(
    Array.from(
      text.matchAll(/https?:\/\/[^\s<>"'`\\\])]{1,2000}/gi),
      ([link]) => withoutPunctuation(link),
    ),
  );
}

/** An address without the user name and password that may stand in it. */
export function withoutUserInfo(address: string): string {
  return address.replace(/^([a-z][a-z0-9+.-]{0,20}:\/\/)[^/?#]*@/i, '$1');
}
