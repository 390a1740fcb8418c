import { safeLink } from '@synchrony/ui';

/** A link out of the portal, to `http(s)` only; anything else is text. */
export function OutsideLink(props: { href?: string; children: string }) {
  const href = safeLink(props.href);
  return href ? (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {props.children}
    </a>
  ) : (
    <>{props.children}</>
  );
}
