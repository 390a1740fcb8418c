import { useApi } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Select,
  TextField,
} from '@backstage/ui';
import { MintedUploadToken } from '@synchrony/backstage-plugin-ingestion-common';
import { useState } from 'react';
import { useRequest } from '@synchrony/ui';
import { uploadTokensApiRef } from '../api';
import { ComponentPicker } from '../entityPicker';
import panel from '../panel/panel.module.css';

const DAYS = [30, 90, 180, 365];
const DAYS_AT_FIRST = 90;

const DAY_OPTIONS = DAYS.map(days => ({
  id: String(days),
  label: `${days} days`,
}));

type MintDialogProps = {
  /** The component that is meant most likely. */
  entityRef?: string;
  onClose(): void;
  onMinted(token: MintedUploadToken): void;
};

/** For which components a new token is, and how long it works. */
export function MintDialog(props: MintDialogProps) {
  const { onClose, onMinted } = props;
  const api = useApi(uploadTokensApiRef);
  const [name, setName] = useState('');
  const [days, setDays] = useState(DAYS_AT_FIRST);
  const [entityRefs, setEntityRefs] = useState<string[]>(
    props.entityRef ? [props.entityRef] : [],
  );
  const { isBusy, problem, send } = useRequest();
  return (
    <Dialog isOpen width={520} onOpenChange={isOpen => !isOpen && onClose()}>
      <DialogHeader>Mint an upload token</DialogHeader>
      <DialogBody>
        <div className={panel.form}>
          <TextField
            label="Name"
            description="Where it is used, e.g. GitLab of the payments team."
            value={name}
            onChange={setName}
            isRequired
          />
          <ul className={panel.plain} aria-label="Components">
            {entityRefs.map(ref => (
              <li key={ref}>
                <code>{ref}</code>{' '}
                <Button
                  size="small"
                  variant="tertiary"
                  aria-label={`Leave out ${ref}`}
                  onPress={() =>
                    setEntityRefs(entityRefs.filter(each => each !== ref))
                  }
                >
                  Leave out
                </Button>
              </li>
            ))}
          </ul>
          <ComponentPicker
            key={entityRefs.length}
            label={
              entityRefs.length === 0
                ? 'For which component?'
                : 'And for which other?'
            }
            onChange={ref =>
              ref &&
              !entityRefs.includes(ref) &&
              setEntityRefs([...entityRefs, ref])
            }
          />
          <Select
            label="Works for"
            options={DAY_OPTIONS}
            value={String(days)}
            onChange={key => setDays(Number(key))}
          />
          {problem && (
            <p role="alert" className={panel.problem}>
              {problem.message}
            </p>
          )}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          Cancel
        </Button>
        <Button
          variant="primary"
          isDisabled={isBusy || name.trim() === '' || entityRefs.length === 0}
          onPress={() =>
            send(async () =>
              onMinted(
                await api.mintUploadToken({
                  name: name.trim(),
                  entityRefs,
                  expiresInDays: days,
                }),
              ),
            )
          }
        >
          Mint
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
