import { ControlType } from '@synchrony/backstage-plugin-ingestion-common';
import { DemoComponent } from '../../organisation';
import { Random } from '../../random';
import { DemoScope, Scanner } from '../types';
import { reaches, Standing } from './levels';

/** How far back the demo's reports go: 13 weeks. */
export const HISTORY_DAYS = 91;

const CONTROL_OF_SCANNER: Record<Scanner, ControlType> = {
  'trivy-fs': 'sca',
  grype: 'sca',
  'dependency-track': 'sca',
  gitleaks: 'secret',
  secretlint: 'secret',
  codeql: 'sast',
  semgrep: 'sast',
  'trivy-image': 'container',
  'trivy-config': 'iac',
  'zap-json': 'dast',
  'zap-xml': 'dast',
};

/** A scope without findings. */
export function emptyScope(
  component: DemoComponent,
  scanner: Scanner,
  scans: number[],
): DemoScope {
  return {
    component,
    scanner,
    controlType: CONTROL_OF_SCANNER[scanner],
    scans,
    partial: new Set(),
    findings: [],
  };
}

class Schedule {
  private readonly random: Random;
  private readonly important: boolean;

  constructor(private readonly component: DemoComponent) {
    this.random = new Random(`schedule ${component.name}`);
    this.important = ['tier-1', 'tier-2'].includes(component.tier);
  }

  chance(probability: number): boolean {
    return this.random.chance(probability);
  }

  pick(scanners: Scanner[]): Scanner {
    return this.random.pick(scanners);
  }

  /**
   * Ages of scans from when the component was connected to the last one. Until
   * the pipeline templates changed three weeks ago, less important components
   * were scanned half as often.
   */
  scans(options: {
    last: [number, number];
    connected: [number, number];
    every: number;
  }): number[] {
    const [newest, oldest] = options.last;
    const last = newest + this.random.next() * (oldest - newest);
    const [latest, earliest] = options.connected;
    const connected = Math.min(
      latest + this.random.next() * (earliest - latest),
      HISTORY_DAYS,
    );
    const ages: number[] = [];
    for (let age = last; age <= Math.max(connected, last);) {
      ages.push(Math.round(age * 1000) / 1000);
      const factor = !this.important && age > 21 ? 2 : 1;
      age += options.every * factor * (0.93 + this.random.next() * 0.07);
    }
    return ages.reverse();
  }

  scope(
    scanner: Scanner,
    options: {
      last: [number, number];
      connected: [number, number];
      every: number;
    },
  ): DemoScope {
    return emptyScope(this.component, scanner, this.scans(options));
  }
}

function dependencyScanner(
  component: DemoComponent,
  schedule: Schedule,
): Scanner {
  if (component.stack === 'dotnet' || component.runtime === 'vm') {
    return 'dependency-track';
  }
  return schedule.pick(['trivy-fs', 'trivy-fs', 'grype']);
}

function secretScanner(component: DemoComponent): Scanner {
  return component.stack === 'react' || component.stack === 'node'
    ? 'secretlint'
    : 'gitleaks';
}

function codeScanner(component: DemoComponent): Scanner {
  return ['java', 'kotlin', 'go', 'dotnet'].includes(component.stack)
    ? 'codeql'
    : 'semgrep';
}

