import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  HatchedNote,
  OwnerChip,
  RelativeTime,
  SeveritySquare,
} from '@synchrony/ui';
import { FoundEntity } from './answer';
import { VersionLine } from './VersionLine';
import { versionsOf } from './versionsOf';
import panel from '../panel/panel.module.css';
import styles from './advisories.module.css';

/** Components of one bucket, with what says so and of when that is. */
export function EntitiesTable({ entities }: { entities: FoundEntity[] }) {
  const withFindings = entities.some(entity => entity.findings);
  return (
    <div className={panel.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Component</th>
            <th scope="col">Has</th>
            {withFindings && <th scope="col">Worst</th>}
            {withFindings && <th scope="col">Due</th>}
            <th scope="col">Owner</th>
            <th scope="col">SBOM of</th>
          </tr>
        </thead>
        <tbody>
          {entities.map(entity => (
            <tr key={entity.entityRef}>
              <td className={panel.nowrap}>
                <EntityRefLink
                  entityRef={entity.entityRef}
                  defaultKind="component"
                  hideIcon
                />
              </td>
              <td>
                <Versions entity={entity} />
              </td>
              {withFindings && (
                <td>
                  {entity.findings ? (
                    <SeveritySquare severity={entity.findings.severity} />
                  ) : (
                    '–'
                  )}
                </td>
              )}
              {withFindings && (
                <td className={panel.nowrap}>
                  <Due findings={entity.findings} />
                </td>
              )}
              <td className={panel.nowrap}>
                <OwnerChip entityRef={entity.ownerRef} />
              </td>
              <td className={panel.nowrap}>
                <ListDate entity={entity} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Versions({ entity }: { entity: FoundEntity }) {
  const versions = versionsOf(entity.matches);
  if (versions.length === 0) {
    return <span className={styles.quiet}>–</span>;
  }
  return (
    <ul className={styles.versions}>
      {versions.map(found => (
        <VersionLine key={`${found.package} ${found.version}`} found={found} />
      ))}
    </ul>
  );
}

function Due({ findings }: Pick<FoundEntity, 'findings'>) {
  if (!findings?.dueAt) {
    return <>–</>;
  }
  return (
    <span className={findings.overdue ? styles.late : undefined}>
      {findings.overdue && 'overdue, '}
      <RelativeTime at={findings.dueAt} />
    </span>
  );
}

/** Only complete lists have a date: a partial one proves no absence. */
function ListDate({ entity }: { entity: FoundEntity }) {
  if (entity.asOf === undefined) {
    return (
      <HatchedNote>
        {entity.bucket === 'noSbom' ? 'no SBOM' : 'none that is complete'}
      </HatchedNote>
    );
  }
  return entity.isStale ? (
    <HatchedNote>
      <RelativeTime at={entity.asOf} />, old
    </HatchedNote>
  ) : (
    <RelativeTime at={entity.asOf} />
  );
}
