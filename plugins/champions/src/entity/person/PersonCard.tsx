import { stringifyEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  PersonChampionship,
  privacyErasePermission,
} from '@synchrony/backstage-plugin-champions-common';
import { LivePanel, PanelEmpty, TextLink, useIdentity } from '@synchrony/ui';
import { usePerson } from '../../api';
import { programmeRouteRef } from '../../routes';
import { ChampionsForbidden } from '../ChampionsForbidden';
import { AssignmentRows } from './AssignmentRows';
import { LevelAndTraining } from './LevelAndTraining';
import { PersonData } from './PersonData';
import styles from '../entity.module.css';

function NoAssignment(props: { isMe: boolean }) {
  const programme = useRouteRef(programmeRouteRef)?.();
  return (
    <PanelEmpty
      title={
        props.isMe
          ? 'You are not a security champion'
          : 'Not a security champion'
      }
      action={
        props.isMe && programme ? (
          <TextLink href={programme}>Offer to help</TextLink>
        ) : undefined
      }
    >
      Only what a person has accepted is shown here.
    </PanelEmpty>
  );
}

function Championship(props: {
  person: PersonChampionship;
  isMe: boolean;
  mayErase: boolean;
  onChanged: () => void;
}) {
  const { isMe, mayErase, onChanged, person } = props;
  return (
    <div className={styles.stack}>
      {person.assignments.length > 0 ? (
        <AssignmentRows
          assignments={person.assignments}
          isMe={isMe}
          onChanged={onChanged}
        />
      ) : (
        <NoAssignment isMe={isMe} />
      )}
      {person.level !== undefined && (
        <LevelAndTraining
          level={person.level}
          training={person.training ?? []}
        />
      )}
      {(isMe || mayErase) && (
        <PersonData userRef={person.userRef} isMe={isMe} onErased={onChanged} />
      )}
    </div>
  );
}

/**
 * What a person helps with. On one's own page, and for who runs the programme,
 * also the level; on one's own page, and for who answers requests about personal
 * data, what is kept, to take along or erase.
 */
export function PersonCard() {
  const { entity } = useEntity();
  const userRef = stringifyEntityRef(entity);
  const me = useIdentity()?.userEntityRef.toLocaleLowerCase('en-US');
  const { allowed: mayErase } = usePermission({
    permission: privacyErasePermission,
  });
  const live = usePerson(userRef);
  return (
    <EntityInfoCard title="Security champion">
      <LivePanel
        live={live}
        subject="Champion assignments"
        height={140}
        forbidden={<ChampionsForbidden />}
      >
        {person => (
          <Championship
            person={person}
            isMe={me === userRef}
            mayErase={mayErase}
            onChanged={live.reload}
          />
        )}
      </LivePanel>
    </EntityInfoCard>
  );
}
