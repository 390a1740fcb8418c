import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { Button } from '@backstage/ui';
import { saveFile, useRequest } from '@synchrony/ui';
import { useState } from 'react';
import { championsApiRef } from '../../api';
import { EraseDialog } from './EraseDialog';
import styles from '../entity.module.css';

/** All that is kept of a person: to take along, or to erase after a preview. */
export function PersonData(props: {
  userRef: string;
  isMe: boolean;
  onErased: () => void;
}) {
  const { isMe, onErased, userRef } = props;
  const { primaryTitle } = useEntityPresentation(userRef, {
    defaultKind: 'user',
  });
  const api = useApi(championsApiRef);
  const [isErasing, setErasing] = useState(false);
  const { isBusy, problem, send } = useRequest();
  const download = () =>
    send(async () => {
      const data = await api.exportPerson(userRef);
      saveFile(
        `champions-${parseEntityRef(userRef).name}.json`,
        new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' }),
      );
    });
  return (
    <>
      <h4>{isMe ? 'My data' : `Data of ${primaryTitle}`}</h4>
      <div className={styles.buttons}>
        <Button
          size="small"
          variant="secondary"
          isPending={isBusy}
          onPress={download}
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
          nameOfOther={isMe ? undefined : primaryTitle}
          onErased={onErased}
          onClose={() => setErasing(false)}
        />
      )}
    </>
  );
}
