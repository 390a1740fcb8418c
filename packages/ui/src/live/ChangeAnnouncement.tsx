import { VisuallyHidden } from '@backstage/ui';
import { useEffect, useRef, useState } from 'react';

/** @public */
export interface ChangeAnnouncementProps {
  /** How often the data changed, see `changes` of {@link useLiveData}. */
  changes: number;
  /** What to say, e.g. `Scorecard updated`. */
  message: string;
}

const SAID_MS = 5_000;

/**
 * Says politely, once a change, that what is on the page was updated.
 *
 * @public
 */
export function ChangeAnnouncement(props: ChangeAnnouncementProps) {
  const { changes, message } = props;
  const announced = useRef(changes);
  const [said, setSaid] = useState('');

  useEffect(() => {
    if (changes === announced.current) {
      return undefined;
    }
    announced.current = changes;
    if (changes === 0) {
      return undefined;
    }
    setSaid(message);
    const timer = setTimeout(() => setSaid(''), SAID_MS);
    return () => clearTimeout(timer);
  }, [changes, message]);

  return <VisuallyHidden role="status">{said}</VisuallyHidden>;
}
