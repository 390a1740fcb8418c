import { Readable } from 'node:stream';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  DocumentCollatorFactory,
  IndexableDocument,
} from '@backstage/plugin-search-common';
import {
  assignmentReadPermission,
  CHAMPIONS_SEARCH_TYPE,
  ChampionSearchItem,
} from '@synchrony/backstage-plugin-champions-common';
import { ChampionsReader } from './ChampionsReader';

/** Somebody who is champion of something, as it is found. */
export interface ChampionDocument extends IndexableDocument {
  userRef: string;
  scopeRef: string;
  role: string;
  /** Titles, separated by commas. */
  specialisms: string;
}

function pathOf(ref: string): string {
  const { kind, name, namespace } = parseEntityRef(ref);
  return [namespace, kind, name].map(encodeURIComponent).join('/');
}

function toDocument(
  { assignmentId, role, specialisms, ...item }: ChampionSearchItem,
  path: string,
): ChampionDocument {
  const { scopeRef, userRef } = item;
  const person = item.userTitle ?? parseEntityRef(userRef).name;
  const scope = item.scopeTitle ?? parseEntityRef(scopeRef).name;
  const post = role === 'primary' ? 'champion' : 'deputy champion';
  const skills = specialisms.join(', ');
  return {
    title: `${person} — ${post} of ${scope}`,
    text: `Whom to ask about security in ${scope}.${skills && ` Knows most about: ${skills}.`}`,
    location: `${path}/${pathOf(userRef)}`,
    userRef,
    scopeRef,
    role,
    specialisms: skills,
    authorization: { resourceRef: assignmentId },
  };
}

/**
 * Champions and deputies who have said yes. Whether one is shown is decided
 * anew with each search, so that who withdraws is not found any more.
 */
export class ChampionsCollatorFactory implements DocumentCollatorFactory {
  readonly type = CHAMPIONS_SEARCH_TYPE;
  readonly visibilityPermission = assignmentReadPermission;
  readonly #champions: ChampionsReader;
  readonly #path: string;

  constructor(options: {
    champions: ChampionsReader;
    /** Where the portal shows entities. */
    path: string;
  }) {
    this.#champions = options.champions;
    this.#path = options.path;
  }

  async getCollator(): Promise<Readable> {
    const documents: ChampionDocument[] = [];
    for await (const item of this.#champions.read()) {
      documents.push(toDocument(item, this.#path));
    }
    return Readable.from(documents);
  }
}
