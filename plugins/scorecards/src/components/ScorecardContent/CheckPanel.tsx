import { CheckView } from '@synchrony/backstage-plugin-scorecards-common';
import { SidePanel } from '@synchrony/ui';
import { stageLabel } from '../../model/labels';
import { CheckDetails } from './CheckDetails';

interface CheckPanelProps {
  entityRef: string;
  check: CheckView;
  onClose: () => void;
  onPrevious?: () => void;
  onNext?: () => void;
  returnFocus: () => HTMLElement | undefined;
}

/** The details of a check beside the table. */
export function CheckPanel(props: CheckPanelProps) {
  const { entityRef, check } = props;
  return (
    <SidePanel
      title={check.title}
      kicker={`${stageLabel(check.stage)} · ${check.id}`}
      onClose={props.onClose}
      onPrevious={props.onPrevious}
      onNext={props.onNext}
      returnFocus={props.returnFocus}
    >
      <CheckDetails entityRef={entityRef} check={check} />
    </SidePanel>
  );
}
