import { useApi } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  TextAreaField,
} from '@backstage/ui';
import { QuarantinedEntity } from '@synchrony/backstage-plugin-ingestion-common';
import { formatCount, useRequest } from '@synchrony/ui';
import { useState } from 'react';
import { quarantineApiRef } from '../api';
import { nameOf } from './QuarantineTable';
import panel from '../panel/panel.module.css';

type DiscardDialogProps = {
  entity: QuarantinedEntity;
  onClose(): void;
  /** Told with what was done, in words. */
  onDone(message: string): void;
};

/** Why reports are given up; their submitters read it. */
export function DiscardDialog({ entity, onClose, onDone }: DiscardDialogProps) {
  const api = useApi(quarantineApiRef);
  const [reason, setReason] = useState('');
  const { isBusy, problem, send } = useRequest();
  const name = nameOf(entity.entityRef);
  return (
    <Dialog isOpen width={520} onOpenChange={isOpen => !isOpen && onClose()}>
      <DialogHeader>Discard the reports of {name}</DialogHeader>
      <DialogBody>
        <div className={panel.form}>
          <p>
            {formatCount(entity.reports, 'report')} will be rejected and never
            be processed. This can not be undone.
          </p>
          <TextAreaField
            label="Reason"
            description="The submitter reads it in the receipt."
            value={reason}
            onChange={setReason}
            isRequired
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
          destructive
          isDisabled={reason.trim() === '' || isBusy}
          onPress={() =>
            send(async () => {
              const { reports } = await api.discardQuarantined({
                entityRef: entity.entityRef,
                reason: reason.trim(),
              });
              onDone(`${formatCount(reports, 'report')} of ${name} discarded.`);
            })
          }
        >
          Discard
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
