import { PanelEmpty } from '@synchrony/ui';
import { WaiversPanel } from '../waivers';
import { FindingsForbidden } from './FindingsForbidden';
import { useSubject } from './useSubject';

/** Security › Waivers of an entity. */
export function EntityWaivers() {
  const { entityRef, ownerRef } = useSubject();
  return (
    <WaiversPanel
      key={entityRef}
      entityRef={entityRef}
      empty={
        <PanelEmpty title="No waiver that you may see">
          No risk of this component is accepted by a waiver that you may see.
          Ask for one from a finding, or from a check that fails.
        </PanelEmpty>
      }
      forbidden={<FindingsForbidden ownerRef={ownerRef} />}
    />
  );
}
