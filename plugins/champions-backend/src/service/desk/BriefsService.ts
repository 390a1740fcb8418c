import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { TeamBrief } from '@synchrony/backstage-plugin-champions-common';
import {
  Person,
  ReaderOptions,
  requirePerson,
} from '../../access/requireReader';
import { draftBrief } from '../../briefs/draftBrief';
import { daysOfMonth } from '../../briefs/months';
import { ChampionsContext } from '../../context';
import { BriefStore } from '../../store/desk/BriefStore';
import { DeskStore } from '../../store/desk/DeskStore';
import { ChampionRights } from '../ChampionRights';
import { BriefFiguresReader } from './BriefFiguresReader';

export interface BriefsServiceOptions
  extends
    ReaderOptions,
    Pick<
      ChampionsContext,
      'catalog' | 'clock' | 'database' | 'entities' | 'people'
    > {
  rights: Pick<ChampionRights, 'leadsAmong'>;
  desks: DeskStore;
  briefs: BriefStore;
  figures: BriefFiguresReader;
}

/** Which brief. */
export interface BriefName {
  scopeRef: string;
  month: string;
}

const SCOPE_KINDS = ['group', 'system', 'domain', 'component'];

/** Monthly briefs: drafted from figures, then as a champion writes them. */
export class BriefsService {
  readonly #options: BriefsServiceOptions;

  constructor(options: BriefsServiceOptions) {
    this.#options = options;
  }

  async get(
    credentials: BackstageCredentials,
    { month, scopeRef }: BriefName,
  ): Promise<TeamBrief> {
    const { briefs, clock, database, figures, people } = this.#options;
    const now = clock();
    const { title } = await this.#require(credentials, scopeRef);
    const days = daysOfMonth(month, now);
    const entityRefs = await this.#entities(credentials, scopeRef);
    const [read, stored] = await Promise.all([
      figures.read(credentials, entityRefs, days),
      briefs.get(scopeRef, month),
    ]);
    const editor = stored?.editedBy;
    const refs = await people.refsOf(
      database,
      editor === undefined ? [] : [editor],
    );
    return {
      scopeRef,
      month,
      asOf: now.toISOString(),
      figures: read,
      text: stored?.text ?? draftBrief(read, { scopeRef, title }, month, now),
      isEdited: stored !== undefined,
      ...(stored && { editedAt: new Date(stored.editedAt).toISOString() }),
      ...(editor !== undefined && { editedBy: refs.get(editor) }),
      version: stored?.version ?? 0,
      mayEdit: true,
    };
  }

  /** @throws ConflictError when it changed since it was read */
  async save(
    credentials: BackstageCredentials,
    name: BriefName,
    { text, version }: { text: string; version: number },
  ): Promise<TeamBrief> {
    const { briefs, clock, database, people } = this.#options;
    const { caller } = await this.#require(credentials, name.scopeRef);
    daysOfMonth(name.month, clock());
    await database.transaction(async tx => {
      const by = await people.idOf(tx, caller.userRef);
      await briefs.put(
        tx,
        { ...name, text, version },
        { by, at: clock().getTime() },
      );
    });
    return this.get(credentials, name);
  }

  /** Back to the draft. */
  async reset(
    credentials: BackstageCredentials,
    { month, scopeRef }: BriefName,
  ): Promise<void> {
    await this.#require(credentials, scopeRef);
    daysOfMonth(month, this.#options.clock());
    await this.#options.briefs.remove(scopeRef, month);
  }

  /** Its active champions and deputies, its lead, and captains. */
  async #require(
    credentials: BackstageCredentials,
    scopeRef: string,
  ): Promise<{ caller: Person; title?: string }> {
    const { catalog, entities, rights } = this.#options;
    const caller = await requirePerson(this.#options, credentials);
    const visible = await catalog.filter(credentials, [scopeRef]);
    const scope = visible.has(scopeRef)
      ? (await entities.get([scopeRef])).get(scopeRef)
      : undefined;
    if (!scope || !SCOPE_KINDS.includes(scope.kind)) {
      throw new NotFoundError(`There is no scope ${scopeRef}`);
    }
    const isAllowed =
      (await this.#isChampion(caller, scopeRef)) ||
      caller.isCaptain ||
      (await rights.leadsAmong(caller, [scopeRef])).has(scopeRef);
    if (!isAllowed) {
      throw new NotAllowedError(
        'A brief is for the champions of its scope, their lead and who runs the programme',
      );
    }
    return { caller, title: scope.title };
  }

  async #isChampion(caller: Person, scopeRef: string): Promise<boolean> {
    const { database, desks, people } = this.#options;
    const personId = await people.find(database, caller.userRef);
    return (
      personId !== undefined &&
      desks.holds(personId, scopeRef, ['active', 'stepping_down'])
    );
  }

  /** What the reader may not see in the catalog is not counted either. */
  async #entities(
    credentials: BackstageCredentials,
    scopeRef: string,
  ): Promise<string[]> {
    const under = await this.#options.desks.listUnder(scopeRef);
    const visible = await this.#options.catalog.filter(credentials, under);
    return under.filter(ref => visible.has(ref));
  }
}
