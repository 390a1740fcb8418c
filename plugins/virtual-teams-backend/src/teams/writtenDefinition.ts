import { PeopleStore } from '@synchrony/backstage-plugin-scorecards-node';
import { TeamDefinition } from '@synchrony/backstage-plugin-virtual-teams-common';
import { Knex } from 'knex';
import { NewTeam } from './types';

/** What people write about a team, as it is kept. */
export type WrittenDefinition = Omit<
  NewTeam,
  'lastActiveAt' | 'managedBy' | 'proposedAt' | 'status' | 'teamRef'
>;

/** A definition with numbers in place of names. */
export async function writtenDefinition(
  people: PeopleStore,
  tx: Knex,
  definition: TeamDefinition,
): Promise<WrittenDefinition> {
  const { charter, deputyRefs, leadRef, sponsorRef } = definition;
  const ids = await people.idsOf(tx, [
    leadRef,
    ...(sponsorRef ? [sponsorRef] : []),
    ...deputyRefs,
  ]);
  return {
    title: definition.title,
    kind: definition.kind,
    initiative: definition.initiative,
    outcome: charter.outcome,
    inScope: charter.inScope,
    outOfScope: charter.outOfScope,
    measures: charter.measures,
    interactionMode: definition.interactionMode,
    channels: definition.channels,
    cadence: definition.cadence,
    leadId: ids.get(leadRef)!,
    sponsorId: sponsorRef ? ids.get(sponsorRef) : undefined,
    deputyIds: deputyRefs.flatMap(ref => ids.get(ref) ?? []),
    platformRefs: definition.platformRefs,
    entityRefs: definition.entityRefs,
    requiredExpertise: definition.requiredExpertise,
    checkIds: definition.checkIds,
    reviewOn: definition.reviewAt,
    endsOn: definition.endsAt,
  };
}
