import { CheckWaiverProps } from '@synchrony/ui';
import { checkChoice } from './targetChoices';
import { WaiverDialog } from './WaiverDialog';

/** Asks for a waiver of one check, for a scorecard review. */
export function CheckWaiver(props: CheckWaiverProps) {
  const { checkId, entityRef, onClose, onRequested } = props;
  return (
    <WaiverDialog
      choices={[checkChoice(entityRef, [checkId])]}
      onRequested={({ id }) => onRequested(id)}
      onClose={onClose}
    />
  );
}
