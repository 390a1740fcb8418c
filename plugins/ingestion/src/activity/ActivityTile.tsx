import { formatNumber, TextLink } from '@synchrony/ui';
import { ReactNode } from 'react';
import styles from './activity.module.css';

/** A number with what it counts; it leads to its rows where there are any. */
export function ActivityTile(props: {
  title: string;
  count: number;
  link?: { href: string; text: string };
  children?: ReactNode;
}) {
  const { children, count, link, title } = props;
  return (
    <div className={styles.tile}>
      <dt className={styles.title}>{title}</dt>
      <dd className={styles.value}>
        <span className={styles.number}>{formatNumber(count)}</span>
        <span className={styles.detail}>{children}</span>
        {link && count > 0 && <TextLink href={link.href}>{link.text}</TextLink>}
      </dd>
    </div>
  );
}
