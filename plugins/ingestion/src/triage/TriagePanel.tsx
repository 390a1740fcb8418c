import { Button } from '@backstage/ui';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  DismissalRequest,
  FINDING_ACTION_INPUTS,
  FindingAction,
  FindingDetail,
} from '@synchrony/backstage-plugin-ingestion-common';
import { RelativeTime, safeLink, severityLabel } from '@synchrony/ui';
import { useState } from 'react';
import { ActionForm } from './ActionForm';
import { useTriage } from './useTriage';
import { ACTION_LABELS, REASON_LABELS, TRIAGE_LABELS } from './words';
import styles from './triage.module.css';

type TriagePanelProps = { finding: FindingDetail; onChanged(): void };

/** How far people are with a finding, and what the reader can do with it. */
export function TriagePanel({ finding, onChanged }: TriagePanelProps) {
  const { act, isBusy, news, undo } = useTriage(finding.id, onChanged);
  const [asking, setAsking] = useState<FindingAction>();
  const open = asking && finding.actions.includes(asking) ? asking : undefined;
  const start = (action: FindingAction) => {
    if (needsForm(action)) {
      setAsking(action);
    } else {
      setAsking(undefined);
      act(action);
    }
  };
  return (
    <section className={styles.panel} aria-label="Triage">
      <TriageFacts finding={finding} />
      {open ? (
        <ActionForm
          key={open}
          action={open}
          severity={{
            now: finding.severity,
            source: finding.sourceSeverity ?? finding.severity,
          }}
          isBusy={isBusy}
          onCancel={() => setAsking(undefined)}
          onSubmit={async said => {
            if (await act(open, said)) {
              setAsking(undefined);
            }
          }}
        />
      ) : (
        <div className={styles.buttons}>
          {finding.actions.map(action => (
            <Button
              key={action}
              size="small"
              variant="secondary"
              isDisabled={isBusy}
              onPress={() => start(action)}
            >
              {ACTION_LABELS[action]}
            </Button>
          ))}
        </div>
      )}
      <div
        className={news?.isRefusal ? styles.refusal : styles.news}
        role="status"
      >
        {news?.message}
      </div>
      {news?.undoId && (
        <Button
          size="small"
          variant="tertiary"
          isDisabled={isBusy}
          onPress={() => news.undoId && undo(news.undoId)}
        >
          Undo
        </Button>
      )}
    </section>
  );
}

/** Whom to assign is known: the reader. */
function needsForm(action: FindingAction): boolean {
  return FINDING_ACTION_INPUTS[action].some(input => input !== 'assignee');
}

function TriageFacts({ finding }: { finding: FindingDetail }) {
  const { assignee, dismissalRequest, status, triage } = finding;
  const { severityAdjustment: adjustment, severityRequest } = finding;
  const issue = safeLink(finding.linkedIssue);
  return (
    <dl className={styles.facts}>
      {status === 'open' && (
        <>
          <dt>Triage</dt>
          <dd>{TRIAGE_LABELS[triage]}</dd>
        </>
      )}
      {assignee && (
        <>
          <dt>Assigned to</dt>
          <dd>
            <EntityRefLink entityRef={assignee} hideIcon />
          </dd>
        </>
      )}
      {issue && (
        <>
          <dt>Issue</dt>
          <dd>
            <a href={issue} target="_blank" rel="noopener noreferrer">
              {issue}
            </a>
          </dd>
        </>
      )}
      {adjustment && (
        <>
          <dt>Severity</dt>
          <dd>
            {severityLabel(adjustment.severity)}, by{' '}
            <EntityRefLink entityRef={adjustment.by} hideIcon />
            {adjustment.approvedBy && (
              <>
                {' '}
                with the approval of{' '}
                <EntityRefLink entityRef={adjustment.approvedBy} hideIcon />
              </>
            )}{' '}
            <RelativeTime at={adjustment.at} />: {adjustment.reason}. The
            scanner says{' '}
            {severityLabel(
              finding.sourceSeverity ?? adjustment.from,
            ).toLocaleLowerCase('en')}
          </dd>
        </>
      )}
      {severityRequest && (
        <>
          <dt>{severityLabel(severityRequest.severity)}?</dt>
          <dd>
            <EntityRefLink entityRef={severityRequest.requestedBy} hideIcon />{' '}
            asked <RelativeTime at={severityRequest.at} />:{' '}
            {severityRequest.reason}
          </dd>
        </>
      )}
      {dismissalRequest && (
        <>
          <dt>To dismiss?</dt>
          <dd>
            <Requester request={dismissalRequest} /> asked{' '}
            <RelativeTime at={dismissalRequest.at} />:{' '}
            {REASON_LABELS[dismissalRequest.reason]}
            {dismissalRequest.text && `. ${dismissalRequest.text}`}
          </dd>
        </>
      )}
    </dl>
  );
}

function Requester({ request }: { request: DismissalRequest }) {
  const { requestedBy, source } = request;
  if (!source) {
    return <EntityRefLink entityRef={requestedBy} hideIcon />;
  }
  return source.kind === 'vex' ? (
    <>
      The VEX document {source.documentId} of {source.name} (sent by{' '}
      {requestedBy})
    </>
  ) : (
    <>A suppression that {source.name} reported</>
  );
}
