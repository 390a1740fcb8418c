import { ReactNode } from 'react';
import {
  CardSkeletons,
  isForbidden,
  isNotFound,
  PanelError,
  PanelLoading,
} from '../states';
import { ChangeAnnouncement } from './ChangeAnnouncement';
import styles from './LivePanel.module.css';
import { LiveData } from './useLiveData';

/** @public */
export interface LivePanelProps<T> {
  live: LiveData<T>;
  /** What is shown, as a subject, e.g. `Findings`. */
  subject: string;
  /** In pixels, while nothing is there yet. */
  height: number;
  /** What those see who may not see the data. */
  forbidden: ReactNode;
  /** What is shown where there is nothing of the kind; an error where left out. */
  notFound?: ReactNode;
  /** How many cards come, where the panel is in none itself. */
  cards?: number;
  /** Leaves room around the states, where the panel touches the edge of a card. */
  inset?: boolean;
  /**
   * What is drawn of the data, or how to draw it. Nodes that are undefined, as
   * while there is no data, count as loading.
   */
  children: ReactNode | ((value: T) => ReactNode);
}

/**
 * Live data in every state that loading it can be in. What was good last stays
 * in view, faded, while it can't be loaded again; the right to see it does not
 * outlive a refusal.
 *
 * @public
 */
export function LivePanel<T>(props: LivePanelProps<T>) {
  const { cards, children, forbidden, height, live, notFound, subject } = props;
  const { error, value } = live;
  const frame = (state: ReactNode) =>
    props.inset ? <div className={styles.inset}>{state}</div> : <>{state}</>;
  if (error && isForbidden(error)) {
    return frame(forbidden);
  }
  if (error && notFound !== undefined && isNotFound(error)) {
    return frame(notFound);
  }
  const content = contentOf(children, value);
  if (error) {
    return frame(
      <PanelError
        title={`${subject} unavailable`}
        error={error}
        failedAt={live.failedAt ?? new Date()}
        lastGoodAt={live.loadedAt}
        retrySeconds={live.retrySeconds}
        isRetrying={live.isLoading}
        onRetry={live.reload}
      >
        {content}
      </PanelError>,
    );
  }
  return (
    <>
      <ChangeAnnouncement
        changes={live.changes}
        message={`${subject} updated`}
      />
      {content === undefined
        ? frame(
            <PanelLoading what={inSentence(subject)} height={height}>
              {cards && <CardSkeletons count={cards} />}
            </PanelLoading>,
          )
        : content}
    </>
  );
}

function inSentence(subject: string): string {
  return subject.charAt(0).toLocaleLowerCase('en') + subject.slice(1);
}

function contentOf<T>(
  children: LivePanelProps<T>['children'],
  value: T | undefined,
): ReactNode {
  if (typeof children !== 'function') {
    return children ?? undefined;
  }
  return value === undefined ? undefined : (children(value) ?? null);
}
