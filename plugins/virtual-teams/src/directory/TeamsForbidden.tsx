import { PanelForbidden } from '@synchrony/ui';

/** What those see who may not read a part of virtual teams. */
export function TeamsForbidden(props: { what: string }) {
  return (
    <PanelForbidden title={`You can't see ${props.what}.`}>
      Ask the administrators of this portal for the right to read it.
    </PanelForbidden>
  );
}
