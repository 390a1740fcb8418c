import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import {
  GroupLending,
  VIRTUAL_TEAM_GROUP_TYPE,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { LivePanel, PanelNotice, PersonChip } from '@synchrony/ui';
import { TeamsForbidden } from '../directory/TeamsForbidden';
import { TeamLink } from '../directory/parts';
import { useGroupLending } from './entityData';
import styles from './entity.module.css';

const people = (count: number) =>
  `${count} ${count === 1 ? 'person' : 'people'}`;

function Teams(props: {
  title: string;
  none: string;
  rows: { teamRef: string; title: string; text: string }[];
}) {
  return (
    <section className={styles.stack}>
      <h4>{props.title}</h4>
      {props.rows.length === 0 ? (
        <p className={styles.quiet}>{props.none}</p>
      ) : (
        <ul className={styles.list}>
          {props.rows.map(({ teamRef, text, title }) => (
            <li key={teamRef} className={styles.row}>
              <TeamLink teamRef={teamRef} title={title} />
              <span>{text}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Lending({ lending }: { lending: GroupLending }) {
  const { borrowedFrom, lentTo, overAllocated, totalAllocationPct } = lending;
  return (
    <div className={styles.stack}>
      <div className={styles.columns}>
        <Teams
          title="Lent to"
          none="Nobody of the group is in a virtual team."
          rows={lentTo.map(each => ({ ...each, text: people(each.people) }))}
        />
        <Teams
          title="Borrowed from other groups"
          none="No virtual team works on what the group owns."
          rows={borrowedFrom.map(each => ({
            ...each,
            text: `${people(each.people)}, ${each.entities} of its entities`,
          }))}
        />
      </div>
      {totalAllocationPct !== undefined && (
        <p className={styles.quiet}>
          Agreed in all: {totalAllocationPct} % of a person’s time, from{' '}
          {people(lending.peopleLent)}.
        </p>
      )}
      {overAllocated.map(({ limitPct, ref, totalPct }) => (
        <PanelNotice key={ref} tone="warning">
          <PersonChip entityRef={ref} /> gives {totalPct} %, and {limitPct} % is
          agreed. Worth a talk; nothing is taken away.
        </PanelNotice>
      ))}
    </div>
  );
}

/** Whom the group of the page lends to virtual teams, and who works for it. */
export function GroupTeamsCard() {
  const { entity } = useEntity();
  const groupRef = stringifyEntityRef(entity);
  return entity.spec?.type === VIRTUAL_TEAM_GROUP_TYPE ? (
    <EntityInfoCard title="Virtual team">
      <p className={styles.line}>
        Charter, members and what it works on stand on its own page:{' '}
        <TeamLink
          teamRef={groupRef}
          title={entity.metadata.title ?? entity.metadata.name}
        />
        . It owns nothing in the catalog.
      </p>
    </EntityInfoCard>
  ) : (
    <GroupLendingCard groupRef={groupRef} />
  );
}

function GroupLendingCard({ groupRef }: { groupRef: string }) {
  const live = useGroupLending(groupRef);
  return (
    <EntityInfoCard title="Virtual teams">
      <LivePanel
        live={live}
        subject="Virtual teams"
        height={120}
        forbidden={<TeamsForbidden what="virtual teams" />}
      >
        {lending => <Lending lending={lending} />}
      </LivePanel>
    </EntityInfoCard>
  );
}
