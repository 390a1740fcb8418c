import { useApi } from '@backstage/frontend-plugin-api';
import {
  LivePanel,
  PanelForbidden,
  SidePanel,
  useLiveData,
} from '@synchrony/ui';
import { ingestionApiRef, useConcerns } from '../api';
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
  return (
    <SidePanel
      {...panel}
      title={waiver?.title ?? 'Waiver'}
      kicker={waiver && `Waiver · ${WAIVER_KIND_LABELS[waiver.target.kind]}`}
    >
      <LivePanel
        live={live}
        subject="Waiver"
        height={320}
        forbidden={<PanelForbidden title="You may not see this waiver." />}
      >
        {value => (
          <WaiverDetails
            waiver={value}
            onChanged={() => {
              live.reload();
              onChanged();
            }}
          />
        )}
      </LivePanel>
    </SidePanel>
  );
}
