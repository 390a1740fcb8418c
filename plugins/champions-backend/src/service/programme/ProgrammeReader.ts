import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  capacityAgreePermission,
  ProgrammeSettings,
  ScopeCoverage,
} from '@synchrony/backstage-plugin-champions-common';
import {
  CatalogVisibility,
  EntityAccess,
} from '@synchrony/backstage-plugin-scorecards-node';
import {
  Reader,
  requireReader,
  ReaderOptions,
} from '../../access/requireReader';
import { ScopeLeads } from '../../access/ScopeLeads';
import { teamCoverage } from '../../figures/teamCoverage';
import { GroupTree } from '../../organisation/GroupTree';
import {
  FiguresStore,
  LiveAssignment,
  OwnedComponents,
  StoredCoverage,
} from '../../store/programme/FiguresStore';
import { OrganisationStore } from '../../store/programme/OrganisationStore';

export interface ProgrammeReaderOptions extends ReaderOptions {
  access: EntityAccess;
  catalog: CatalogVisibility;
  figures: FiguresStore;
  organisation: OrganisationStore;
}

/** The programme as a reader may see it. */
export interface SeenProgramme {
  reader: Reader;
  settings: ProgrammeSettings;
  groups: GroupTree;
  leads: ScopeLeads;
  /** Only what the reader may know of. */
  assignments: LiveAssignment[];
  /** Every one, for what is left of people's time; never to be shown. */
  all: LiveAssignment[];
  components: OwnedComponents[];
  coverage: ReadonlyMap<string, StoredCoverage>;
  isSeen: (scopeRef: string) => boolean;
  /** Owners of scopes that are no groups. */
  ownerOf: (scopeRef: string) => string | undefined;
}

/** As many components are asked about where the catalog has to be asked. */
const COUNTED_REFS = 10_000;

/** Reads what all pages of the programme are made of, with its rights. */
export class ProgrammeReader {
  readonly #options: ProgrammeReaderOptions;

  constructor(options: ProgrammeReaderOptions) {
    this.#options = options;
  }

  async read(credentials: BackstageCredentials): Promise<SeenProgramme> {
    const { access, catalog, figures, organisation, programme } = this.#options;
    const reader = await requireReader(this.#options, credentials);
    const agrees = await access.visible(credentials, capacityAgreePermission);
    const groups = await organisation.groups();
    const leads = new ScopeLeads({ reader, groups, agrees });
    const coverage = await figures.groupCoverage();
    const all = await figures.assignments();
    const others = all
      .map(({ scopeRef }) => scopeRef)
      .filter(ref => !ref.startsWith('group:'));
    const owners = await organisation.ownersOf([...new Set(others)]);
    const ownerOf = (ref: string) => owners.get(ref);
    const mode = await catalog.mode(credentials);
    const refs = new Set([
      ...groups.all().map(({ groupRef }) => groupRef),
      ...all.map(({ scopeRef }) => scopeRef),
    ]);
    const components =
      mode === 'some' ? await figures.componentRefs(COUNTED_REFS) : [];
    const seen =
      mode === 'all'
        ? undefined
        : await catalog.filter(credentials, [...refs, ...components]);
    const isSeen = (ref: string) => seen?.has(ref) ?? true;
    return {
      reader,
      all,
      settings: programme.current().settings,
      groups,
      leads,
      coverage,
      isSeen,
      ownerOf,
      components:
        mode === 'none'
          ? []
          : await figures.components(
              mode === 'some' ? components.filter(isSeen) : undefined,
            ),
      assignments: all.filter(
        assignment =>
          isSeen(assignment.scopeRef) &&
          (assignment.status !== 'nominated' ||
            reader.isCaptain ||
            [assignment.userRef, assignment.nominatorRef].includes(
              reader.userRef ?? '',
            ) ||
            leads.leads(assignment.scopeRef, ownerOf(assignment.scopeRef))),
      ),
    };
  }

  /** Teams of the map, in the order of their titles. */
  teamsOf(programme: SeenProgramme): ScopeCoverage[] {
    const { assignments, components, coverage, groups, isSeen, settings } =
      programme;
    const { groupTypes } = settings.mustCover;
    const at = Map.groupBy(assignments, ({ scopeRef }) => scopeRef);
    const owned = Map.groupBy(components, ({ ownerRef }) => ownerRef);
    return groups
      .all()
      .filter(
        ({ groupRef, type }) =>
          groupTypes.includes(type ?? '') && isSeen(groupRef),
      )
      .map(group => {
        const platformRef = groups.platformOf(group.groupRef, groupTypes);
        return teamCoverage({
          group,
          ...(platformRef !== undefined &&
            isSeen(platformRef) && { platformRef }),
          coverage: coverage.get(group.groupRef),
          owned: owned.get(group.groupRef) ?? [],
          assignmentsAt: ref => at.get(ref) ?? [],
          isSeen,
        });
      })
      .sort(
        (a, b) =>
          a.title.localeCompare(b.title, 'en') ||
          (a.groupRef < b.groupRef ? -1 : 1),
      );
  }
}
