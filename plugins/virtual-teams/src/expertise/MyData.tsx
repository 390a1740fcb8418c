import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { LivePanel, saveFile, useLiveData, useRequest } from '@synchrony/ui';
import { useState } from 'react';
import { virtualTeamsApiRef } from '../api';
import { TeamsForbidden } from '../directory/TeamsForbidden';
import { Card, FormDialog } from '../parts';
import styles from './expertise.module.css';

const EFFECT_WORDS = {
  deleted: 'deleted',
  pseudonymised: 'kept without your name',
  retained: 'kept',
} as const;

function EraseDialog(props: {
  userRef: string;
  onErased: () => void;
  onClose: () => void;
}) {
  const { onClose, onErased, userRef } = props;
  const api = useApi(virtualTeamsApiRef);
  const preview = useLiveData({
    key: `erasure ${userRef}`,
    load: () => api.previewErasure(userRef),
  });
  return (
    <FormDialog
      title="Erase what virtual teams keep of me"
      submit="Erase for good"
      isDestructive
      isComplete={preview.value !== undefined}
      onSubmit={() => api.erasePerson(userRef)}
      onDone={onErased}
      onClose={onClose}
    >
      <p>You leave your teams, and nobody finds you here any more.</p>
      <LivePanel
        live={preview}
        subject="What is kept"
        height={120}
        forbidden={<TeamsForbidden what="what is kept of people" />}
      >
        {({ classes }) => (
          <ul className={styles.links}>
            {classes.map(({ effect, rows, what, why }) => (
              <li key={what}>
                {what}: {rows}, {EFFECT_WORDS[effect]}. {why}
              </li>
            ))}
          </ul>
        )}
      </LivePanel>
    </FormDialog>
  );
}

/** All that is kept of the reader: to take along, or to erase after a preview. */
export function MyData(props: { userRef: string; onErased: () => void }) {
  const { onErased, userRef } = props;
  const api = useApi(virtualTeamsApiRef);
  const [isErasing, setErasing] = useState(false);
  const { isBusy, problem, send } = useRequest();
  return (
    <Card title="My data">
      <div className={styles.buttons}>
        <Button
          size="small"
          variant="secondary"
          isPending={isBusy}
          onPress={() =>
            send(async () => {
              const data = await api.exportPerson(userRef);
              saveFile(
                `virtual-teams-${parseEntityRef(userRef).name}.json`,
                new Blob([JSON.stringify(data, null, 2)], {
                  type: 'application/json',
                }),
              );
            })
          }
        >
          Download as JSON
        </Button>
        <Button
          size="small"
          variant="tertiary"
          onPress={() => setErasing(true)}
        >
          Erase…
        </Button>
      </div>
      {problem && (
        <p className={styles.problem} role="alert">
          Not downloaded: {problem.message}
        </p>
      )}
      {isErasing && (
        <EraseDialog
          userRef={userRef}
          onErased={onErased}
          onClose={() => setErasing(false)}
        />
      )}
    </Card>
  );
}
