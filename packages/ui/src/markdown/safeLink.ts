/**
 * A link from a report as it may be followed: absolute `http` and `https`
 * addresses only, else undefined.
 *
 * @public
 */
export function safeLink(href: string | undefined): string | undefined {
  if (!href || !URL.canParse(href)) {
    return undefined;
  }
  const url = new URL(href);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  return isWeb && !url.username && !url.password ? url.href : undefined;
}
