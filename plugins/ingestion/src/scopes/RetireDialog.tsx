import { useApi } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  TextAreaField,
} from '@backstage/ui';
import {
  EntityScope,
  LONGEST_RETIRE_REASON,
  RetireScopeAnswer,
} from '@synchrony/backstage-plugin-ingestion-common';
import { useState } from 'react';
import { useRequest } from '@synchrony/ui';
import { entityScopesApiRef } from '../api';
import { scopeName } from './scopeName';
import panel from '../panel/panel.module.css';

type RetireDialogProps = {
  entityRef: string;
  scope: EntityScope;
  onClose(): void;
  onRetired(answer: RetireScopeAnswer): void;
};

/** Why a scan will not come again, and what ending it does. */
export function RetireDialog(props: RetireDialogProps) {
  const { entityRef, onClose, onRetired, scope } = props;
  const api = useApi(entityScopesApiRef);
  const [reason, setReason] = useState('');
  const { isBusy, problem, send } = useRequest();
  return (
    <Dialog isOpen width={520} onOpenChange={isOpen => !isOpen && onClose()}>
      <DialogHeader>Retire {scopeName(scope)}</DialogHeader>
      <DialogBody>
        <div className={panel.form}>
          <p>
            For a scan that will not come again: its tool was removed, or it is
            called something else now. Findings that no other scan sees are
            resolved, and what no other scan looks for is no longer covered. Its
            next report undoes this.
          </p>
          <TextAreaField
            label="Reason"
            description="It is kept in the history of each finding."
            maxLength={LONGEST_RETIRE_REASON}
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
            send(async () =>
              onRetired(
                await api.retireScope(entityRef, scope.id, {
                  reason: reason.replace(/\s+/g, ' ').trim(),
                }),
              ),
            )
          }
        >
          Retire
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
