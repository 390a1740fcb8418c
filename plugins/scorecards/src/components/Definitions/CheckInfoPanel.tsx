import {
  CheckInfo,
  WEIGHTS,
} from '@synchrony/backstage-plugin-scorecards-common';
import {
  CopyableCode,
  LevelChip,
  PanelNotice,
  SafeMarkdown,
  SidePanel,
  TextLink,
} from '@synchrony/ui';
import { actorSentence, effortLabel, stageLabel } from '../../model/labels';
import details from '../ScorecardContent/ScorecardContent.module.css';
import { CheckStandings } from './CheckStandings';
import styles from './Definitions.module.css';
import { Terms } from './Terms';
import { useDefinitionsPath } from './useDefinitionsPath';

function Marks(props: { check: CheckInfo }) {
  const { check } = props;
  const actor = actorSentence(check.actor);
  return (
    <div className={details.marks}>
      <span className={details.tag}>Version {check.version}</span>
      <span className={details.tag}>
        Weight {check.weightWord}, {WEIGHTS[check.weightWord]}
      </span>
      <span className={details.tag}>Effort {effortLabel(check.effort)}</span>
      {actor && <span className={details.tag}>{actor}</span>}
      {!check.waivable && <span className={details.tag}>can’t be waived</span>}
      {check.sensitive && (
        <span className={details.tag}>
          sensitive: outsiders don’t see why it fails
        </span>
      )}
    </div>
  );
}

function Rule(props: { check: CheckInfo }) {
  const { appliesWhen, notApplicableBecause, passWhen, unknownWhen } =
    props.check;
  return (
    <section className={styles.rule}>
      <h3>Rule</h3>
      <p>It passes when</p>
      <CopyableCode code={passWhen} label="Rule to pass" />
      {appliesWhen === undefined ? (
        <p>It applies to every component.</p>
      ) : (
        <>
          <p>It applies when</p>
          <CopyableCode code={appliesWhen} label="Rule to apply" />
          <p>Otherwise: {notApplicableBecause}</p>
        </>
      )}
      {unknownWhen.length > 0 && (
        <>
          <p>It is not known, which counts as not passed, when</p>
          {unknownWhen.map(({ when }, index) => (
            <CopyableCode
              key={when}
              code={when}
              label={`Rule to be unknown, ${index + 1}`}
            />
          ))}
        </>
      )}
    </section>
  );
}

function UsedBy(props: { check: CheckInfo }) {
  const path = useDefinitionsPath();
  return (
    <section>
      <h3>Who asks for it</h3>
      <ul className={styles.rows}>
        {props.check.usedBy.map(use => (
          <li key={use.scorecardId}>
            <TextLink
              href={`${path}?${new URLSearchParams({ scorecard: use.scorecardId })}`}
            >
              {use.title}
            </TextLink>
            <span className={styles.level}>
              {use.requiredFor ? (
                <>
                  for <LevelChip level={use.requiredFor} />
                </>
              ) : (
                'for points only'
              )}
              {use.sooner && (
                <>
                  {' '}
                  and for <LevelChip level={use.sooner.requiredFor} /> when{' '}
                  <code>{use.sooner.when}</code>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What a check asks, by which rule, for whom, and since when. */
export function CheckInfoPanel(props: {
  check: CheckInfo;
  /** Whether the viewer may count how components stand. */
  manageable: boolean;
  onClose: () => void;
}) {
  const { check, manageable, onClose } = props;
  const isWaiting = check.waitingFor.length > 0;
  return (
    <SidePanel
      title={check.title}
      kicker={`${stageLabel(check.stage)} · ${check.id}`}
      onClose={onClose}
    >
      <div className={details.details}>
        <Marks check={check} />
        {isWaiting && (
          <PanelNotice tone="unknown">
            It waits for {check.waitingFor.join(' and ')}: nobody can measure it
            here yet, so it counts for nobody.
          </PanelNotice>
        )}
        <section>
          <h3>What it asks</h3>
          <p>{check.action}</p>
        </section>
        <section>
          <h3>Why it matters</h3>
          <SafeMarkdown content={check.rationale} />
        </section>
        <UsedBy check={check} />
        <section>
          <h3>How to fix</h3>
          <SafeMarkdown content={check.remediation} />
        </section>
        <Rule check={check} />
        <section>
          <h3>Facts it reads, of {check.sources.join(' and ')}</h3>
          <dl className={details.facts}>
            {check.facts.map(({ path, title }) => [
              <dt key={`${path} title`}>{title}</dt>,
              <dd key={`${path} path`}>
                <code>{path}</code>
              </dd>,
            ])}
          </dl>
        </section>
        {manageable && !isWaiting && (
          <CheckStandings key={check.id} check={check} />
        )}
        <Terms terms={check.terms} />
      </div>
    </SidePanel>
  );
}
