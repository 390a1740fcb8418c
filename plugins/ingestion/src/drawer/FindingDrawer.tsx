import { useApi } from '@backstage/frontend-plugin-api';
import {
  LivePanel,
  PanelForbidden,
  SidePanel,
  useLiveData,
} from '@synchrony/ui';
import { ingestionApiRef, useConcerns } from '../api';
import { CONTROL_LABELS } from '../words';
import { FindingDetails } from './FindingDetails';

type FindingDrawerProps = {
  id: string;
  onClose(): void;
  onPrevious?: () => void;
  onNext?: () => void;
  returnFocus(): HTMLElement | null | undefined;
};

/** Everything about one finding, at the side of the list. */
export function FindingDrawer({ id, ...panel }: FindingDrawerProps) {
  const api = useApi(ingestionApiRef);
  const live = useLiveData({
    key: id,
    load: () => api.getFinding(id),
    ...useConcerns(),
  });
  const finding = live.value;
  return (
    <SidePanel
      {...panel}
      title={finding?.title ?? 'Finding'}
      kicker={
        finding
          ? `${CONTROL_LABELS[finding.type]} · ${finding.ruleId}`
          : undefined
      }
    >
      <LivePanel
        live={live}
        subject="Finding"
        height={320}
        forbidden={<PanelForbidden title="You may not see this finding." />}
      >
        {value => <FindingDetails finding={value} onChanged={live.reload} />}
      </LivePanel>
    </SidePanel>
  );
}
