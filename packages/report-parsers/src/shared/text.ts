const TITLE_LENGTH = 200;

/** No id, name or address of any tool is longer; it bounds what a hostile one costs. */
export const NAME_LENGTH = 2_000;

/** The text cut to a length, with an ellipsis when something is left out. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const end = length - 1;
  const code = text.charCodeAt(end - 1);
  // Not between the halves of a surrogate pair.
  const isHighSurrogate = code >= 0xd800 && code <= 0xdbff;
  return `${text.slice(0, isHighSurrogate ? end - 1 : end)}…`;
}

function isSpace(code: number): boolean {
  return code <= 0x20 || code === 0xa0;
}

/** Whether a text has line breaks, tabs, or spaces at its ends or side by side. */
function needsCollapsing(text: string): boolean {
  let wasSpace = true;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const space = isSpace(code);
    if (space && (wasSpace || code !== 0x20)) return true;
    wasSpace = space;
  }
  return wasSpace && text.length > 0;
}

/** The first paragraph on one line, cut to the length of a title. */
export function toTitle(text: string): string {
  if (text.length <= TITLE_LENGTH && !needsCollapsing(text)) return text;
  const start = text.slice(0, 4_000).trimStart();
  const paragraph = /\r?\n[ \t]*\r?\n/.exec(start);
  const first = paragraph ? start.slice(0, paragraph.index) : start;
  return cut(first.replace(/[\s\p{Cc}]+/gu, ' ').trim(), TITLE_LENGTH);
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
]);

function decodeEntity(whole: string, name: string): string {
  if (!name.startsWith('#')) return ENTITIES.get(name) ?? whole;
  const code = /^#x/i.test(name)
    ? Number.parseInt(name.slice(2), 16)
    : Number.parseInt(name.slice(1), 10);
  return code > 0x1f && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    ? String.fromCodePoint(code)
    : ' ';
}

/** HTML as plain text: paragraphs and breaks become lines, other tags go. */
export function htmlToText(html: string): string {
  return html
    .replace(/<\/(?:p|div|li|ul|ol|h\d)\s*>|<br\s*\/?>/gi, '\n')
    .replace(
      /<\/?(?:p|div|li|ul|ol|h\d|b|i|em|strong|code|pre|a|span)(?:\s[^<>]*)?>/gi,
      '',
    )
    .replace(/&(#?[a-z0-9]{1,8});/gi, decodeEntity)
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
