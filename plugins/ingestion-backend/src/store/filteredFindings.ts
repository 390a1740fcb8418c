import {
  FindingDue,
  FindingStatus,
  SEVERITIES,
} from '@synchrony/backstage-plugin-ingestion-common';
import { Knex } from 'knex';
import { GroupKey } from '../groups';
import { DAY_MS, NEVER } from '../sla';
import type { TimeRange } from './FindingListStore';
import {
  isLimited,
  NarrowedFilter,
  threatenedRules,
  visibleEntities,
} from './narrowFilter';
import { statusOnRefSql } from './statusOnRefSql';

const SOON_MS = 7 * DAY_MS;

/** Findings of one status that a filter leaves, to be read along an index. */
export function filteredFindings(
  database: Knex,
  filter: NarrowedFilter,
  status: FindingStatus,
): Knex.QueryBuilder {
  const query = database('findings');
  if (filter.ref === undefined) {
    query.where('findings.status', status);
  } else {
    seenOn(database, query, filter.ref, status);
  }
  if (filter.entityRef) {
    query.where('findings.entity_ref', filter.entityRef);
  }
  onlyVisible(database, query, filter);
  const severities = filter.severities ?? severitiesToSeek(filter);
  if (severities) {
    query.whereIn('findings.severity', severities);
  }
  if (filter.types) {
    query.whereIn('findings.type', filter.types);
  }
  if (filter.overdue !== undefined) {
    query.where('findings.due_at', filter.overdue ? '<=' : '>', filter.now);
  }
  if (filter.due) {
    onlyDue(query, filter.due, filter.now);
  }
  if (filter.firstSeen) {
    onlyIn(query, 'findings.first_seen_at', filter.firstSeen);
  }
  if (filter.resolved) {
    query
      .where('findings.status', 'resolved')
      .whereRaw('COALESCE(findings.retired_at, 0) <> findings.resolved_at');
    onlyIn(query, 'findings.resolved_at', filter.resolved);
  }
  if (filter.adjusted) {
    query.whereNotNull('findings.severity_adjustment');
  }
  if (filter.threatRuleKeys) {
    query.whereIn('findings.rule_key', filter.threatRuleKeys);
  } else if (filter.kev || filter.epssAtLeast !== undefined) {
    query.whereIn('findings.rule_key', threatenedRules(database, filter));
  }
  if (filter.group) {
    onlyGroup(database, query, filter.group);
  }
  if (filter.tool || filter.environment) {
    seenIn(database, query, filter);
  }
  if (filter.q) {
    search(query, filter);
  }
  return query;
}

/** All, where an index is to be sought by due date: it begins with them. */
function severitiesToSeek(filter: NarrowedFilter): number[] | undefined {
  return filter.entityRef === undefined &&
    (filter.due !== undefined || filter.overdue !== undefined)
    ? [...SEVERITIES.keys()]
    : undefined;
}

/** In which of the four times of `FINDING_DUES` a finding is due, as SQL. */
export function dueWordSql(now: number): string {
  return `CASE WHEN findings.due_at <= ${now} THEN 'overdue'
    WHEN findings.due_at <= ${now + SOON_MS} THEN 'within7Days'
    WHEN findings.due_at < ${NEVER} THEN 'later' ELSE 'none' END`;
}

function onlyIn(
  query: Knex.QueryBuilder,
  column: string,
  { from, to }: TimeRange,
): void {
  if (from !== undefined) {
    query.where(column, '>=', from);
  }
  if (to !== undefined) {
    query.where(column, '<', to);
  }
}

function onlyDue(query: Knex.QueryBuilder, due: FindingDue, now: number): void {
  switch (due) {
    case 'overdue':
      query.where('findings.due_at', '<=', now);
      break;
    case 'within7Days':
      query
        .where('findings.due_at', '>', now)
        .where('findings.due_at', '<=', now + SOON_MS);
      break;
    case 'later':
      query
        .where('findings.due_at', '>', now + SOON_MS)
        .where('findings.due_at', '<', NEVER);
      break;
    default:
      query.where('findings.due_at', '>=', NEVER);
  }
}

function onlyGroup(
  database: Knex,
  query: Knex.QueryBuilder,
  group: GroupKey,
): void {
  if ('package' in group) {
    query.where('findings.component_name', group.package);
    query.where('findings.component_version', group.version);
  } else {
    query.whereNull('findings.component_name').whereIn(
      'findings.rule_key',
      database('rule_tokens')
        .join('rules', 'rules.key', 'rule_tokens.rule_key')
        .where({
          'rule_tokens.token': group.ruleId.toLocaleLowerCase('en-US'),
          'rules.rule_id': group.ruleId,
        })
        .select('rules.key'),
    );
  }
}

/** Seen now by a scope of the tool, in the environment. */
function seenIn(
  database: Knex,
  query: Knex.QueryBuilder,
  { environment, tool }: NarrowedFilter,
): void {
  const seen = database('presences')
    .join('scopes', 'scopes.id', 'presences.scope_id')
    .select(database.raw('1'))
    .whereRaw('presences.finding_id = findings.id')
    .where('presences.present', true);
  if (tool) {
    seen.where('scopes.tool', tool);
  }
  if (environment) {
    seen.where('scopes.environment', environment);
  }
  query.whereExists(seen);
}

/** The same findings as the gate counts. */
function seenOn(
  database: Knex,
  query: Knex.QueryBuilder,
  ref: string,
  status: FindingStatus,
): void {
  const seen = database('presences')
    .join('scopes', 'scopes.id', 'presences.scope_id')
    .select(database.raw('1'))
    .whereRaw('presences.finding_id = findings.id')
    .where('scopes.ref', ref);
  const present = seen.clone().where('presences.present', true);
  if (status === 'resolved') {
    query.whereExists(seen).whereNotExists(present);
    return;
  }
  query
    .whereExists(present)
    // What the next line says, in words that an index serves.
    .whereIn('findings.status', [status, 'resolved', 'unlisted'])
    .whereRaw(`${statusOnRefSql(database)} = ?`, [status]);
}

function onlyVisible(
  database: Knex,
  query: Knex.QueryBuilder,
  filter: NarrowedFilter,
): void {
  const { entityRefs, vanished } = filter;
  if (vanished === undefined) {
    query.whereNotIn(
      'findings.entity_ref',
      database('entity_states').where({ vanished: true }).select('entity_ref'),
    );
  } else if (vanished.length > 0) {
    query.whereNotIn('findings.entity_ref', vanished);
  }
  if (entityRefs) {
    query.whereIn('findings.entity_ref', entityRefs);
  } else if (isLimited(filter)) {
    query.whereIn('findings.entity_ref', visibleEntities(database, filter));
  }
}

/** Exact on advisory, rule and package; free text only within one entity. */
function search(query: Knex.QueryBuilder, filter: NarrowedFilter): void {
  const { entityRef, q = '', ruleKeys = [] } = filter;
  query.where(either => {
    either.where('findings.component_name', q);
    if (ruleKeys.length > 0) {
      either.orWhereIn('findings.rule_key', ruleKeys);
    }
    if (entityRef !== undefined) {
      const text = q.toLocaleLowerCase('en-US');
      const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
      for (const column of ['title', 'location', 'purl']) {
        either.orWhereRaw(`LOWER(findings.${column}) LIKE ? ESCAPE '\\'`, [
          like,
        ]);
      }
    }
  });
}
