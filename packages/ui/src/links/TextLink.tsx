import { RouterLink } from '@backstage/frontend-plugin-api';
import { ReactNode } from 'react';
import styles from './TextLink.module.css';

/** @public */
export interface TextLinkProps {
  /** An address in the portal. */
  href: string;
  children: ReactNode;
  /** Bold, for a link that stands on its own. */
  strong?: boolean;
}

/**
 * A link within the portal in the size of the text around it.
 *
 * @public
 */
export function TextLink(props: TextLinkProps) {
  const { href, children, strong = false } = props;
  return (
    <RouterLink
      href={href}
      className={strong ? `${styles.link} ${styles.strong}` : styles.link}
    >
      {children}
    </RouterLink>
  );
}
