import { Button } from '@backstage/ui';
import {
  Finding,
  FINDING_ACTION_INPUTS,
  isHighOrWorse,
  MOST_FINDINGS_PER_ACTION,
} from '@synchrony/backstage-plugin-ingestion-common';
import { RiCloseLine, RiLock2Line } from '@remixicon/react';
import { useState } from 'react';
import { ActionForm } from '../triage';
import { RequestWaiver } from '../waivers';
import { applicable } from './applicable';
import { AssignForm } from './AssignForm';
import { BULK_ACTIONS, BulkAction } from './bulkActions';
import { Selection } from './useSelection';
import { BulkSaid, useBulkTriage } from './useBulkTriage';
import styles from './bulk.module.css';

type BulkBarProps = { selection: Selection; onChanged(): void };

/** What can be done with all that is selected, and what became of it. */
export function BulkBar({ onChanged, selection }: BulkBarProps) {
  const triage = useBulkTriage(onChanged);
  const { actor, isBusy } = triage;
  const [asking, setAsking] = useState<BulkAction>();
  const { selected } = selection;
  const perform = async (
    bulk: BulkAction,
    findings: Finding[],
    said?: BulkSaid,
  ) => {
    if (await triage.act(bulk, findings, said)) {
      setAsking(undefined);
      selection.clear();
    }
  };
  if (actor === undefined || (selected.length === 0 && !triage.news)) {
    return null;
  }
  const fit = asking ? applicable(asking.action, selected, actor) : [];
  return (
    <div className={styles.dock}>
      {triage.news && <News triage={triage} onClose={triage.dismissNews} />}
      {selected.length > 0 && (
        <section className={styles.bar} aria-label="Selected findings">
          <span className={styles.count} role="status">
            {selected.length} selected
          </span>
          {asking && fit.length > 0 ? (
            <Ask
              bulk={asking}
              me={actor}
              isBusy={isBusy}
              onCancel={() => setAsking(undefined)}
              onSubmit={said => perform(asking, fit, said)}
            />
          ) : (
            <Actions
              selected={selected}
              actor={actor}
              isBusy={isBusy}
              onStart={(bulk, findings) =>
                FINDING_ACTION_INPUTS[bulk.action].length > 0
                  ? setAsking(bulk)
                  : perform(bulk, findings)
              }
            />
          )}
          {selected.some(({ severity }) => isHighOrWorse(severity)) && (
            <span className={styles.note}>
              <RiLock2Line size={14} aria-hidden="true" />
              High and critical dismissals need a second person
            </span>
          )}
          <Button
            size="small"
            variant="tertiary"
            aria-label="Clear selection"
            iconStart={<RiCloseLine aria-hidden="true" />}
            onPress={selection.clear}
          />
        </section>
      )}
    </div>
  );
}

type ActionsProps = {
  selected: Finding[];
  actor: string;
  isBusy: boolean;
  onStart(bulk: BulkAction, findings: Finding[]): void;
};

/** One button an action; it says of how many it is possible. */
function Actions({ actor, isBusy, onStart, selected }: ActionsProps) {
  if (selected.length > MOST_FINDINGS_PER_ACTION) {
    return (
      <span>
        At most {MOST_FINDINGS_PER_ACTION} findings can be changed at once
      </span>
    );
  }
  const open = selected.filter(({ status }) => status === 'open');
  return (
    <span className={styles.buttons}>
      {BULK_ACTIONS.map(bulk => {
        const fit = applicable(bulk.action, selected, actor);
        const isPartial = fit.length < selected.length;
        return (
          <Button
            key={bulk.id}
            size="small"
            variant="secondary"
            isDisabled={isBusy || fit.length === 0}
            onPress={() => onStart(bulk, fit)}
          >
            {bulk.label}
            {isPartial ? ` ${fit.length} of ${selected.length}` : ''}
          </Button>
        );
      })}
      <RequestWaiver
        findings={open}
        label={
          open.length < selected.length
            ? `Request waiver… ${open.length} of ${selected.length}`
            : 'Request waiver…'
        }
        isDisabled={isBusy || open.length === 0}
      />
    </span>
  );
}

type AskProps = {
  bulk: BulkAction;
  me: string;
  isBusy: boolean;
  onCancel(): void;
  onSubmit(said: BulkSaid): void;
};

function Ask({ bulk, isBusy, me, onCancel, onSubmit }: AskProps) {
  return bulk.action === 'assign' ? (
    <AssignForm
      me={me}
      isBusy={isBusy}
      onAssign={assignee => onSubmit({ assignee })}
      onCancel={onCancel}
    />
  ) : (
    <div className={styles.form}>
      <ActionForm
        key={bulk.id}
        action={bulk.action}
        label={bulk.label.replace('…', '')}
        reasons={bulk.reasons}
        isBusy={isBusy}
        onCancel={onCancel}
        onSubmit={onSubmit}
      />
    </div>
  );
}

type NewsProps = {
  triage: ReturnType<typeof useBulkTriage>;
  onClose(): void;
};

function News({ onClose, triage }: NewsProps) {
  const { canUndo, isBusy, news } = triage;
  return (
    <div className={styles.news}>
      <div role="status">
        {news?.message}
        {news && news.refusals.length > 0 && (
          <ul className={styles.refusals}>
            {news.refusals.map(({ id, reason, title }) => (
              <li key={id}>
                <strong>{title}</strong>: {reason}
              </li>
            ))}
          </ul>
        )}
      </div>
      {canUndo && (
        <Button
          size="small"
          variant="secondary"
          isDisabled={isBusy}
          onPress={() => triage.takeBack()}
        >
          Undo
        </Button>
      )}
      <Button
        size="small"
        variant="tertiary"
        aria-label="Close message"
        iconStart={<RiCloseLine aria-hidden="true" />}
        onPress={onClose}
      />
    </div>
  );
}
