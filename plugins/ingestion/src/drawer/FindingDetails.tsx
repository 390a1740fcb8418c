import { FindingDetail } from '@synchrony/backstage-plugin-ingestion-common';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  AskChampion,
  DueCountdown,
  RelativeTime,
  SafeMarkdown,
  SeveritySquare,
  severityLabel,
} from '@synchrony/ui';
import { StatusTag } from '../list/StatusTag';
import { ThreatTags } from '../threats';
import { TriagePanel } from '../triage';
import { RequestWaiver } from '../waivers';
import { ComponentFix } from './ComponentFix';
import { History } from './History';
import { Identifiers } from './Identifiers';
import { Places } from './Places';
import { Presence } from './Presence';
import { RelatedPlaces } from './RelatedPlaces';
import { Section } from './Section';
import { Statements } from './Statements';
import styles from './drawer.module.css';

type FindingDetailsProps = {
  finding: FindingDetail;
  /** Called when the reader changed it. */
  onChanged(): void;
};

export function FindingDetails({ finding, onChanged }: FindingDetailsProps) {
  const { severity, sourceSeverity, toolSeverity, score } = finding;
  return (
    <>
      <div className={styles.facts}>
        <SeveritySquare severity={severity} decorative />
        <span>
          {severityLabel(severity)}
          {score !== undefined && `, score ${score}`}
          {sourceSeverity && (
            <span className={styles.quiet}>
              {' '}
              · adjusted; the scanner says{' '}
              {severityLabel(sourceSeverity).toLocaleLowerCase('en')}
            </span>
          )}
          {toolSeverity && !sourceSeverity && (
            <span className={styles.quiet}> · tool says {toolSeverity}</span>
          )}
        </span>
        <StatusTag finding={finding} />
        <ThreatTags finding={finding} />
      </div>
      <dl className={styles.list}>
        <dt>Service</dt>
        <dd>
          <EntityRefLink entityRef={finding.entityRef} hideIcon />
        </dd>
        <dt>Found by</dt>
        <dd>{finding.tools.join(', ') || 'no scan at present'}</dd>
        <dt>First seen</dt>
        <dd>
          <RelativeTime at={finding.firstSeenAt} />
        </dd>
        <dt>Last seen</dt>
        <dd>
          <RelativeTime at={finding.lastSeenAt} />
        </dd>
        {finding.status === 'open' && finding.dueAt && (
          <>
            <dt>{finding.noFix ? 'Decide by' : 'Due'}</dt>
            <dd>
              <DueCountdown
                startAt={finding.firstSeenAt}
                dueAt={finding.dueAt}
              />
            </dd>
          </>
        )}
        {finding.status === 'open' && (
          <>
            <dt>Why then</dt>
            <dd>{finding.dueReason}</dd>
          </>
        )}
      </dl>
      <TriagePanel key={finding.id} finding={finding} onChanged={onChanged} />
      {finding.status === 'open' && finding.mayTriage && (
        <RequestWaiver
          key={`waiver ${finding.id}`}
          findings={[finding]}
          label="Request a waiver"
        />
      )}
      <AskChampion
        entityRef={finding.entityRef}
        subject={{
          kind: 'finding',
          id: finding.id,
          area: finding.type,
          title: finding.title,
        }}
      />
      <Statements statements={finding.statements} />
      {finding.description && (
        <Section title="What it is">
          <SafeMarkdown content={finding.description} />
        </Section>
      )}
      <ComponentFix finding={finding} />
      {finding.remediation && (
        <Section title="How to fix it">
          <SafeMarkdown content={finding.remediation} />
        </Section>
      )}
      <Identifiers finding={finding} />
      <Places locations={finding.locations} />
      <RelatedPlaces related={finding.related} />
      <Presence presence={finding.presence} />
      <History events={finding.history} />
    </>
  );
}
