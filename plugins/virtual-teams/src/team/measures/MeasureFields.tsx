import { TextField } from '@backstage/ui';
import { CharterMeasure } from '@synchrony/backstage-plugin-virtual-teams-common';
import { areNumbers } from './measureValues';

/** Asks for the values of measures, each beside where it began and its aim. */
export function MeasureFields(props: {
  measures: CharterMeasure[];
  values: Record<string, string>;
  onChange: (values: Record<string, string>) => void;
}) {
  const { measures, onChange, values } = props;
  return (
    <>
      {measures.map(({ aim, id, start, title, unit }) => {
        const value = values[id] ?? '';
        const isNumber = areNumbers({ [id]: value });
        return (
          <TextField
            key={id}
            label={`${title}, ${unit}`}
            description={
              isNumber
                ? `${start} at the start, aim ${aim}`
                : 'Write a number, such as 12.5'
            }
            inputMode="decimal"
            isInvalid={!isNumber}
            value={value}
            onChange={next => onChange({ ...values, [id]: next })}
          />
        );
      })}
    </>
  );
}
