import { CheckView } from '@synchrony/backstage-plugin-scorecards-common';
import {
  AskChampion,
  formatExactTime,
  formatGain,
  Freshness,
  LevelChip,
  NoticeTone,
  OutcomeMark,
  outcomeLabel,
  PanelForbidden,
  PanelNotice,
  SafeMarkdown,
  TeamsOnChecks,
  TextLink,
} from '@synchrony/ui';
import { evidenceText } from '../../model/evidence';
import { actorSentence, effortLabel } from '../../model/labels';
import { outcomeDetail, shownOutcome } from '../../model/outcome';
import { rowsLink } from '../../model/rowsLink';
import { useEntityPath } from '../../paths';
import { useDefinitionsPath } from '../Definitions/useDefinitionsPath';
import { TextWithEntities } from '../TextWithEntities';
import { useEntityOwner } from '../useEntityOwner';
import { CheckHistory } from './CheckHistory';
import { RequestWaiverLink } from './RequestWaiverLink';
import styles from './ScorecardContent.module.css';

const TONES: Record<CheckView['outcome'], NoticeTone> = {
  pass: 'info',
  fail: 'warning',
  unknown: 'unknown',
  waived: 'waiver',
  not_applicable: 'info',
};

function Marks(props: { check: CheckView }) {
  const { check } = props;
  const actor = actorSentence(check.actor);
  return (
    <div className={styles.marks}>
      <OutcomeMark
        outcome={shownOutcome(check)}
        detail={outcomeDetail(check)}
      />
      {check.requiredFor && <LevelChip level={check.requiredFor} />}
      <span className={styles.tag}>
        Weight {check.weightWord}, {check.weight}
      </span>
      <span className={styles.tag}>Effort {effortLabel(check.effort)}</span>
      {actor && <span className={styles.tag}>{actor}</span>}
      {!check.waivable && <span className={styles.tag}>can’t be waived</span>}
    </div>
  );
}

function Evidence(props: { entityRef: string; check: CheckView }) {
  const { entityRef, check } = props;
  const link = rowsLink(check);
  const href = useEntityPath()(entityRef, link?.path);
  return (
    <section>
      <h3>Evidence</h3>
      <dl className={styles.facts}>
        {check.evidence?.map(item => [
          <dt key={`${item.fact} title`} title={item.fact}>
            {item.title}
          </dt>,
          <dd key={`${item.fact} value`}>
            <TextWithEntities text={evidenceText(item.value)} />
          </dd>,
        ])}
        {check.evidenceAt && (
          <>
            <dt>Observed</dt>
            <dd>
              <Freshness at={check.evidenceAt} staleAt={check.staleAt} />
            </dd>
          </>
        )}
        {check.since && (
          <>
            <dt>{outcomeLabel(shownOutcome(check))} since</dt>
            <dd>{formatExactTime(check.since)}</dd>
          </>
        )}
      </dl>
      {link && href && (
        <p className={styles.rows}>
          <TextLink href={href} strong>
            {link.label}
          </TextLink>
        </p>
      )}
    </section>
  );
}

/** Reason, evidence with its rows, how to fix it, and why it matters. */
export function CheckDetails(props: { entityRef: string; check: CheckView }) {
  const { entityRef, check } = props;
  const owner = useEntityOwner();
  const definitionsPath = useDefinitionsPath();
  return (
    <div className={styles.details}>
      <Marks check={check} />
      {check.reason && (
        <PanelNotice tone={TONES[check.outcome]}>
          <strong>
            <TextWithEntities text={check.reason} />
          </strong>
          {check.outcome === 'unknown' && ' Unknown counts as not passed.'}
        </PanelNotice>
      )}
      {check.redacted ? (
        <PanelForbidden
          title="You can see the outcome, not what stands behind it."
          askRef={owner}
        />
      ) : (
        <Evidence entityRef={entityRef} check={check} />
      )}
      {check.outcome !== 'pass' && check.outcome !== 'not_applicable' && (
        <section>
          <h3>How to fix</h3>
          <SafeMarkdown content={check.remediation} />
          {check.gain ? (
            <p className={styles.rows}>
              Fixing gives <strong>{formatGain(check.gain)}</strong> points.
            </p>
          ) : null}
          <RequestWaiverLink entityRef={entityRef} check={check} />
        </section>
      )}
      {check.outcome !== 'pass' && (
        <AskChampion
          entityRef={entityRef}
          subject={{
            kind: 'check',
            id: check.id,
            area: check.stage,
            title: check.title,
          }}
        />
      )}
      {check.outcome !== 'pass' && <TeamsOnChecks checkIds={[check.id]} />}
      {!check.redacted && (
        <CheckHistory entityRef={entityRef} checkId={check.id} />
      )}
      <section>
        <h3>Why it matters</h3>
        <SafeMarkdown content={check.rationale} />
        <p className={styles.rows}>
          <TextLink
            href={`${definitionsPath}?${new URLSearchParams({ check: check.id })}`}
          >
            Its rule and versions
          </TextLink>
        </p>
      </section>
    </div>
  );
}
