import { useApi } from '@backstage/frontend-plugin-api';
import {
  PanelError,
  PanelForbidden,
  PanelLoading,
  SidePanel,
  useLiveData,
} from '@synchrony/ui';
import { ingestionApiRef, isForbidden, useConcerns } from '../api';
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
  const content = () => {
    if (live.error && isForbidden(live.error)) {
      return <PanelForbidden title="You may not see this finding." />;
    }
    if (live.error) {
      return (
        <PanelError
          title="Finding unavailable"
          error={live.error}
          failedAt={live.failedAt ?? new Date()}
          lastGoodAt={live.loadedAt}
          retrySeconds={live.retrySeconds}
          isRetrying={live.isLoading}
          onRetry={live.reload}
        >
          {finding && (
            <FindingDetails finding={finding} onChanged={live.reload} />
          )}
        </PanelError>
      );
    }
    return finding ? (
      <FindingDetails finding={finding} onChanged={live.reload} />
    ) : (
      <PanelLoading what="the finding" height={320} />
    );
  };
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
      {content()}
    </SidePanel>
  );
}
