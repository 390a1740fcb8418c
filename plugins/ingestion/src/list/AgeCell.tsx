import { formatAge, formatExactTime, useNow } from '@synchrony/ui';

/** How long ago something was first seen. */
export function AgeCell({ at }: { at: string }) {
  return (
    <time dateTime={at} title={formatExactTime(at)}>
      {formatAge(at, useNow())}
    </time>
  );
}
