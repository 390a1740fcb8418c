import { PanelForbidden } from '@synchrony/ui';

/** What those see who may not read a part of the programme. */
export function ProgrammeForbidden(props: { what: string; who?: string }) {
  return (
    <PanelForbidden title={`You can't see ${props.what}.`}>
      {props.who ??
        'Ask the administrators of this portal for the right to read it.'}
    </PanelForbidden>
  );
}
