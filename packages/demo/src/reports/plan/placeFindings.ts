import {
  ControlType,
  Severity,
} from '@synchrony/backstage-plugin-ingestion-common';
import { DemoComponent } from '../../organisation';
import { Random } from '../../random';
import { DemoFinding, DemoScope, endOf } from '../types';
import { inventWeakness, weaknessKey } from '../weaknesses/inventWeakness';
import { reaches, Standing } from './levels';
import { daysToFix } from './sla';

/** Distance to a due date, so that a day more or less changes no count. */
const MARGIN_DAYS = 0.75;

/** Standings in which something may be late: Silver is lost by it. */
const LATE: Standing[] = ['bronze', 'overdue', 'secret'];

/** So many late fixes keep a component from Gold. */
const LATE_FIXES = 2;
/** They are younger than this, so that they count for some days yet. */
const LATE_FIX_DAYS = 80;

/** So that rounding makes nothing late. */
const FIX_MARGIN = 0.01;

/** So many findings of a kind are open today. */
interface Quota {
  count: number;
  severity: Severity;
  overdue: boolean;
  types: ControlType[];
  standings?: Standing[];
  /** A scope gets at most so many of them. */
  atMost?: number;
}

const ANYWHERE: ControlType[] = ['sast', 'sca', 'dast', 'container', 'iac'];
const LATE_TOLERATED: ControlType[] = ['sast', 'dast', 'container', 'iac'];

/** Places findings into scopes, without two that are the same. */
export class FindingPlacer {
  private readonly random = new Random('findings');
  private readonly taken = new Map<DemoScope, Set<string>>();
  /** Rules per scope, and whether their findings are open or fixed. */
  private readonly uses = new Map<DemoScope, Map<string, 'open' | 'fixed'>>();

  constructor(
    private readonly scopes: DemoScope[],
    private readonly standings: Map<string, Standing>,
    /** Components whose open findings a story tells. */
    private readonly told: Set<string>,
  ) {
    for (const scope of scopes) {
      this.uses.set(scope, new Map());
      this.taken.set(
        scope,
        new Set(scope.findings.map(({ weakness }) => weaknessKey(weakness))),
      );
    }
  }

  /** Opens findings until the quota is met. */
  open(quota: Quota): void {
    const eligible = this.scopes.filter(scope => {
      const { component, controlType } = scope;
      const standing = this.standings.get(component.name);
      return (
        quota.types.includes(controlType) &&
        !this.told.has(component.name) &&
        (!quota.standings || quota.standings.includes(standing!)) &&
        this.startsFor(scope, quota).length > 0
      );
    });
    const placed = new Map<DemoScope, number>();
    const add = (scope: DemoScope): boolean => {
      const from = this.random.pick(this.startsFor(scope, quota));
      const here = placed.get(scope) ?? 0;
      if (here >= (quota.atMost ?? Infinity)) {
        return false;
      }
      if (!this.place(scope, quota.severity, [[from, endOf(scope)]])) {
        return false;
      }
      placed.set(scope, here + 1);
      return true;
    };
    let left = quota.count;
    for (let tries = 0; left > 0; tries += 1) {
      if (tries > quota.count * 200 || eligible.length === 0) {
        throw new RangeError(
          `No room for ${left} of ${quota.count} ${quota.severity} findings`,
        );
      }
      if (add(this.random.pick(eligible))) {
        left -= 1;
      }
    }
  }

  /** Opens one finding in a scope of each component of a standing. */
  openInEach(standing: Standing, quota: Omit<Quota, 'count'>): number {
    let count = 0;
    for (const scope of this.scopes) {
      const { component, controlType } = scope;
      if (
        this.standings.get(component.name) !== standing ||
        this.told.has(component.name) ||
        !quota.types.includes(controlType)
      ) {
        continue;
      }
      const starts = this.startsFor(scope, { ...quota, count: 1 });
      if (starts.length === 0) {
        continue;
      }
      const from = this.random.pick(starts);
      if (this.place(scope, quota.severity, [[from, endOf(scope)]])) {
        count += 1;
      }
    }
    return count;
  }

  /** Adds a finding that was found and fixed. */
  fixed(severity: Severity): void {
    for (;;) {
      const scope = this.random.pick(this.scopes);
      // A partial scan would leave it open.
      if (scope.scans.length < 3 || scope.partial.size > 0) {
        continue;
      }
      const from = this.random.between(0, scope.scans.length - 2);
      const to = this.random.between(
        from + 1,
        Math.min(from + 7, scope.scans.length - 1),
      );
      const isPrompt = this.isPrompt(scope);
      if (
        (isPrompt && !isInTime(scope, severity, from, to)) ||
        !this.place(scope, severity, [[from, to]])
      ) {
        continue;
      }
      const finding = scope.findings.at(-1)!;
      const again = to + 1;
      if (
        !isPrompt &&
        again < scope.scans.length - 1 &&
        this.random.chance(0.035)
      ) {
        finding.present.push([again, scope.scans.length - 1]);
      }
      return;
    }
  }

