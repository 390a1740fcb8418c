import { LiveData, LivePanel, PanelForbidden } from '@synchrony/ui';
import { ReactNode } from 'react';

/** Data of a scorecard review in every state that loading it can be in. */
export function ReviewPanel<T>(props: {
  live: LiveData<T>;
  /** What is shown, as a subject, e.g. `Agenda`. */
  subject: string;
  /** In pixels, while nothing is there yet. */
  height?: number;
  children: (value: T) => ReactNode;
}) {
  const { height = 160 } = props;
  return (
    <LivePanel
      {...props}
      height={height}
      forbidden={
        <PanelForbidden title="You can't see scorecard reviews.">
          Ask the administrators of this portal for the right to read them.
        </PanelForbidden>
      }
    />
  );
}
