import { ASSURANCE, planAssurance } from '../assurance/planAssurance';
import { Organisation, refOf } from '../organisation';
import { ATTESTATIONS, attestLast } from '../releases/attest';
import { planReleases } from '../releases/planReleases';
import { DemoInventory } from '../reports/inventories/planInventories';
import { DemoHistory } from '../reports/plan/planHistory';
import { DemoPortal } from './DemoPortal';
import { pushEvidence } from './pushEvidence';
import { sendReleases } from './sendReleases';

/** What is planned, and of which components it is brought. */
export interface EvidenceOptions {
  organisation: Organisation;
  history: DemoHistory;
  inventories: DemoInventory[];
  isChosen: (name: string) => boolean;
  now: Date;
}

/**
 * Tells of releases, of what pipelines attest of them, and of what AppSec's
 * register assures.
 */
export async function bringEvidence(
  portal: DemoPortal,
  options: EvidenceOptions,
): Promise<void> {
  const { history, inventories, isChosen, now, organisation } = options;
  const releases = planReleases(organisation, history, inventories).filter(
    ({ component }) => isChosen(component.name),
  );
  await sendReleases(portal, releases, now);
  await pushEvidence(
    portal,
    'pipeline',
    ATTESTATIONS,
    attestLast(releases, now),
  );
  const chosen = organisation.components.filter(({ name }) => isChosen(name));
  const refs = new Set(chosen.map(refOf));
  const assured = planAssurance(organisation, history, now).filter(
    ({ entityRef }) => refs.has(entityRef),
  );
  await pushEvidence(portal, 'register', ASSURANCE, assured);
}
