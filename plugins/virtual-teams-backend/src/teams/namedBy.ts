import { normalizeEntityRef } from '@synchrony/backstage-plugin-scorecards-node';
import { z } from 'zod';

const text = z.string().optional().catch(undefined);
const named = z
  .object({
    leadRef: text,
    sponsorRef: text,
    deputyRefs: z.array(text).catch([]),
  })
  .catch({ deputyRefs: [] });

/**
 * Whom a declaration names as lead, deputies and sponsor, also where other
 * fields of it are wrong.
 */
export function namedBy({ virtualTeam }: { virtualTeam: unknown }): string[] {
  const { deputyRefs, leadRef, sponsorRef } = named.parse(virtualTeam);
  return [leadRef, sponsorRef, ...deputyRefs].flatMap(ref =>
    ref === undefined ? [] : [normalizeEntityRef(ref)],
  );
}
