import { formatExactTime, formatRelativeTime } from './formatTime';
import { useNow } from './useNow';

/** @public */
export interface RelativeTimeProps {
  /** ISO 8601. */
  at: string;
  /** Seen from this moment instead of the present one. */
  now?: Date;
}

/**
 * A time as its distance from now, with the exact time as title.
 *
 * @public
 */
export function RelativeTime(props: RelativeTimeProps) {
  const present = useNow();
  return (
    <time dateTime={props.at} title={formatExactTime(props.at)}>
      {formatRelativeTime(props.at, props.now ?? present)}
    </time>
  );
}
