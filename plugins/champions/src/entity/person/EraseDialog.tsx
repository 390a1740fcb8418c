import { useApi } from '@backstage/frontend-plugin-api';
import { Button, Dialog, DialogBody, DialogHeader } from '@backstage/ui';
import {
  ErasureClass,
  ErasurePreview,
} from '@synchrony/backstage-plugin-champions-common';
import {
  LivePanel,
  PanelForbidden,
  useLiveData,
  useRequest,
} from '@synchrony/ui';
import { useState } from 'react';
import { championsApiRef } from '../../api';
import styles from '../entity.module.css';

const EFFECT_WORDS: Record<ErasureClass['effect'], string> = {
  deleted: 'deleted',
  pseudonymised: 'kept without the name',
  retained: 'kept',
};

function Effects(props: { preview: ErasurePreview; caption: string }) {
  return (
    <table className={styles.table}>
      <caption className={styles.quiet}>{props.caption}</caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Entries</th>
          <th scope="col">What happens</th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        {props.preview.classes.map(each => (
          <tr key={each.what}>
            <th scope="row">{each.what}</th>
            <td>{each.rows}</td>
            <td>{EFFECT_WORDS[each.effect]}</td>
            <td>{each.why}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Shows what erasing does with what is kept of a person, then does it. */
export function EraseDialog(props: {
  userRef: string;
  /** Absent where it is about oneself. */
  nameOfOther?: string;
  onErased: () => void;
  onClose: () => void;
}) {
  const { nameOfOther, onErased, userRef } = props;
  const api = useApi(championsApiRef);
  const live = useLiveData({
    key: userRef,
    load: () => api.previewErasure(userRef),
  });
  const [erased, setErased] = useState<ErasurePreview>();
  const { isBusy, problem, send } = useRequest();
  const close = () => {
    if (erased) {
      onErased();
    }
    props.onClose();
  };
  return (
    <Dialog
      isOpen
      width={640}
      onOpenChange={isOpen => {
        if (!isOpen) {
          close();
        }
      }}
    >
      <DialogHeader>Erase what is kept of {nameOfOther ?? 'you'}</DialogHeader>
      <DialogBody>
        {erased ? (
          <div className={styles.form}>
            <p role="status">
              Erased. {nameOfOther ? `${nameOfOther} is` : 'You are'} no longer
              shown anywhere.
            </p>
            <Effects preview={erased} caption="What was done" />
            <div className={styles.buttons}>
              <Button size="small" variant="primary" onPress={close}>
                Done
              </Button>
            </div>
          </div>
        ) : (
          <LivePanel
            live={live}
            subject="Preview"
            height={160}
            forbidden={<PanelForbidden title="You may not erase this." />}
          >
            {preview => (
              <div className={styles.form}>
                <p>
                  It can’t be undone. What{' '}
                  {nameOfOther ? `${nameOfOther} is` : 'you are'} champion of
                  ends at once, and its lead is told that the place is vacant.
                </p>
                <Effects preview={preview} caption="What would be done" />
                {problem && (
                  <p className={styles.problem} role="alert">
                    Not erased: {problem.message}
                  </p>
                )}
                <div className={styles.buttons}>
                  <Button
                    size="small"
                    variant="primary"
                    destructive
                    isPending={isBusy}
                    onPress={() =>
                      send(async () =>
                        setErased(await api.erasePerson(userRef)),
                      )
                    }
                  >
                    {nameOfOther ? `Erase the data of ${nameOfOther}` : 'Erase'}
                  </Button>
                  <Button size="small" variant="tertiary" onPress={close}>
                    Cancel
                  </Button>
                </div>
              </div>
            )}
          </LivePanel>
        )}
      </DialogBody>
    </Dialog>
  );
}
