import { useApi } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { QuarantinedEntity } from '@synchrony/backstage-plugin-ingestion-common';
import { formatCount, useRequest } from '@synchrony/ui';
import { useState } from 'react';
import { quarantineApiRef } from '../api';
import { ComponentPicker } from '../entityPicker';
import { nameOf } from './QuarantineTable';
import panel from '../panel/panel.module.css';

type RebindDialogProps = {
  entity: QuarantinedEntity;
  onClose(): void;
  /** Told with what was done, in words. */
  onDone(message: string): void;
};

/** How many, where the caller may know. */
function findingsOf({ findings }: { findings?: number }): string {
  return findings === undefined
    ? 'findings not visible to you'
    : formatCount(findings, 'finding');
}

/** Which component was meant, and what moves there. */
export function RebindDialog({ entity, onClose, onDone }: RebindDialogProps) {
  const api = useApi(quarantineApiRef);
  const [to, setTo] = useState(entity.suggestion?.entityRef);
  const { isBusy, problem, send } = useRequest();
  const { evidence, reports } = entity;
  const name = nameOf(entity.entityRef);
  return (
    <Dialog isOpen width={520} onOpenChange={isOpen => !isOpen && onClose()}>
      <DialogHeader>Re-bind {name}</DialogHeader>
      <DialogBody>
        <div className={panel.form}>
          <ComponentPicker
            label="Which component is meant?"
            initial={to}
            onChange={setTo}
          />
          <p>
            {reports > 0 &&
              `${formatCount(reports, 'report')} will be processed for it. `}
            {evidence &&
              `${findingsOf(evidence)} of ${formatCount(evidence.scopes, 'scan target')} move to it with their history. `}
            This can not be undone. Change the pipeline too: a report that names{' '}
            {name} from now on waits here again.
          </p>
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
          isDisabled={!to || isBusy}
          onPress={() =>
            to &&
            send(async () => {
              const moved = await api.rebind({ from: entity.entityRef, to });
              onDone(
                `${name} is ${nameOf(to)} now: ${formatCount(moved.reports, 'report')} being processed, ${findingsOf(moved)} moved.`,
              );
            })
          }
        >
          Re-bind
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
