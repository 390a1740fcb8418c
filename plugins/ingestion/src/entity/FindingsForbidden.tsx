import { PanelForbidden } from '@synchrony/ui';

/** Says that findings are not open to the viewer, without any number. */
export function FindingsForbidden({ ownerRef }: { ownerRef?: string }) {
  return (
    <PanelForbidden
      title="You can see the level, not the findings."
      askRef={ownerRef}
    >
      Findings, counts and reports are open to the owning team, its security
      champion and application security.
    </PanelForbidden>
  );
}
