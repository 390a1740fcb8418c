import { useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { MyProfile } from '@synchrony/backstage-plugin-virtual-teams-common';
import { PersonChip, useRequest } from '@synchrony/ui';
import { useSkills, virtualTeamsApiRef } from '../api';
import { Card } from '../parts';
import styles from './expertise.module.css';

/** For whom the reader spoke up; absent where for nobody. */
export function GivenEndorsements(props: {
  profile: MyProfile;
  onChanged: () => void;
}) {
  const { onChanged, profile } = props;
  const api = useApi(virtualTeamsApiRef);
  const skills = useSkills().value?.items ?? [];
  const { isBusy, problem, send } = useRequest();
  if (profile.given.length === 0) {
    return null;
  }
  return (
    <Card title="For whom I spoke up">
      <ul className={styles.rows}>
        {profile.given.map(({ id, skillId, text, userRef }) => (
          <li key={id} className={styles.between}>
            <span>
              <PersonChip entityRef={userRef} />{' '}
              {skills.find(skill => skill.id === skillId)?.name ?? skillId}: “
              {text}”
            </span>
            <Button
              size="small"
              variant="tertiary"
              isDisabled={isBusy}
              onPress={() =>
                send(async () => {
                  await api.removeEndorsement(id);
                  onChanged();
                })
              }
            >
              Take back
            </Button>
          </li>
        ))}
      </ul>
      {problem && (
        <p className={styles.problem} role="alert">
          Not done: {problem.message}
        </p>
      )}
    </Card>
  );
}
