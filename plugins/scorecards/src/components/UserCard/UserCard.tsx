import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import {
  formatCount,
  isForbidden,
  LevelDistribution,
  PanelEmpty,
  PanelError,
  PanelForbidden,
  PanelLoading,
  PanelPartial,
  TextLink,
} from '@synchrony/ui';
import { useEntityScores } from '../../api';
import { useRowsHref } from '../Portfolio/useRowsHref';
import { BelowTarget } from './BelowTarget';
import { MyNextSteps } from './MyNextSteps';
import styles from './UserCard.module.css';
import { Owner, useOwner } from './useOwner';

const SHOWN = 5;
/** Of so many components the plan is read. */
const PLANNED = 3;
const HEIGHT = 180;

function OwnedServices(props: { owner: Owner }) {
  const { isMe, refs } = props.owner;
  const rowsHref = useRowsHref();
  const all = useEntityScores({ ownedBy: refs, limit: 1 });
  const missed = useEntityScores({
    ownedBy: refs,
    target: 'missed',
    orderBy: 'worst',
    limit: SHOWN,
  });
  const href = (filter: Record<string, string>) =>
    isMe
      ? rowsHref({ owner: 'mine', ...filter })
      : rowsHref({ team: refs.join(','), ...filter });
  const { error, value } = all;
  if (error && isForbidden(error)) {
    return (
      <PanelForbidden title="You can't see scorecards.">
        Ask the administrators of this portal for the right to read them.
      </PanelForbidden>
    );
  }
  const content =
    value &&
    (value.totalItems === 0 ? (
      <PanelEmpty title={isMe ? 'You own no component' : 'Owns no component'}>
        Components of {isMe ? 'your' : 'their'} groups appear here once a
        scorecard covers them.
      </PanelEmpty>
    ) : (
      <div className={styles.stack}>
        <p className={styles.line}>
          <TextLink href={href({})}>
            {value.totalIsLowerBound && 'at least '}
            {formatCount(value.totalItems, 'component')}
          </TextLink>
          {missed.value && (
            <TextLink href={href({ target: 'missed' })}>
              {missed.value.totalItems} below target
            </TextLink>
          )}
        </p>
        <LevelDistribution
          counts={value.levels}
          hrefOf={level => href({ level })}
        />
        {missed.error && !missed.value && (
          <PanelPartial>
            Which of them are below their target could not be read.
          </PanelPartial>
        )}
        {missed.value && missed.value.items.length > 0 && (
          <BelowTarget rows={missed.value.items} />
        )}
        {isMe && missed.value && missed.value.items.length > 0 && (
          <MyNextSteps rows={missed.value.items.slice(0, PLANNED)} />
        )}
      </div>
    ));
  if (error) {
    return (
      <PanelError
        title="Scorecards unavailable"
        error={error}
        failedAt={all.failedAt ?? new Date()}
        onRetry={all.reload}
        isRetrying={all.isLoading}
        retrySeconds={all.retrySeconds}
        lastGoodAt={all.loadedAt}
      >
        {content}
      </PanelError>
    );
  }
  return content ?? <PanelLoading what="the services" height={HEIGHT} />;
}

/** The services of a person's groups, and for oneself what is next. */
export function UserCard() {
  const owner = useOwner();
  return (
    <EntityInfoCard title="Security of owned services">
      {owner ? (
        <OwnedServices owner={owner} />
      ) : (
        <PanelLoading what="the services" height={HEIGHT} />
      )}
    </EntityInfoCard>
  );
}
