import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { OwnedByTeam } from '@synchrony/backstage-plugin-virtual-teams-common';
import { LivePanel, PanelEmpty } from '@synchrony/ui';
import { useOwnedByTeams } from '../../api';
import { EntityTitle, TeamLink } from '../parts';
import { TeamsForbidden } from '../TeamsForbidden';
import { MoreRows } from './MoreRows';
import { WrittenIn } from './WrittenIn';
import styles from '../directory.module.css';

function Owner({ ownerRef, ownerTitle }: OwnedByTeam) {
  return ownerTitle === undefined ? (
    <EntityTitle entityRef={ownerRef} />
  ) : (
    <TeamLink teamRef={ownerRef} title={ownerTitle} />
  );
}

function Owned(props: { items: OwnedByTeam[] }) {
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-labelledby="owned-by-teams">
        <thead>
          <tr>
            <th scope="col">Entity</th>
            <th scope="col">Names as owner</th>
            <th scope="col">Written in</th>
          </tr>
        </thead>
        <tbody>
          {props.items.map(item => (
            <tr key={item.entityRef}>
              <th scope="row">
                <EntityRefLink
                  entityRef={item.entityRef}
                  title={item.title}
                  hideIcon
                />
              </th>
              <td>
                <Owner {...item} />
              </td>
              <td>
                <WrittenIn location={item.location} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Entities that name a virtual team as their owner, which it must not be. */
export function OwnedByTeamsCard() {
  const live = useOwnedByTeams();
  return (
    <section className={styles.card} aria-label="Owned by a virtual team">
      <h2 id="owned-by-teams">Owned by a virtual team</h2>
      <p className={styles.sub}>
        A virtual team ends, and owns nothing. Name the group that answers for
        the entity in the long run as its <code>spec.owner</code>.
      </p>
      <LivePanel
        live={live}
        subject="Owners"
        height={160}
        forbidden={<TeamsForbidden what="virtual teams" />}
      >
        {({ items }) =>
          items.length === 0 ? (
            <PanelEmpty title="No virtual team owns anything">
              Of what you can do something about.
            </PanelEmpty>
          ) : (
            <Owned items={items} />
          )
        }
      </LivePanel>
      <MoreRows of="entities" live={live} />
    </section>
  );
}
