import { Random } from '../random';
import {
  ComponentType,
  DemoApi,
  DemoComponent,
  Exposure,
  Runtime,
  Tier,
} from './model';
import { PlatformTable, Stack, SystemTable, TeamTable } from './platforms';

const TYPES: Record<string, ComponentType> = {
  s: 'service',
  w: 'website',
  l: 'library',
  p: 'data-pipeline',
  m: 'model',
  j: 'job',
};

const STACKS: Stack[] = [
  'java',
  'kotlin',
  'node',
  'react',
  'go',
  'python',
  'dotnet',
  'terraform',
];

const ROW =
  /^(?<name>[a-z0-9-]+) (?<type>[swlpmj])(?<tier>[1-4])(?<flags>[^|]*) \| (?<description>.+)$/;

/** The ref of a component in the catalog. */
export function refOf({ name }: DemoComponent): string {
  return `component:default/${name}`;
}

/** Whether it runs somewhere, as scorecards decide it from the catalog. */
export function isDeployable({ runtime, type }: DemoComponent): boolean {
  return type === 'service' || type === 'website' || runtime !== 'none';
}

function classify(component: {
  name: string;
  tier: string;
  type: ComponentType;
}): string {
  const random = new Random(`classification ${component.name}`);
  if (component.type === 'library') {
    return 'internal';
  }
  switch (component.tier) {
    case '1':
      return random.chance(0.25) ? 'restricted' : 'confidential';
    case '2':
      return random.chance(0.8) ? 'confidential' : 'internal';
    case '3':
      return random.chance(0.5) ? 'confidential' : 'internal';
    default:
      return random.chance(0.2) ? 'public' : 'internal';
  }
}

function runtimeOf(
  flags: string[],
  type: ComponentType,
  stack: Stack,
): Runtime {
  for (const runtime of ['serverless', 'vm', 'mainframe'] as const) {
    if (flags.includes(runtime)) {
      return runtime;
    }
  }
  return type === 'library' || stack === 'terraform' ? 'none' : 'container';
}

function apisOf(name: string, flags: string[]): DemoApi[] {
  const apis: DemoApi[] = [];
  if (flags.includes('api')) {
    const apiName = name.endsWith('-api') ? name : `${name}-api`;
    apis.push({
      name: apiName,
      title: apiName,
      type: 'openapi',
      provider: name,
    });
  }
  if (flags.includes('events')) {
    const apiName = name.endsWith('-events') ? name : `${name}-events`;
    apis.push({
      name: apiName,
      title: apiName,
      type: 'asyncapi',
      provider: name,
    });
  }
  return apis;
}

function readRow(
  row: string,
  owner: { platform: PlatformTable; team: TeamTable; system: SystemTable },
): DemoComponent {
  const groups = ROW.exec(row)?.groups;
  if (!groups) {
    throw new TypeError(`Not a component row: "${row}"`);
  }
  const { name, description, tier } = groups;
  const flags = groups.flags.trim().split(' ');
  const type = TYPES[groups.type];
  const stack = STACKS.find(each => flags.includes(each)) ?? owner.team.stack;
  const exposure = (['internet', 'partner'] as Exposure[]).find(each =>
    flags.includes(each),
  );
  return {
    name,
    description,
    type,
    lifecycle: flags.includes('deprecated') ? 'deprecated' : 'production',
    tier: `tier-${tier}` as Tier,
    exposure: exposure ?? 'internal',
    dataClassification: flags.includes('unclassified')
      ? undefined
      : classify({ name, tier, type }),
    runtime: runtimeOf(flags, type, stack),
    iac: flags.includes('iac'),
    stack,
    team: owner.team.name,
    system: owner.system.name,
    platform: owner.platform.name,
    repository: `https://git.larkhill.example/${owner.platform.slug}/${name}`,
    defaultBranch: flags.includes('master') ? 'master' : 'main',
    apis: apisOf(name, flags),
    consumes: [],
    dependsOn: [],
  };
}

function connect(components: DemoComponent[]) {
  const apis = components.flatMap(({ apis: own, platform }) =>
    own.map(api => ({ ...api, platform })),
  );
  const shared = apis.filter(api =>
    ['token-service', 'notification-hub', 'secrets-vault'].includes(
      api.provider,
    ),
  );
  for (const component of components) {
    const random = new Random(`connections ${component.name}`);
    if (component.type === 'service' || component.type === 'website') {
      const near = apis.filter(
        api =>
          api.platform === component.platform &&
          api.provider !== component.name,
      );
      const consumed = random.sample(near, random.between(0, 2));
      if (random.chance(0.4)) {
        consumed.push(random.pick(shared));
      }
      component.consumes = [
        ...new Set(
          consumed
            .filter(api => api.provider !== component.name)
            .map(api => api.name),
        ),
      ].sort();
    }
    if (component.type !== 'library') {
      component.dependsOn = components
        .filter(
          other =>
            other.type === 'library' &&
            other.system === component.system &&
            random.chance(0.6),
        )
        .map(other => other.name);
    }
  }
}

/** The components of all platforms, in the order of their tables. */
export function buildComponents(platforms: PlatformTable[]): DemoComponent[] {
  const components: DemoComponent[] = [];
  for (const platform of platforms) {
    for (const team of platform.teams) {
      for (const system of team.systems) {
        for (const row of system.components) {
          components.push(readRow(row, { platform, team, system }));
        }
      }
    }
  }
  connect(components);
  return components;
}
