import { useApi } from '@backstage/frontend-plugin-api';
import { Button, Select, TextField } from '@backstage/ui';
import { TrainingCourse } from '@synchrony/backstage-plugin-champions-common';
import { DayField, useRequest } from '@synchrony/ui';
import { FormEvent, useState } from 'react';
import { championsApiRef } from '../../api';
import styles from '../programme.module.css';

/** Records that somebody did a course. */
export function TrainingForm(props: {
  userRef: string;
  courses: TrainingCourse[];
  onDone: () => void;
}) {
  const { courses, onDone, userRef } = props;
  const api = useApi(championsApiRef);
  const today = new Date().toISOString().slice(0, 10);
  const [courseId, setCourseId] = useState(courses[0]?.id);
  const [completedOn, setCompletedOn] = useState(today);
  const [evidenceUrl, setEvidenceUrl] = useState('');
  const { isBusy, problem, send } = useRequest();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (courseId && completedOn && !isBusy) {
      send(async () => {
        await api.recordTraining({
          userRef,
          courseId,
          completedOn,
          ...(evidenceUrl.trim() && { evidenceUrl: evidenceUrl.trim() }),
        });
        setEvidenceUrl('');
        onDone();
      });
    }
  };

  if (courses.length === 0) {
    return (
      <p className={styles.line}>The programme has no course to record.</p>
    );
  }
  return (
    <form
      className={styles.form}
      aria-label="Record training"
      onSubmit={submit}
    >
      <h3 className={styles.heading}>Record training</h3>
      <Select
        label="Course"
        size="small"
        options={courses.map(({ id, title }) => ({ id, label: title }))}
        value={courseId}
        onChange={key => setCourseId(String(key))}
      />
      <DayField
        label="Done on"
        max={today}
        value={completedOn}
        onChange={setCompletedOn}
      />
      <TextField
        label="Address of the evidence (optional)"
        type="url"
        maxLength={2000}
        value={evidenceUrl}
        onChange={setEvidenceUrl}
      />
      {problem && (
        <p className={styles.problem} role="alert">
          Not recorded: {problem.message}
        </p>
      )}
      <div className={styles.buttons}>
        <Button
          type="submit"
          size="small"
          variant="primary"
          isDisabled={!completedOn || isBusy}
        >
          Record
        </Button>
      </div>
    </form>
  );
}
