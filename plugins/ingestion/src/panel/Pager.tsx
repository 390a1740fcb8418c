import { Button } from '@backstage/ui';
import { Page } from '@synchrony/backstage-plugin-ingestion-common';
import { ReactNode } from 'react';
import { totalText } from '../words';
import styles from './panel.module.css';

type PagerProps = {
  page: Page<unknown>;
  /** What one row is, e.g. `finding`. */
  noun: string;
  /** Where the page begins; undefined for the first. */
  cursor: string | undefined;
  onGo(cursor: string | undefined): void;
  /** Said after the total. */
  children?: ReactNode;
};

/** How many rows are shown of how many, and the way to the others. */
export function Pager(props: PagerProps) {
  const { children, cursor, noun, onGo, page } = props;
  const { nextCursor, prevCursor } = page.pageInfo;
  return (
    <div className={styles.pager}>
      <span role="status">
        {page.items.length} of {totalText(page, noun)}
        {children}
      </span>
      <span className={styles.buttons}>
        <Button
          size="small"
          variant="secondary"
          isDisabled={!prevCursor && !cursor}
          onPress={() => onGo(prevCursor)}
        >
          {cursor && !prevCursor ? 'First page' : 'Previous page'}
        </Button>
        <Button
          size="small"
          variant="secondary"
          isDisabled={!nextCursor}
          onPress={() => onGo(nextCursor)}
        >
          Next page
        </Button>
      </span>
    </div>
  );
}
