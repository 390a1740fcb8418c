import { useApi } from '@backstage/frontend-plugin-api';
import {
  PanelError,
  PanelForbidden,
  PanelLoading,
  SidePanel,
  useLiveData,
} from '@synchrony/ui';
import { ingestionApiRef, isForbidden, useConcerns } from '../api';
import { WaiverDetails } from './WaiverDetails';
import { WAIVER_KIND_LABELS } from './words';

type WaiverDrawerProps = {
  id: string;
  onClose(): void;
  onChanged(): void;
  returnFocus(): HTMLElement | null | undefined;
};

/** Everything about one waiver, at the side of the register. */
export function WaiverDrawer(props: WaiverDrawerProps) {
  const { id, onChanged, ...panel } = props;
  const api = useApi(ingestionApiRef);
  const live = useLiveData({
    key: id,
    load: () => api.getWaiver(id),
    ...useConcerns(),
  });
  const waiver = live.value;
  const details = waiver && (
    <WaiverDetails
      waiver={waiver}
      onChanged={() => {
        live.reload();
        onChanged();
      }}
    />
  );
  const content = () => {
    if (live.error && isForbidden(live.error)) {
      return <PanelForbidden title="You may not see this waiver." />;
    }
    if (live.error) {
      return (
        <PanelError
          title="Waiver unavailable"
          error={live.error}
          failedAt={live.failedAt ?? new Date()}
          lastGoodAt={live.loadedAt}
          retrySeconds={live.retrySeconds}
          isRetrying={live.isLoading}
          onRetry={live.reload}
        >
          {details}
        </PanelError>
      );
    }
    return details ?? <PanelLoading what="the waiver" height={320} />;
  };
  return (
    <SidePanel
      {...panel}
      title={waiver?.title ?? 'Waiver'}
      kicker={waiver && `Waiver · ${WAIVER_KIND_LABELS[waiver.target.kind]}`}
    >
      {content()}
    </SidePanel>
  );
}
