import { TextField } from '@backstage/ui';
import { CharterMeasure } from '@synchrony/backstage-plugin-virtual-teams-common';

/** Asks for the values of measures, each beside where it began and its aim. */
export function MeasureFields(props: {
  measures: CharterMeasure[];
  values: Record<string, string>;
  onChange: (values: Record<string, string>) => void;
}) {
  const { measures, onChange, values } = props;
  return (
    <>
      {measures.map(({ aim, id, start, title, unit }) => (
        <TextField
          key={id}
          label={`${title}, ${unit}`}
          description={`${start} at the start, aim ${aim}`}
          inputMode="decimal"
          value={values[id] ?? ''}
          onChange={value => onChange({ ...values, [id]: value })}
        />
      ))}
    </>
  );
}
