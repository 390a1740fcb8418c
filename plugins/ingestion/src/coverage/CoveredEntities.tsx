import { useRouteRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { EntityCoverage } from '@synchrony/backstage-plugin-ingestion-common';
import {
  hatchClassName,
  OwnerChip,
  RelativeTime,
  TextLink,
} from '@synchrony/ui';
import { ingestionRouteRef } from '../routes';
import { STATE_LABELS } from './words';
import styles from './coverage.module.css';

/** Components with the state of one control. */
export function CoveredEntities(props: { entities: EntityCoverage[] }) {
  return (
    <ul className={styles.entities}>
      {props.entities.map(entity => (
        <li key={entity.entityRef}>
          <span className={styles.line}>
            <strong>
              <EntityRefLink
                entityRef={entity.entityRef}
                defaultKind="component"
                hideIcon
              />
            </strong>
            <StateTag entity={entity} />
          </span>
          <span className={styles.detail}>
            <Detail entity={entity} />
          </span>
          {entity.ownerRef && <OwnerChip entityRef={entity.ownerRef} />}
        </li>
      ))}
    </ul>
  );
}

function StateTag({ entity }: { entity: EntityCoverage }) {
  const { state } = entity;
  const unknown = state !== 'active' && state !== 'not_applicable';
  return (
    <span className={unknown ? `${styles.tag} ${hatchClassName}` : styles.tag}>
      <span className={styles.word}>{STATE_LABELS[state]}</span>
    </span>
  );
}

/** What is known, and what would make it active. */
function Detail({ entity }: { entity: EntityCoverage }) {
  const { failures, lastCompleteAt, lastFailureAt, state, tool } = entity;
  switch (state) {
    case 'not_applicable':
      return <>{entity.reason}</>;
    case 'missing':
      return (
        <>
          {entity.controlType === 'sbom'
            ? 'No complete list of components ever arrived.'
            : 'No complete report ever arrived.'}{' '}
          <ConnectLink entityRef={entity.entityRef} />
        </>
      );
    case 'declared':
      return (
        <>
          Its catalog entry announces this control; no report yet.{' '}
          <ConnectLink entityRef={entity.entityRef} />
        </>
      );
    default:
      return (
        <>
          {tool ?? 'A scan'}
          {lastCompleteAt && (
            <>
              , last complete <RelativeTime at={lastCompleteAt} />
            </>
          )}
          {state === 'stale' &&
            (entity.controlType === 'sbom'
              ? '. Send a new one.'
              : '. Run it again.')}
          {state === 'failing' && lastFailureAt && (
            <>
              . {failures} scans in a row failed, the last{' '}
              <RelativeTime at={lastFailureAt} />
            </>
          )}
        </>
      );
  }
}

function ConnectLink({ entityRef }: { entityRef: string }) {
  const page = useRouteRef(ingestionRouteRef)?.();
  return page ? (
    <TextLink
      href={`${page}/connect?${new URLSearchParams({ entity: entityRef })}`}
    >
      Connect its pipeline
    </TextLink>
  ) : null;
}
