import { useAppSearchParams } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Button } from '@backstage/ui';
import { PipelineEntry } from '@synchrony/backstage-plugin-champions-common';
import {
  LivePanel,
  PanelEmpty,
  PersonChip,
  RelativeTime,
  SidePanelLayout,
} from '@synchrony/ui';
import { useRef } from 'react';
import { ProgrammeForbidden } from '../ProgrammeForbidden';
import { ProgrammeTab } from '../ProgrammeTab';
import { usePipeline } from '../useProgramme';
import { ROLE_WORDS, roleInSentence } from '../../words';
import { AssignmentPanel } from './AssignmentPanel';
import { PIPELINE_STEPS } from './steps';
import styles from '../programme.module.css';

function Row(props: {
  entry: PipelineEntry;
  isOpen: boolean;
  onOpen: () => void;
}) {
  const { entry, isOpen, onOpen } = props;
  return (
    <tr>
      <th scope="row">
        <EntityRefLink
          entityRef={entry.scopeRef}
          defaultKind="group"
          hideIcon
        />
      </th>
      <td>{ROLE_WORDS[entry.role]}</td>
      <td>
        {entry.userRef ? (
          <PersonChip entityRef={entry.userRef} />
        ) : (
          <span className={styles.quiet}>not shown to you</span>
        )}
      </td>
      <td>
        <RelativeTime at={entry.since} />
      </td>
      <td>
        {entry.userRef && (
          <Button
            size="small"
            variant="tertiary"
            aria-expanded={isOpen}
            aria-label={`Open ${roleInSentence(entry.role)} of ${entry.scopeRef}`}
            onPress={onOpen}
          >
            Open
          </Button>
        )}
      </td>
    </tr>
  );
}

/** Everybody on the way to be champion, by step. */
export function PipelineTab() {
  const [params, setParams] = useAppSearchParams();
  const open = params.get('assignment') ?? undefined;
  const select = (id?: string) =>
    setParams(id ? { assignment: id } : {}, { replace: true });
  const content = useRef<HTMLDivElement>(null);
  const live = usePipeline();
  return (
    <SidePanelLayout
      panel={
        open && (
          <AssignmentPanel
            key={open}
            id={open}
            onChanged={live.reload}
            onClose={() => select()}
            returnFocus={() =>
              content.current?.querySelector<HTMLElement>(
                '[aria-expanded="true"]',
              )
            }
          />
        )
      }
    >
      <ProgrammeTab>
        {() => (
          <div ref={content}>
            <LivePanel
              live={live}
              subject="Pipeline"
              height={320}
              forbidden={<ProgrammeForbidden what="who is on the way" />}
            >
              {pipeline => (
                <div className={styles.form}>
                  <p className={styles.line}>
                    Names stand only where you are the person, lead the team or
                    run the programme.
                  </p>
                  {PIPELINE_STEPS.map(({ id, note, title }) => (
                    <section
                      key={id}
                      className={styles.card}
                      aria-labelledby={`step-${id}`}
                    >
                      <h2 id={`step-${id}`}>
                        {title} ({pipeline[id].length})
                      </h2>
                      <p className={styles.sub}>{note}</p>
                      {pipeline[id].length === 0 ? (
                        <PanelEmpty title="Nobody here" />
                      ) : (
                        <div className={styles.scroll}>
                          <table className={styles.table}>
                            <caption className={styles.hidden}>{title}</caption>
                            <thead>
                              <tr>
                                <th scope="col">For</th>
                                <th scope="col">As</th>
                                <th scope="col">Person</th>
                                <th scope="col">Since</th>
                                <th scope="col">
                                  <span className={styles.hidden}>Open</span>
                                </th>
                              </tr>
                            </thead>
                            <tbody>
                              {pipeline[id].map(entry => (
                                <Row
                                  key={entry.assignmentId}
                                  entry={entry}
                                  isOpen={entry.assignmentId === open}
                                  onOpen={() => select(entry.assignmentId)}
                                />
                              ))}
                            </tbody>
                          </table>
                        </div>
                      )}
                    </section>
                  ))}
                </div>
              )}
            </LivePanel>
          </div>
        )}
      </ProgrammeTab>
    </SidePanelLayout>
  );
}
