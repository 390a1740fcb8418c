import { BgProvider } from '@backstage/ui';
import { ReactNode, useId } from 'react';
import styles from '../desk.module.css';

/** A card beside the desk. */
export function SideCard(props: { title: string; children: ReactNode }) {
  const headingId = useId();
  return (
    <section className={styles.card} aria-labelledby={headingId}>
      <div className={styles.stack}>
        <h2 id={headingId}>{props.title}</h2>
        <BgProvider bg="neutral-1">{props.children}</BgProvider>
      </div>
    </section>
  );
}
