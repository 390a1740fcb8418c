import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  WaiverDetail,
  WaiverEvent,
} from '@synchrony/backstage-plugin-ingestion-common';
import {
  formatCount,
  formatExactTime,
  RelativeTime,
  safeLink,
  SeveritySquare,
} from '@synchrony/ui';
import { ThreatTags } from '../threats';
import { FindingLink } from './FindingLink';
import { ApprovalsText } from './ApprovalsText';
import { WaiverActions } from './WaiverActions';
import { WaiverEntities } from './WaiverEntities';
import { WaiverLink } from './WaiverLink';
import { WaiverStatusTag } from './WaiverStatusTag';
import {
  dayWords,
  requirementWords,
  severityWords,
  WAIVER_EVENT_WORDS,
  WAIVER_ROLE_LABELS,
  WAIVER_TREATMENT_LABELS,
} from './words';
import panel from '../panel/panel.module.css';
import styles from './waivers.module.css';

const MOST_ENTITIES = 20;

type WaiverDetailsProps = { waiver: WaiverDetail; onChanged(): void };

/** All that was said and decided about a waiver, and what it hides. */
export function WaiverDetails({ onChanged, waiver }: WaiverDetailsProps) {
  return (
    <>
      <WaiverStatusTag status={waiver.status} />
      <Facts waiver={waiver} />
      <WaiverActions key={waiver.id} waiver={waiver} onChanged={onChanged} />
      <Hidden waiver={waiver} />
      <section className={styles.section}>
        <h3 className={styles.heading}>Decisions</h3>
        <ol className={styles.plain}>
          {waiver.log.map((event, index) => (
            <li key={index}>
              <EventText event={event} />
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

function Facts({ waiver }: { waiver: WaiverDetail }) {
  const issue = safeLink(waiver.linkedIssue);
  const { renewedBy, renewedFrom, requirement } = waiver;
  return (
    <dl className={styles.facts}>
      <dt>Components</dt>
      <dd>
        <WaiverEntities waiver={waiver} most={MOST_ENTITIES} />
      </dd>
      <dt>Ends</dt>
      <dd>
        {dayWords(waiver.expiresAt)} (<RelativeTime at={waiver.expiresAt} />)
      </dd>
      {waiver.reviewAt && (
        <>
          <dt>To be looked at again</dt>
          <dd>
            {dayWords(waiver.reviewAt)} (<RelativeTime at={waiver.reviewAt} />)
          </dd>
        </>
      )}
      <dt>Asked for by</dt>
      <dd>
        <EntityRefLink entityRef={waiver.requester} hideIcon />
      </dd>
      <dt>Approvals</dt>
      <dd>
        <ApprovalsText waiver={waiver} />
        {requirement && (
          <span className={panel.quiet}>
            {requirementWords(requirement)} {requirement.because.join(' ')}
          </span>
        )}
      </dd>
      <dt>Why</dt>
      <dd>{waiver.reason}</dd>
      <dt>Risk</dt>
      <dd>{waiver.riskStatement}</dd>
      {waiver.compensatingControls && (
        <>
          <dt>Instead</dt>
          <dd>{waiver.compensatingControls}</dd>
        </>
      )}
      <dt>Treatment</dt>
      <dd>{WAIVER_TREATMENT_LABELS[waiver.treatment]}</dd>
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
      {renewedFrom && (
        <>
          <dt>Continues</dt>
          <dd>
            <WaiverLink id={renewedFrom}>an earlier waiver</WaiverLink>
          </dd>
        </>
      )}
      {renewedBy && (
        <>
          <dt>Continued by</dt>
          <dd>
            <WaiverLink id={renewedBy}>a later waiver</WaiverLink>
          </dd>
        </>
      )}
    </dl>
  );
}

function Hidden({ waiver }: { waiver: WaiverDetail }) {
  const { findings, hides, status, target } = waiver;
  if (target.kind === 'check') {
    return null;
  }
  const isWaiting = status === 'requested' || status === 'approved';
  const title = isWaiting
    ? `Would hide ${formatCount(findings.length, 'finding')}`
    : `Hides ${formatCount(hides.total, 'finding')}`;
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>{title}</h3>
      {hides.total > 0 && <p className={panel.quiet}>{severityWords(hides)}</p>}
      <ul className={styles.plain}>
        {findings.map(finding => (
          <li key={finding.id} className={styles.row}>
            <SeveritySquare severity={finding.severity} />
            <span>
              <FindingLink id={finding.id}>{finding.title}</FindingLink>{' '}
              <EntityRefLink entityRef={finding.entityRef} hideIcon />{' '}
              <ThreatTags finding={{ kev: finding.kev }} />
            </span>
          </li>
        ))}
      </ul>
      {hides.total > findings.length && !isWaiting && (
        <p className={panel.quiet}>
          The first {findings.length} are shown, those that you may see.
        </p>
      )}
    </section>
  );
}

function EventText({ event }: { event: WaiverEvent }) {
  const { actor, at, kind, note, role } = event;
  return (
    <>
      {actor && <EntityRefLink entityRef={actor} hideIcon />}{' '}
      {WAIVER_EVENT_WORDS[kind]}
      {role && ` as ${WAIVER_ROLE_LABELS[role]}`}
      {note && `: ${note}`}
      <span className={panel.quiet}>
        <time dateTime={at}>{formatExactTime(at)}</time>
      </span>
    </>
  );
}
