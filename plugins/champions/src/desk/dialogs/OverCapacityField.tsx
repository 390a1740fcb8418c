import { Checkbox } from '@backstage/ui';
import { Problem } from '@synchrony/ui';

/** Asks for a second yes where a person would give more than the limit. */
export function OverCapacityField(props: {
  problem: Problem | undefined;
  isConfirmed: boolean;
  onChange: (isConfirmed: boolean) => void;
}) {
  const { isConfirmed, onChange, problem } = props;
  if (!isConfirmed && problem?.field !== 'confirmOverCapacity') {
    return null;
  }
  return (
    <Checkbox isSelected={isConfirmed} onChange={onChange}>
      I have talked to the person: it is more than the programme asks of one,
      and they are told
    </Checkbox>
  );
}
