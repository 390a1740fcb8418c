import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { FaultyDeclaration } from '@synchrony/backstage-plugin-virtual-teams-common';
import { LivePanel, PanelEmpty } from '@synchrony/ui';
import { useFaultyDeclarations } from '../../api';
import { TeamLink } from '../parts';
import { TeamsForbidden } from '../TeamsForbidden';
import { FaultList } from './FaultList';
import { MoreRows } from './MoreRows';
import { WrittenIn } from './WrittenIn';
import styles from '../directory.module.css';

function Declaration(props: { declaration: FaultyDeclaration }) {
  const { faults, hasTeam, location, teamRef, title } = props.declaration;
  return (
    <li className={styles.fault}>
      <div className={styles.head}>
        {hasTeam ? (
          <TeamLink teamRef={teamRef} title={title} />
        ) : (
          <EntityRefLink entityRef={teamRef} title={title} hideIcon />
        )}
        <span className={styles.quiet}>
          {hasTeam
            ? 'The version before stays in force'
            : 'There is no team of it yet'}
        </span>
      </div>
      <FaultList label={`Faults of ${title}`} faults={faults} />
      <p className={styles.quiet}>
        Written in <WrittenIn location={location} />
      </p>
    </li>
  );
}

/** Files that declare a team and are not applied, with what is wrong in each. */
export function FaultyDeclarationsCard() {
  const live = useFaultyDeclarations();
  return (
    <section className={styles.card} aria-labelledby="faulty-declarations">
      <h2 id="faulty-declarations">Files that are not applied</h2>
      <p className={styles.sub}>
        Teams that are declared in the catalog, where the newest version of the
        file has faults. Put it right in the file.
      </p>
      <LivePanel
        live={live}
        subject="Faults of files"
        height={160}
        forbidden={<TeamsForbidden what="virtual teams" />}
      >
        {({ items }) =>
          items.length === 0 ? (
            <PanelEmpty title="No file has a fault">
              Of those that you can do something about.
            </PanelEmpty>
          ) : (
            <ul
              className={styles.faults}
              aria-label="Files that are not applied"
            >
              {items.map(declaration => (
                <Declaration
                  key={declaration.teamRef}
                  declaration={declaration}
                />
              ))}
            </ul>
          )
        }
      </LivePanel>
      <MoreRows of="files" live={live} />
    </section>
  );
}
