import { useApi } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogHeader,
  TextAreaField,
} from '@backstage/ui';
import { DayField, useRequest } from '@synchrony/ui';
import { FormEvent, useState } from 'react';
import { campaignsApiRef } from '../../api';
import styles from './Campaigns.module.css';

const LEAST_WORDS = 10;

/** Asks that a component be exempt from a campaign for a while. */
export function ExemptionDialog(props: {
  campaignId: string;
  entityRef: string;
  targetDate: string;
  onClose: () => void;
}) {
  const { campaignId, entityRef, onClose, targetDate } = props;
  const api = useApi(campaignsApiRef);
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  const [isAsked, setAsked] = useState(false);
  const { isBusy, problem, send } = useRequest();
  const isComplete = reason.trim().length >= LEAST_WORDS && until !== '';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isComplete && !isBusy) {
      send(async () => {
        await api.requestExemption(campaignId, {
          entityRef,
          reason: reason.trim(),
          until,
        });
        setAsked(true);
      });
    }
  };

  return (
    <Dialog
      isOpen
      width={560}
      onOpenChange={isOpen => {
        if (!isOpen) {
          onClose();
        }
      }}
    >
      <DialogHeader>Request an exemption</DialogHeader>
      <DialogBody>
        {isAsked ? (
          <div className={styles.form}>
            <p role="status" className={styles.line}>
              Asked for. The component counts as before until somebody else
              approves it.
            </p>
            <div className={styles.buttons}>
              <Button size="small" variant="primary" onPress={onClose}>
                Done
              </Button>
            </div>
          </div>
        ) : (
          <form
            className={styles.form}
            aria-label="Request an exemption"
            onSubmit={submit}
          >
            <p className={styles.line}>
              For {entityRef}. It is shown as exempt, never as passed.
            </p>
            <TextAreaField
              label="Why can it not reach the goal in time?"
              description="A sentence at least"
              rows={3}
              maxLength={2000}
              value={reason}
              onChange={setReason}
            />
            <DayField
              label="Until the end of"
              value={until}
              min={new Date().toISOString().slice(0, 10)}
              max={targetDate}
              onChange={setUntil}
            />
            {problem && (
              <p className={styles.problem} role="alert">
                Not asked for: {problem.message}
              </p>
            )}
            <div className={styles.buttons}>
              <Button
                type="submit"
                size="small"
                variant="primary"
                isDisabled={!isComplete || isBusy}
              >
                Request exemption
              </Button>
              <Button size="small" variant="tertiary" onPress={onClose}>
                Cancel
              </Button>
            </div>
          </form>
        )}
      </DialogBody>
    </Dialog>
  );
}
