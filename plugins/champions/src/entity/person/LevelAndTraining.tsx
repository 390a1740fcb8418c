import {
  ChampionLevel,
  TrainingRecord,
} from '@synchrony/backstage-plugin-champions-common';
import { useProgrammeSettings } from '../../api';
import { dayWords } from '../../words';
import styles from '../entity.module.css';

function trainingWords(record: TrainingRecord): string {
  return [
    `done ${dayWords(record.completedOn)}`,
    ...(record.status === 'claimed' ? ['not confirmed yet'] : []),
    ...(record.expiresOn ? [`counts until ${dayWords(record.expiresOn)}`] : []),
  ].join(' · ');
}

/** Level and training, for the person and for who runs the programme. */
export function LevelAndTraining(props: {
  level: ChampionLevel;
  training: TrainingRecord[];
}) {
  const { level, training } = props;
  const settings = useProgrammeSettings().value?.settings;
  const title = settings?.levels.find(each => each.level === level)?.title;
  return (
    <>
      <h4>
        Level {level}
        {title && ` · ${title}`}{' '}
        <span className={styles.quiet}>
          seen by the person and who runs the programme
        </span>
      </h4>
      {training.length === 0 ? (
        <p className={styles.quiet}>No training is recorded.</p>
      ) : (
        <ul className={styles.list} aria-label="Training">
          {training.map(record => (
            <li key={record.id}>
              {settings?.training.find(({ id }) => id === record.courseId)
                ?.title ?? record.courseId}{' '}
              <span className={styles.quiet}>{trainingWords(record)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
