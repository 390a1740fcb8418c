import { Button } from '@backstage/ui';
import { formatCount } from '@synchrony/ui';
import styles from './parts.module.css';

/** How many of a list are shown, and the way to more of them. */
export function ShowMore(props: {
  shown: number;
  total: number;
  /** Whether there are at least so many, and maybe more. */
  isAtLeast?: boolean;
  noun: string;
  hasMore: boolean;
  isLoading: boolean;
  onMore: () => void;
}) {
  return (
    <div className={styles.pager}>
      <span role="status">
        {props.shown} of {props.isAtLeast && 'at least '}
        {formatCount(props.total, props.noun)}
      </span>
      {props.hasMore && (
        <Button
          size="small"
          variant="secondary"
          isPending={props.isLoading}
          onPress={props.onMore}
        >
          Show more
        </Button>
      )}
    </div>
  );
}
