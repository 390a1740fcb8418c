import { PanelForbidden } from '@synchrony/ui';

/** What those see who may not read campaigns. */
export function CampaignsForbidden() {
  return (
    <PanelForbidden title="You can't see the campaigns.">
      Ask the administrators of this portal for the right to read them.
    </PanelForbidden>
  );
}
