import { PanelForbidden } from '@synchrony/ui';

/** What those see who may not read scorecards. */
export function ScorecardsForbidden() {
  return (
    <PanelForbidden title="You can't see scorecards.">
      Ask the administrators of this portal for the right to read them.
    </PanelForbidden>
  );
}
