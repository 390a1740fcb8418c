import {
  PackSourceState,
  SealedEvidencePack,
} from '@synchrony/backstage-plugin-scorecards-common';
import {
  CopyableCode,
  formatCount,
  formatExactTime,
  LevelDistribution,
  PanelEmpty,
  PanelNotice,
} from '@synchrony/ui';
import { packSummary } from '../../model/packSummary';
import styles from './Evidence.module.css';

const SOURCE_WORDS: Record<Exclude<PackSourceState, 'included'>, string> = {
  partial: 'only records that you may read are in the pack',
  withheld: 'you may not read its records, so none is in the pack',
  not_kept: 'it keeps no waivers or other records for packs',
};

function Notices(props: { sealed: SealedEvidencePack }) {
  const { pack } = props.sealed;
  const { placedLater, recordedLater, redacted } = packSummary(pack);
  const notices = [
    ...(pack.isPartial
      ? [
          'You may see only some of the catalog. What you may not see is not in the pack, and not counted.',
        ]
      : []),
    ...(redacted > 0
      ? [
          `Of ${formatCount(redacted, 'component')} you see outcomes only: reasons and evidence are not in the pack.`,
        ]
      : []),
    ...pack.sources.flatMap(({ source, state }) =>
      state === 'included' ? [] : [`${source}: ${SOURCE_WORDS[state]}.`],
    ),
    ...(recordedLater > 0
      ? [
          `${formatCount(recordedLater, 'outcome')} became known only after this time; the pack says when.`,
        ]
      : []),
    ...(placedLater > 0
      ? [
          `Of ${formatCount(placedLater, 'component')}, owner and place were first recorded later; what they were before is not known.`,
        ]
      : []),
  ];
  return notices.length === 0 ? null : (
    <PanelNotice tone="info">
      <ul className={styles.notices}>
        {notices.map(notice => (
          <li key={notice}>{notice}</li>
        ))}
      </ul>
    </PanelNotice>
  );
}

/** What is in a pack, and the hash by which it is recognised. */
export function PackSummary(props: { sealed: SealedEvidencePack }) {
  const { pack, sha256 } = props.sealed;
  const summary = packSummary(pack);
  return (
    <div className={styles.stack}>
      <p className={styles.line} role="status">
        {pack.entityRef} as of <strong>{formatExactTime(pack.at)}</strong>
      </p>
      {pack.importantBusinessServices && (
        <p className={styles.line}>
          Important business service:{' '}
          {pack.importantBusinessServices.join(', ')}
        </p>
      )}
      {pack.isRecorded ? (
        <>
          <p className={styles.line}>
            {formatCount(summary.components, 'component')},{' '}
            {formatCount(summary.checks, 'outcome')}: {summary.waived} waived,{' '}
            {summary.unknown} unknown ·{' '}
            {formatCount(summary.overdue, 'overdue finding')}, as checks were
            told ·{' '}
            {formatCount(
              pack.records.length,
              'waiver or other record',
              'waivers and other records',
            )}
          </p>
          {summary.scorecards.map(({ id, levels, title, total, versions }) => (
            <section key={id} aria-label={title}>
              <h3 className={styles.scorecard}>
                {title} {versions.map(version => `v${version}`).join(', ')}{' '}
                <span className={styles.muted}>
                  {formatCount(total, 'component')}
                </span>
              </h3>
              <LevelDistribution counts={levels} />
            </section>
          ))}
        </>
      ) : (
        <PanelEmpty title="Nothing is recorded of this moment">
          Records begin with the first evaluation. A pack that says so can be
          downloaded all the same.
        </PanelEmpty>
      )}
      <Notices sealed={props.sealed} />
      <div>
        <p className={styles.line}>SHA-256 of the pack</p>
        <CopyableCode code={sha256} label="SHA-256 of the pack" />
      </div>
      <details>
        <summary>What is not in the pack</summary>
        <ul className={styles.notices}>
          {pack.notIncluded.map(({ what, where }) => (
            <li key={what}>
              {what} <span className={styles.muted}>{where}</span>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}
