import { useRouteRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  PipelineEntry,
  ProgrammeOverview,
} from '@synchrony/backstage-plugin-champions-common';
import {
  formatAge,
  formatCount,
  LivePanel,
  TextLink,
  useNow,
} from '@synchrony/ui';
import { programmeRouteRef } from '../../routes';
import { PIPELINE_STEPS } from '../pipeline/steps';
import { ProgrammeForbidden } from '../ProgrammeForbidden';
import { usePipeline } from '../useProgramme';
import panel from '../programme.module.css';
import styles from './coverage.module.css';

const MOST_SHOWN = 5;

function Entry(props: { entry: PipelineEntry }) {
  const { role, scopeRef, userRef } = props.entry;
  return (
    <li className={styles.entry}>
      <EntityRefLink entityRef={scopeRef} defaultKind="group" hideIcon />
      {role === 'deputy' && ', deputy'}
      {userRef && (
        <>
          {': '}
          <EntityRefLink entityRef={userRef} defaultKind="user" hideIcon />
        </>
      )}
    </li>
  );
}

function Step(props: {
  id: string;
  title: string;
  note: string;
  entries: PipelineEntry[];
  href: string;
}) {
  const { entries, href, id, note, title } = props;
  const now = useNow();
  const oldest = entries.map(({ since }) => since).sort()[0];
  const more = entries.length - MOST_SHOWN;
  return (
    <li className={styles.step} aria-labelledby={`step-${id}`}>
      <h3 id={`step-${id}`}>
        {title} <span className={styles.count}>{entries.length}</span>
      </h3>
      <p className={panel.quiet}>
        {note}
        {oldest && ` · oldest ${formatAge(oldest, now)}`}
      </p>
      <ul className={panel.plain}>
        {entries.slice(0, MOST_SHOWN).map(entry => (
          <Entry key={entry.assignmentId} entry={entry} />
        ))}
      </ul>
      {more > 0 && <TextLink href={href}>{more} more</TextLink>}
    </li>
  );
}

function daysWords(overview: ProgrammeOverview | undefined): string {
  if (!overview) {
    return '';
  }
  const { daysToActive: days } = overview;
  return days.isShown
    ? `Median from nomination to active: ${formatCount(days.value.median, 'day')} (n = ${days.value.n}). `
    : `How long it takes is shown from ${days.minimum} people on. `;
}

/** How far those are who were asked; names only for those who may know them. */
export function PipelineCard(props: { overview?: ProgrammeOverview }) {
  const live = usePipeline();
  const page = useRouteRef(programmeRouteRef)?.() ?? '';
  return (
    <section className={panel.card} aria-labelledby="pipeline">
      <div className={panel.head}>
        <h2 id="pipeline">From nomination to active</h2>
        <TextLink href={`${page}/pipeline`} strong>
          Open pipeline
        </TextLink>
      </div>
      <LivePanel
        live={live}
        subject="Pipeline"
        height={180}
        forbidden={<ProgrammeForbidden what="who is on the way" />}
      >
        {pipeline => (
          <>
            <ul className={styles.steps}>
              {PIPELINE_STEPS.map(({ id, note, title }) => (
                <Step
                  key={id}
                  id={id}
                  title={title}
                  note={note}
                  entries={pipeline[id]}
                  href={`${page}/pipeline`}
                />
              ))}
            </ul>
            <p className={panel.sub}>
              {daysWords(props.overview)}Nobody becomes champion without
              accepting.
            </p>
          </>
        )}
      </LivePanel>
    </section>
  );
}
