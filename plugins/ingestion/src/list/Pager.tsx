import { Button } from '@backstage/ui';
import { Finding, Page } from '@synchrony/backstage-plugin-ingestion-common';
import { FindingsFilter, isFiltered } from '../filter';
import { totalText } from '../words';
import styles from './list.module.css';

type PagerProps = {
  page: Page<Finding>;
  filter: FindingsFilter;
  onGo(cursor: string | undefined): void;
};

export function Pager({ page, filter, onGo }: PagerProps) {
  const { nextCursor, prevCursor } = page.pageInfo;
  return (
    <div className={styles.pager}>
      <span role="status">
        {page.items.length} of {totalText(page, 'finding')}
        {isFiltered(filter) ? ' that match' : ''}
      </span>
      <span className={styles.pages}>
        <Button
          size="small"
          variant="secondary"
          isDisabled={!prevCursor && !filter.cursor}
          onPress={() => onGo(prevCursor)}
        >
          Previous page
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
