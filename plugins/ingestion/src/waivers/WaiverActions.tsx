import { Button } from '@backstage/ui';
import {
  Waiver,
  WAIVER_ACTION_INPUTS,
  WaiverAction,
} from '@synchrony/backstage-plugin-ingestion-common';
import { useState } from 'react';
import { useWaiverActions } from './useWaiverActions';
import { WaiverActionForm } from './WaiverActionForm';
import { WAIVER_ROLE_LABELS } from './words';
import panel from '../panel/panel.module.css';
import styles from './waivers.module.css';

const LABELS: Record<WaiverAction, string> = {
  approve: 'Approve',
  reject: 'Reject',
  withdraw: 'Withdraw',
  revoke: 'Revoke',
  renew: 'Renew',
};

type WaiverActionsProps = { waiver: Waiver; onChanged(): void };

/** What the reader can do with a waiver now, and what became of it. */
export function WaiverActions({ onChanged, waiver }: WaiverActionsProps) {
  const { actions, approvableAs, requirement } = waiver;
  const { act, done, isBusy, problem } = useWaiverActions(waiver.id, onChanged);
  const [asking, setAsking] = useState<WaiverAction>();
  const open = asking && actions.includes(asking) ? asking : undefined;
  return (
    <section className={styles.section} aria-label="Decide">
      {open ? (
        <WaiverActionForm
          key={open}
          action={open}
          label={LABELS[open]}
          maxDays={requirement?.maxDays}
          isBusy={isBusy}
          problem={problem}
          onCancel={() => setAsking(undefined)}
          onSubmit={async request => {
            if (await act(request)) {
              setAsking(undefined);
            }
          }}
        />
      ) : (
        <div className={panel.buttons}>
          {approvableAs.map(role => (
            <Button
              key={role}
              size="small"
              variant="primary"
              isDisabled={isBusy}
              onPress={() => act({ action: 'approve', role })}
            >
              Approve as {WAIVER_ROLE_LABELS[role]}
            </Button>
          ))}
          {actions
            .filter(action => action !== 'approve')
            .map(action => (
              <Button
                key={action}
                size="small"
                variant="secondary"
                isDisabled={isBusy}
                onPress={() =>
                  WAIVER_ACTION_INPUTS[action].length > 0
                    ? setAsking(action)
                    : act({ action })
                }
              >
                {LABELS[action]}
              </Button>
            ))}
        </div>
      )}
      <div role="status">{done}</div>
      {problem && (
        <p className={panel.problem} role="alert">
          Not done: {problem.message}
        </p>
      )}
    </section>
  );
}