function baseScopes(
  component: DemoComponent,
  standing: Standing,
  schedule: Schedule,
): DemoScope[] {
  const dependencies = dependencyScanner(component, schedule);
  const secrets = secretScanner(component);
  const code = codeScanner(component);
  const fresh: [number, number] = [0.05, 2.5];
  const early: [number, number] = [38, 118];
  const recent: [number, number] = [8, 97];
  const stale: [number, number] = [16, 45];

  switch (standing) {
    case 'silent':
      return [];
    case 'barely-known':
      return [
        schedule.scope(code, { last: [2, 6], connected: early, every: 14 }),
      ];
    case 'went-quiet':
      return [dependencies, secrets, code].map(scanner =>
        schedule.scope(scanner, { last: [36, 38], connected: early, every: 7 }),
      );
    case 'gap':
      return schedule.chance(0.6)
        ? [
            schedule.scope(dependencies, {
              last: fresh,
              connected: early,
              every: 7,
            }),
            schedule.scope(secrets, {
              last: [9, 30],
              connected: early,
              every: 7,
            }),
            schedule.scope(code, { last: [1, 8], connected: early, every: 14 }),
          ]
        : [
            schedule.scope(dependencies, {
              last: [10, 35],
              connected: early,
              every: 7,
            }),
            schedule.scope(secrets, {
              last: fresh,
              connected: recent,
              every: 7,
            }),
            schedule.scope(code, { last: [1, 8], connected: early, every: 14 }),
          ];
    case 'bronze': {
      const scopes = [
        schedule.scope(dependencies, {
          last: fresh,
          connected: early,
          every: 7,
        }),
        schedule.scope(secrets, { last: fresh, connected: recent, every: 7 }),
      ];
      if (schedule.chance(0.65)) {
        scopes.push(
          schedule.scope(code, { last: stale, connected: early, every: 14 }),
        );
      }
      return scopes;
    }
    default:
      return [
        schedule.scope(dependencies, {
          last: fresh,
          connected: early,
          every: 7,
        }),
        schedule.scope(secrets, { last: fresh, connected: recent, every: 7 }),
        schedule.scope(code, { last: [0.2, 7], connected: recent, every: 14 }),
      ];
  }
}

/** Whether there is anything that dynamic testing could ask for. */
function answers({ apis, type }: DemoComponent): boolean {
  return type === 'website' || apis.length > 0;
}

/** Silver asks what faces the internet for dynamic testing, Gold all. */
function needsDynamicTesting(
  component: DemoComponent,
  standing: Standing,
): boolean {
  return (
    answers(component) &&
    reaches(standing, component.exposure === 'internet' ? 'silver' : 'gold')
  );
}

/** Scans of the image, where there is one: some came with the new template. */
function imageScope(
  component: DemoComponent,
  standing: Standing,
  schedule: Schedule,
): DemoScope | undefined {
  if (component.runtime !== 'container') {
    return undefined;
  }
  const running = component.type === 'service' || component.type === 'website';
  const isEarly = running && schedule.chance(0.45);
  if (!isEarly && !reaches(standing, 'silver')) {
    return undefined;
  }
  return schedule.scope('trivy-image', {
    last: [0.1, 5],
    connected: isEarly ? [30, 110] : [6, 20],
    every: 14,
  });
}

function dynamicScope(
  component: DemoComponent,
  standing: Standing,
  schedule: Schedule,
): DemoScope | undefined {
  const isReachable = component.exposure !== 'internal' && answers(component);
  const isEarly = isReachable && schedule.chance(0.75);
  if (!isEarly && !needsDynamicTesting(component, standing)) {
    return undefined;
  }
  return schedule.scope(schedule.pick(['zap-json', 'zap-json', 'zap-xml']), {
    last: [0.5, 24],
    connected: isEarly ? [40, 110] : [25, 40],
    every: 21,
  });
}

/** The scans of one component, without findings. */
export function planScopes(
  component: DemoComponent,
  standing: Standing,
): DemoScope[] {
  const schedule = new Schedule(component);
  const scopes: (DemoScope | undefined)[] = baseScopes(
    component,
    standing,
    schedule,
  );
  const isCaredFor =
    reaches(standing, 'bronze') || ['overdue', 'secret'].includes(standing);
  if (isCaredFor) {
    scopes.push(
      imageScope(component, standing, schedule),
      dynamicScope(component, standing, schedule),
    );
    if (component.iac) {
      scopes.push(
        schedule.scope('trivy-config', {
          last: [0.2, 9],
          connected: [40, 110],
          every: 14,
        }),
      );
    }
  }
  return scopes.filter(scope => scope !== undefined);
}
