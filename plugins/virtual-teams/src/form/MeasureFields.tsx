import { Button, NumberField, TextField } from '@backstage/ui';
import { CharterMeasure } from '@synchrony/backstage-plugin-virtual-teams-common';
import styles from './form.module.css';

function freeId(measures: CharterMeasure[]): string {
  const taken = new Set(measures.map(({ id }) => id));
  let number = measures.length + 1;
  while (taken.has(`measure-${number}`)) {
    number += 1;
  }
  return `measure-${number}`;
}

/** Measures of the outcome; less may be better. */
export function MeasureFields(props: {
  measures: CharterMeasure[];
  onChange: (measures: CharterMeasure[]) => void;
}) {
  const { measures, onChange } = props;
  const change = (at: number, next: Partial<CharterMeasure>) =>
    onChange(
      measures.map((measure, index) =>
        index === at ? { ...measure, ...next } : measure,
      ),
    );
  return (
    <fieldset>
      <legend>Measures of the outcome</legend>
      <div className={styles.fields}>
        {measures.map((measure, index) => (
          <div key={measure.id} className={styles.row}>
            <TextField
              label={`Measure ${index + 1}`}
              value={measure.title}
              onChange={title => change(index, { title })}
            />
            <TextField
              label="Unit"
              placeholder="%"
              value={measure.unit}
              onChange={unit => change(index, { unit })}
            />
            <NumberField
              label="At the start"
              value={measure.start ?? NaN}
              onChange={start => change(index, { start })}
            />
            <NumberField
              label="Aim"
              value={measure.aim ?? NaN}
              onChange={aim => change(index, { aim })}
            />
            <Button
              size="small"
              variant="tertiary"
              aria-label={`Remove measure ${index + 1}`}
              onPress={() => onChange(measures.filter((_, i) => i !== index))}
            >
              Remove
            </Button>
          </div>
        ))}
        <div>
          <Button
            size="small"
            variant="secondary"
            onPress={() =>
              onChange([
                ...measures,
                {
                  id: freeId(measures),
                  title: '',
                  unit: '%',
                  start: 0,
                  aim: 100,
                },
              ])
            }
          >
            Add a measure
          </Button>
        </div>
      </div>
    </fieldset>
  );
}
