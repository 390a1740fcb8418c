import { DemoComponent } from '../../organisation';
import { Random } from '../../random';
import { DemoFinding, DemoScope, isPresent } from '../types';

/** One scan of a scope, as a format writes it. */
export interface DemoScan {
  component: DemoComponent;
  scope: DemoScope;
  /** Which of the scope's scans. */
  index: number;
  at: Date;
  commit: string;
  findings: DemoFinding[];
}

/** The commit that a component was at so many days ago. */
export function commitOf({ name }: DemoComponent, age: number): string {
  return new Random(`commit ${name} ${Math.floor(age)}`).hex(40);
}

/** The scan of a scope by its index, `now` being today. */
export function scanOf(scope: DemoScope, index: number, now: Date): DemoScan {
  const { component } = scope;
  const age = scope.scans[index];
  const at = new Date(
    Math.round((now.getTime() - age * 24 * 3600 * 1000) / 1000) * 1000,
  );
  const found = scope.findings.filter(finding => isPresent(finding, index));
  return {
    component,
    scope,
    index,
    at,
    commit: commitOf(component, age),
    // A partial scan leaves part of the code out.
    findings: scope.partial.has(index)
      ? found.filter((_, position) => position % 2 === 0)
      : found,
  };
}

/** Code above a finding comes and goes, so lines move from time to time. */
export function movedLine(line: number, path: string, index: number): number {
  const step = new Random(`drift ${path}`).between(0, 2) * 3;
  return line + Math.floor(index / 4) * step;
}

/** Some packages get small updates that fix nothing. */
export function updatesOf(packageName: string, index: number): number {
  return new Random(`updates ${packageName}`).chance(0.3)
    ? Math.floor(index / 5)
    : 0;
}
