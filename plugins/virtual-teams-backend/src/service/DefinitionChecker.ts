import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { TeamDefinition } from '@synchrony/backstage-plugin-virtual-teams-common';
import { VirtualTeamsContext } from '../context';

export type DefinitionCheckerOptions = Pick<
  VirtualTeamsContext,
  'catalog' | 'entities' | 'settings' | 'skills'
>;

/** Whether what a definition names is there, and seen by who names it. */
export class DefinitionChecker {
  readonly #options: DefinitionCheckerOptions;

  constructor(options: DefinitionCheckerOptions) {
    this.#options = options;
  }

  /** @throws InputError that names the field, for the first that is wrong */
  async require(
    credentials: BackstageCredentials,
    definition: TeamDefinition,
    knownEntityRefs: readonly string[] = [],
  ): Promise<void> {
    const [fault] = await this.faults(credentials, definition, knownEntityRefs);
    if (fault !== undefined) {
      throw new InputError(fault);
    }
  }

  /** All that is wrong, each with the name of the field. */
  async faults(
    credentials: BackstageCredentials,
    definition: TeamDefinition,
    knownEntityRefs: readonly string[] = [],
  ): Promise<string[]> {
    const faults: string[] = [];
    const { catalog, entities, settings, skills } = this.#options;
    const { deputyRefs, entityRefs, leadRef, platformRefs, sponsorRef } =
      definition;
    const people: [string, string][] = [
      ['leadRef', leadRef],
      ...(sponsorRef ? [['sponsorRef', sponsorRef] as [string, string]] : []),
      ...deputyRefs.map((ref, at): [string, string] => [
        `deputyRefs.${at}`,
        ref,
      ]),
    ];
    const added = entityRefs.filter(ref => !knownEntityRefs.includes(ref));
    const named = [...people.map(([, ref]) => ref), ...platformRefs, ...added];
    const shown = await catalog.filter(credentials, named);
    const rows = await entities.get(named.filter(ref => shown.has(ref)));
    const isKnown = (ref: string) => rows.get(ref) !== undefined;
    for (const [field, ref] of people) {
      if (!isKnown(ref)) {
        faults.push(`${field}: There is no ${ref} in the catalog`);
      }
    }
    const { platformGroupTypes } = settings.current().settings;
    platformRefs.forEach((ref, at) => {
      if (!platformGroupTypes.includes(rows.get(ref)?.type ?? '')) {
        faults.push(`platformRefs.${at}: ${ref} is no platform`);
      }
    });
    added.forEach(ref => {
      if (!isKnown(ref)) {
        faults.push(
          `entityRefs.${entityRefs.indexOf(ref)}: There is no ${ref} in the catalog`,
        );
      }
    });
    const ids = skills.current().items.map(({ id }) => id);
    definition.requiredExpertise.forEach(({ skillId }, at) => {
      if (!ids.includes(skillId)) {
        faults.push(
          `requiredExpertise.${at}.skillId: The taxonomy has no skill "${skillId}"`,
        );
      }
    });
    if (sponsorRef !== undefined && sponsorRef === leadRef) {
      faults.push('sponsorRef: Nobody sponsors the team that they lead');
    }
    if (definition.kind === 'community' && definition.endsAt !== undefined) {
      faults.push('endsAt: A community has no end');
    }
    return faults;
  }
}
