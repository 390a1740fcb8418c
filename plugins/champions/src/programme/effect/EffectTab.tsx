import { EffectEstimate } from '@synchrony/backstage-plugin-champions-common';
import {
  formatCount,
  LivePanel,
  PanelEmpty,
  PanelPartial,
  RelativeTime,
} from '@synchrony/ui';
import { ProgrammeForbidden } from '../ProgrammeForbidden';
import { ProgrammeTab } from '../ProgrammeTab';
import { useEffectOfProgramme } from '../useProgramme';
import { METRIC_WORDS, valueText, verdictOf } from './estimateWords';
import { IntervalChart } from './IntervalChart';
import panel from '../programme.module.css';
import styles from './effect.module.css';

function Estimate(props: { estimate: EffectEstimate }) {
  const { estimate } = props;
  const id = `effect-${estimate.metric}`;
  return (
    <section className={panel.card} aria-labelledby={id}>
      <h2 id={id}>{METRIC_WORDS[estimate.metric]}</h2>
      {estimate.isShown ? (
        <>
          <p className={styles.value}>
            {valueText(estimate.metric, estimate.estimate)}
          </p>
          <p className={panel.quiet}>
            95 % interval: {valueText(estimate.metric, estimate.low)} to{' '}
            {valueText(estimate.metric, estimate.high)}
          </p>
          <IntervalChart estimate={estimate} />
          <p className={panel.line}>{verdictOf(estimate)}</p>
          <p className={panel.quiet}>
            n = {formatCount(estimate.teamsWith, 'team')} with,{' '}
            {estimate.teamsWithout} without,{' '}
            {formatCount(estimate.findings, 'finding')}
          </p>
        </>
      ) : (
        <PanelPartial>No figure is given. {estimate.because}</PanelPartial>
      )}
    </section>
  );
}

/** Whether champions seem to help, with how sure one can be. */
export function EffectTab() {
  const live = useEffectOfProgramme();
  return (
    <ProgrammeTab>
      {() => (
        <LivePanel
          live={live}
          subject="Effect"
          height={240}
          forbidden={
            <ProgrammeForbidden
              what="the effect of the programme"
              who="Captains and leaders do; ask the administrators of this portal."
            />
          }
        >
          {effect => (
            <div className={panel.form}>
              <p className={panel.line}>
                What changed in teams that got a champion, beyond what changed
                in teams without, {effect.windowDays} days before and after. As
                of <RelativeTime at={effect.asOf} />.
              </p>
              {effect.estimates.length === 0 ? (
                <PanelEmpty title="Nothing to compare yet" />
              ) : (
                <div className={styles.estimates}>
                  {effect.estimates.map(estimate => (
                    <Estimate key={estimate.metric} estimate={estimate} />
                  ))}
                </div>
              )}
              <section className={panel.card} aria-labelledby="method">
                <h2 id="method">How it is computed</h2>
                <p className={panel.line}>{effect.method}</p>
              </section>
            </div>
          )}
        </LivePanel>
      )}
    </ProgrammeTab>
  );
}