  /**
   * Adds findings that were fixed too late, to a component that nothing else
   * would keep from Gold; returns how many.
   */
  fixedLate(component: DemoComponent): number {
    const candidates = this.scopes
      .filter(scope => scope.component === component)
      .flatMap(scope =>
        scope.scans.flatMap((_, from) => {
          const to = scope.scans.findIndex(
            (age, index) =>
              index > from &&
              !isInTime(scope, 'high', from, index) &&
              age < LATE_FIX_DAYS,
          );
          return to > 0 && to < endOf(scope) - 1 ? [{ scope, from, to }] : [];
        }),
      );
    let count = 0;
    for (const { from, scope, to } of candidates) {
      if (count < LATE_FIXES && this.place(scope, 'high', [[from, to]])) {
        count += 1;
      }
    }
    return count;
  }

  /** Gold asks for findings that are fixed in time. */
  private isPrompt({ component }: DemoScope): boolean {
    return reaches(this.standings.get(component.name)!, 'gold');
  }

  private place(
    scope: DemoScope,
    severity: Severity,
    present: DemoFinding['present'],
  ): boolean {
    const taken = this.taken.get(scope)!;
    const weakness = inventWeakness(scope, severity, this.random);
    if (!weakness || taken.has(weaknessKey(weakness))) {
      return false;
    }
    // Where the same code goes in one file and comes in another, it has moved.
    const use = present.some(([, to]) => to === endOf(scope))
      ? 'open'
      : 'fixed';
    const uses = this.uses.get(scope)!;
    if ('rule' in weakness) {
      if ((uses.get(weakness.rule.id) ?? use) !== use) {
        return false;
      }
      uses.set(weakness.rule.id, use);
    }
    taken.add(weaknessKey(weakness));
    scope.findings.push({ severity, weakness, present });
    return true;
  }

  /** Scans in which a finding may first appear. */
  private startsFor(scope: DemoScope, quota: Quota): number[] {
    const days = daysToFix(scope.component, quota.severity);
    return scope.scans.flatMap((age, index) => {
      if (days === undefined || scope.partial.has(index)) {
        return [];
      }
      const fits = quota.overdue
        ? age >= days + MARGIN_DAYS
        : age <= days - MARGIN_DAYS;
      return fits ? [index] : [];
    });
  }
}

/** Whether a finding is fixed by its due date. */
function isInTime(
  { component, scans }: DemoScope,
  severity: Severity,
  from: number,
  to: number,
): boolean {
  const days = daysToFix(component, severity);
  return days === undefined || scans[from] - scans[to] <= days - FIX_MARGIN;
}

/** What is open today besides the told stories. */
export interface OpenTotals {
  critical: { overdue: number; other: number };
  high: { overdue: number; other: number };
  medium: { overdue: number; other: number };
  low: { overdue: number; other: number };
}

/**
 * Fills the scopes until the totals are met, and adds what was fixed since.
 *
 * @param slow - components of which some were fixed late
 */
export function placeFindings(
  placer: FindingPlacer,
  totals: OpenTotals,
  fixedCount: number,
  slow: DemoComponent[],
): void {
  const left = structuredClone(totals);

  left.high.other -= placer.openInEach('secret', {
    severity: 'high',
    overdue: false,
    types: ['secret'],
  });
  left.medium.other -= placer.openInEach('secret', {
    severity: 'medium',
    overdue: false,
    types: ['secret'],
  });
  left.high.overdue -= placer.openInEach('overdue', {
    severity: 'high',
    overdue: true,
    types: ['sca'],
  });

  placer.open({
    count: left.critical.overdue,
    severity: 'critical',
    overdue: true,
    types: ['sca', 'container'],
    standings: ['overdue'],
    atMost: 1,
  });
  placer.open({
    count: Math.ceil(left.high.overdue / 2),
    severity: 'high',
    overdue: true,
    types: ['sca'],
    standings: ['overdue'],
    atMost: 3,
  });
  placer.open({
    count: Math.floor(left.high.overdue / 2),
    severity: 'high',
    overdue: true,
    types: LATE_TOLERATED,
    standings: LATE,
    atMost: 2,
  });
  placer.open({
    count: left.critical.other,
    severity: 'critical',
    overdue: false,
    types: ANYWHERE,
    atMost: 1,
  });
  for (const severity of ['high', 'medium', 'low'] as const) {
    placer.open({
      count: left[severity].other,
      severity,
      overdue: false,
      types: ANYWHERE,
    });
  }
  placer.open({
    count: left.medium.overdue,
    severity: 'medium',
    overdue: true,
    types: ANYWHERE,
  });

  let fixed = 0;
  for (const component of slow) {
    fixed += placer.fixedLate(component);
  }
  const random = new Random('fixed');
  for (; fixed < fixedCount; fixed += 1) {
    const draw = random.next();
    if (draw < 0.03) placer.fixed('critical');
    else if (draw < 0.2) placer.fixed('high');
    else placer.fixed(draw < 0.68 ? 'medium' : 'low');
  }
}
