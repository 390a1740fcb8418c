import { useRouteRef } from '@backstage/frontend-plugin-api';
import {
  formatCount,
  PanelEmpty,
  PanelError,
  PanelLoading,
  TextLink,
} from '@synchrony/ui';
import { useEntityScores, useOwnershipRefs } from '../../api';
import { rootRouteRef } from '../../routes';
import { MyService } from './MyService';
import styles from './MyServices.module.css';

const SHOWN = 8;
const HEIGHT = 320;

interface OwnedServicesProps {
  /** Only those below their target. */
  onlyMissed?: boolean;
}

function Services(props: { ownedBy: string[] } & OwnedServicesProps) {
  const { ownedBy, onlyMissed = false } = props;
  const scores = useEntityScores({
    ownedBy,
    ...(onlyMissed && { target: 'missed' }),
    orderBy: 'worst',
    limit: SHOWN,
  });
  const allPath = useRouteRef(rootRouteRef)?.();
  const { value, error } = scores;
  const list = value && (
    <>
      <ul className={styles.list}>
        {value.items.map(row => (
          <MyService key={`${row.entityRef} ${row.scorecardId}`} row={row} />
        ))}
      </ul>
      <div className={styles.footer}>
        <span>
          {value.items.length < value.totalItems
            ? `${value.items.length} of ${formatCount(
                value.totalItems,
                'component',
              )}, lowest level first`
            : `${formatCount(
                value.totalItems,
                'component',
              )}, lowest level first`}
        </span>
        {allPath && (
          <TextLink
            href={`${allPath}?owner=mine${onlyMissed ? '&target=missed' : ''}`}
            strong
          >
            Show all of mine
          </TextLink>
        )}
      </div>
    </>
  );
  if (error) {
    return (
      <PanelError
        title="Scorecards unavailable"
        error={error}
        failedAt={scores.failedAt ?? new Date()}
        onRetry={scores.reload}
        isRetrying={scores.isLoading}
        retrySeconds={scores.retrySeconds}
        lastGoodAt={scores.loadedAt}
      >
        {list}
      </PanelError>
    );
  }
  if (!value) {
    return <PanelLoading what="your services" height={HEIGHT} />;
  }
  if (value.totalItems === 0) {
    return onlyMissed ? (
      <PanelEmpty title="None of your components is below its target" />
    ) : (
      <NothingOwned />
    );
  }
  return <div>{list}</div>;
}

function NothingOwned() {
  const allPath = useRouteRef(rootRouteRef)?.();
  return (
    <PanelEmpty
      title="You own no component"
      action={
        allPath && (
          <TextLink href={allPath}>Show the scorecards of all</TextLink>
        )
      }
    >
      Components of your groups appear here, the one that needs you most on top.
    </PanelEmpty>
  );
}

function OwnedServices(props: OwnedServicesProps) {
  const ownedBy = useOwnershipRefs();
  if (!ownedBy) {
    return <PanelLoading what="your services" height={HEIGHT} />;
  }
  return ownedBy.length === 0 ? (
    <NothingOwned />
  ) : (
    <Services ownedBy={ownedBy} {...props} />
  );
}

/** The components of the signed-in user, worst first. */
export function MyServices() {
  return <OwnedServices />;
}

/** Those of them that are below their target. */
export function AtRisk() {
  return <OwnedServices onlyMissed />;
}
