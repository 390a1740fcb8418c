import { useRouteRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { EntityCoverage } from '@synchrony/backstage-plugin-champions-common';
import { LivePanel, PanelEmpty, TextLink, useIdentity } from '@synchrony/ui';
import { useChampionsOf } from '../api';
import { ChampionsForbidden } from '../entity/ChampionsForbidden';
import { ChampionChip } from '../entity/ChampionChip';
import { CoverageMark } from '../entity/CoverageMark';
import { programmeRouteRef } from '../routes';
import styles from './desk.module.css';

function TeamRow({ coverage }: { coverage: EntityCoverage }) {
  const contact = coverage.primary ?? coverage.deputies[0];
  return (
    <li className={styles.stack}>
      <span className={styles.buttons}>
        <EntityRefLink entityRef={coverage.entityRef} hideIcon />
        <CoverageMark state={coverage.state} />
      </span>
      {contact && <ChampionChip contact={contact} />}
    </li>
  );
}

function MyTeams(props: { groupRefs: string[] }) {
  const live = useChampionsOf(props.groupRefs);
  return (
    <LivePanel
      live={live}
      subject="Champions of your teams"
      height={80}
      forbidden={<ChampionsForbidden />}
    >
      {({ items }) => (
        <ul className={styles.list} aria-label="Champions of your teams">
          {items.map(coverage => (
            <TeamRow key={coverage.entityRef} coverage={coverage} />
          ))}
        </ul>
      )}
    </LivePanel>
  );
}

/** For who is champion of nothing: whom to ask, and how to help. */
export function NotChampion() {
  const programme = useRouteRef(programmeRouteRef)?.();
  const groups = useIdentity()?.ownershipEntityRefs.filter(ref =>
    ref.startsWith('group:'),
  );
  return (
    <>
      <section className={styles.card}>
        <PanelEmpty
          title="You are not a security champion"
          action={
            programme && (
              <TextLink href={programme} strong>
                Offer to help
              </TextLink>
            )
          }
        >
          A champion is the contact for security in a team, with time agreed for
          it. What needs a champion is listed here for those who are.
        </PanelEmpty>
      </section>
      <section className={styles.card}>
        <div className={styles.head}>
          <h2>Who is my team’s champion?</h2>
        </div>
        {groups?.length === 0 && (
          <p>The catalog names no team of yours, so nobody can be shown.</p>
        )}
        {groups && groups.length > 0 && <MyTeams groupRefs={groups} />}
      </section>
    </>
  );
}
