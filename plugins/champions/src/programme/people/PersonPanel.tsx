import { useApi } from '@backstage/frontend-plugin-api';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { BgProvider, Button } from '@backstage/ui';
import {
  ProgrammeSettings,
  TrainingRecord,
} from '@synchrony/backstage-plugin-champions-common';
import {
  HatchedNote,
  LivePanel,
  PanelEmpty,
  PanelPartial,
  SidePanel,
  useRequest,
} from '@synchrony/ui';
import { championsApiRef, usePerson, useProgrammeSettings } from '../../api';
import { ProgrammeForbidden } from '../ProgrammeForbidden';
import { dayWords } from '../../words';
import { TrainingForm } from './TrainingForm';
import styles from '../programme.module.css';

function Link(props: { href: string }) {
  return /^https?:\/\//i.test(props.href) ? (
    <a
      className={styles.anchor}
      href={props.href}
      target="_blank"
      rel="noreferrer"
    >
      evidence
    </a>
  ) : (
    <>{props.href}</>
  );
}

function Training(props: {
  records: TrainingRecord[];
  settings?: ProgrammeSettings;
  onChanged: () => void;
}) {
  const { onChanged, records, settings } = props;
  const api = useApi(championsApiRef);
  const { isBusy, problem, send } = useRequest();
  const change = (request: () => Promise<unknown>) =>
    send(async () => {
      await request();
      onChanged();
    });
  const titleOf = (courseId: string) =>
    settings?.training.find(({ id }) => id === courseId)?.title ?? courseId;
  if (records.length === 0) {
    return <PanelEmpty title="No training recorded" />;
  }
  return (
    <>
      <ul className={styles.plain} aria-label="Training">
        {records.map(record => (
          <li key={record.id} className={styles.form}>
            <span className={styles.head}>
              <span>
                <strong>{titleOf(record.courseId)}</strong>
                <span className={styles.quiet}>
                  done on {dayWords(record.completedOn)}
                  {record.expiresOn &&
                    `, counts until ${dayWords(record.expiresOn)}`}
                  {record.evidenceUrl && (
                    <>
                      {' · '}
                      <Link href={record.evidenceUrl} />
                    </>
                  )}
                </span>
                {record.status === 'claimed' && (
                  <HatchedNote>to be confirmed</HatchedNote>
                )}
              </span>
              <span className={styles.buttons}>
                {record.status === 'claimed' && (
                  <Button
                    size="small"
                    variant="secondary"
                    aria-label={`Confirm ${titleOf(record.courseId)}`}
                    isDisabled={isBusy}
                    onPress={() => change(() => api.confirmTraining(record.id))}
                  >
                    Confirm
                  </Button>
                )}
                <Button
                  size="small"
                  variant="tertiary"
                  aria-label={`Remove ${titleOf(record.courseId)}`}
                  isDisabled={isBusy}
                  onPress={() => change(() => api.removeTraining(record.id))}
                >
                  Remove
                </Button>
              </span>
            </span>
          </li>
        ))}
      </ul>
      {problem && (
        <p className={styles.problem} role="alert">
          Not changed: {problem.message}
        </p>
      )}
    </>
  );
}

/** The training of one person, for those who run the programme. */
export function PersonPanel(props: {
  userRef: string;
  onChanged: () => void;
  onClose: () => void;
  returnFocus: () => HTMLElement | null | undefined;
}) {
  const { onChanged, onClose, returnFocus, userRef } = props;
  const { primaryTitle } = useEntityPresentation(userRef, {
    defaultKind: 'user',
  });
  const live = usePerson(userRef);
  const settings = useProgrammeSettings().value?.settings;
  const changed = () => {
    live.reload();
    onChanged();
  };
  return (
    <SidePanel
      title={primaryTitle}
      kicker={
        live.value?.level === undefined
          ? undefined
          : `Level ${live.value.level}`
      }
      onClose={onClose}
      returnFocus={returnFocus}
    >
      <BgProvider bg="neutral-1">
        <LivePanel
          live={live}
          subject="Training"
          height={240}
          forbidden={<ProgrammeForbidden what="this person's training" />}
        >
          {({ training }) =>
            training === undefined ? (
              <PanelPartial>
                Only the person and the captains see the training.
              </PanelPartial>
            ) : (
              <div className={styles.form}>
                <Training
                  records={training}
                  settings={settings}
                  onChanged={changed}
                />
                {settings && (
                  <TrainingForm
                    userRef={userRef}
                    courses={settings.training}
                    onDone={changed}
                  />
                )}
              </div>
            )
          }
        </LivePanel>
      </BgProvider>
    </SidePanel>
  );
}
