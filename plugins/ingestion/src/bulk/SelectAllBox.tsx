import { Finding } from '@synchrony/backstage-plugin-ingestion-common';
import { SelectBox } from './SelectBox';
import { Selection } from './useSelection';

type SelectAllBoxProps = {
  label: string;
  findings: Finding[];
  selection: Selection;
};

/** Ticks all findings of a table or of a group. */
export function SelectAllBox({
  findings,
  label,
  selection,
}: SelectAllBoxProps) {
  const triageable = findings.filter(({ mayTriage }) => mayTriage);
  const ticked = triageable.filter(({ id }) => selection.has(id));
  if (triageable.length === 0) {
    return null;
  }
  return (
    <SelectBox
      label={label}
      isSelected={ticked.length === triageable.length}
      isMixed={ticked.length > 0 && ticked.length < triageable.length}
      onToggle={() => selection.toggleAll(findings)}
    />
  );
}
