import { PanelNotice } from '@synchrony/ui';

/** What those see who may not know who helps. */
export function ChampionsForbidden() {
  return (
    <PanelNotice tone="forbidden">
      You can’t see security champions. Ask the administrators of this portal
      for the right to read them.
    </PanelNotice>
  );
}
