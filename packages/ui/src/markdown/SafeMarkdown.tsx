import { MarkdownContent } from '@backstage/core-components';
import { safeLink } from './safeLink';
import styles from './SafeMarkdown.module.css';

const NOWHERE = '';

function transformLink(href: string): string {
  return safeLink(href) ?? NOWHERE;
}

/** Pictures in a report would tell its author who reads it, so none is loaded. */
function transformImage(): string {
  return NOWHERE;
}

/**
 * Markdown written by others (scanners, checks) without what could hurt: HTML
 * is text, links go to `http(s)` only and open in a new tab, pictures are not
 * loaded.
 *
 * @public
 */
export function SafeMarkdown(props: { content: string }) {
  return (
    <MarkdownContent
      content={props.content}
      dialect="common-mark"
      linkTarget="_blank"
      transformLinkUri={transformLink}
      transformImageUri={transformImage}
      className={styles.markdown}
    />
  );
}
