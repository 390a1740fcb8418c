import { ReactNode, useId } from 'react';
import styles from './parts.module.css';

/** A titled box of a page; `action` stands beside the title. */
export function Card(props: {
  title: string;
  sub?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={styles.card} aria-labelledby={id}>
      <div className={styles.between}>
        <h3 id={id}>{props.title}</h3>
        {props.action}
      </div>
      {props.sub && <p className={styles.quiet}>{props.sub}</p>}
      {props.children}
    </section>
  );
}
