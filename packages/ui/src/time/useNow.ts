import { useEffect, useState } from 'react';

const TICK_MS = 30_000;

/**
 * The time now, moving on twice a minute so that ages and countdowns on an
 * open page stay true.
 *
 * @public
 */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
