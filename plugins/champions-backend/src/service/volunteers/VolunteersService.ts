import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError } from '@backstage/errors';
import {
  VolunteerInput,
  VolunteerOffer,
} from '@synchrony/backstage-plugin-champions-common';
import {
  CatalogVisibility,
  EntityProjection,
  PeopleStore,
} from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { requireReader, ReaderOptions } from '../../access/requireReader';
import { VolunteerStore } from '../../store/programme/VolunteerStore';

export interface VolunteersServiceOptions extends ReaderOptions {
  database: Knex;
  catalog: CatalogVisibility;
  entities: EntityProjection;
  people: PeopleStore;
  volunteers: VolunteerStore;
  clock: () => Date;
}

/** Offers to help, which people make about themselves only. */
export class VolunteersService {
  readonly #options: VolunteersServiceOptions;

  constructor(options: VolunteersServiceOptions) {
    this.#options = options;
  }

  async offer(
    credentials: BackstageCredentials,
    input: VolunteerInput,
  ): Promise<VolunteerOffer> {
    const { clock, database, people, volunteers } = this.#options;
    const userRef = await this.#person(credentials);
    this.#checkAgainstProgramme(input);
    await this.#requireScopes(credentials, input.scopeRefs);
    const offer = { ...input, updatedAt: clock().toISOString() };
    await database.transaction(async tx =>
      volunteers.put(tx, await people.idOf(tx, userRef), offer),
    );
    return offer;
  }

  async stop(credentials: BackstageCredentials): Promise<void> {
    const { database, people, volunteers } = this.#options;
    const userRef = await this.#person(credentials);
    const personId = await people.find(database, userRef);
    if (personId !== undefined) {
      await volunteers.remove(database, personId);
    }
  }

  async #person(credentials: BackstageCredentials): Promise<string> {
    const { userRef } = await requireReader(this.#options, credentials);
    if (userRef === undefined) {
      throw new NotAllowedError('Only people volunteer');
    }
    return userRef;
  }

  #checkAgainstProgramme({ capacityPct, specialisms }: VolunteerInput): void {
    const { settings } = this.#options.programme.current();
    const { maxPct } = settings.capacity;
    if (capacityPct > maxPct) {
      throw new InputError(
        `capacityPct: the programme asks for ${maxPct} % of working time at most`,
      );
    }
    const known = settings.specialisms.map(({ id }) => id);
    const unknown = specialisms.find(id => !known.includes(id));
    if (unknown !== undefined) {
      throw new InputError(`specialisms: the programme has no ${unknown}`);
    }
  }

  /** What is hidden is refused as what is not there. */
  async #requireScopes(
    credentials: BackstageCredentials,
    scopeRefs: string[],
  ): Promise<void> {
    const { catalog, entities } = this.#options;
    const [rows, seen] = await Promise.all([
      entities.get(scopeRefs),
      catalog.filter(credentials, scopeRefs),
    ]);
    const missing = scopeRefs.find(ref => !rows.get(ref) || !seen.has(ref));
    if (missing !== undefined) {
      throw new InputError(`scopeRefs: the catalog has no ${missing}`);
    }
  }
}
