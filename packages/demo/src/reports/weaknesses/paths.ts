import { DemoComponent, Stack } from '../../organisation';
import { Random } from '../../random';

const NOUNS = [
  'Account',
  'Address',
  'Approval',
  'Audit',
  'Balance',
  'Batch',
  'Cache',
  'Callback',
  'Card',
  'Config',
  'Consent',
  'Customer',
  'Document',
  'Event',
  'Export',
  'File',
  'Import',
  'Limit',
  'Message',
  'Offer',
  'Partner',
  'Payee',
  'Payment',
  'Policy',
  'Profile',
  'Report',
  'Session',
  'Token',
  'Transfer',
];

const SUFFIXES = [
  'Client',
  'Controller',
  'Handler',
  'Loader',
  'Mapper',
  'Repository',
  'Resolver',
  'Service',
  'Validator',
  'Writer',
];

function camel(pascal: string): string {
  return pascal[0].toLowerCase() + pascal.slice(1);
}

function snake(pascal: string): string {
  return camel(pascal).replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);
}

type PathOf = (
  component: DemoComponent,
  noun: string,
  suffix: string,
) => string;

function packageOf(component: DemoComponent): string {
  return component.name.replaceAll('-', '');
}

const PATHS: Record<Stack, PathOf> = {
  java: (component, noun, suffix) =>
    `src/main/java/example/larkhill/${packageOf(component)}/${noun.toLowerCase()}/${noun}${suffix}.java`,
  kotlin: (component, noun, suffix) =>
    `src/main/kotlin/example/larkhill/${packageOf(component)}/${noun}${suffix}.kt`,
  node: (_, noun, suffix) =>
    `src/${noun.toLowerCase()}/${camel(`${noun}${suffix}`)}.ts`,
  react: (_, noun, suffix) => `src/pages/${noun}/${noun}${suffix}.tsx`,
  go: (_, noun, suffix) =>
    `internal/${noun.toLowerCase()}/${suffix.toLowerCase()}.go`,
  python: (component, noun, suffix) =>
    `${component.name.replaceAll('-', '_')}/${noun.toLowerCase()}/${snake(suffix)}.py`,
  dotnet: (_, noun, suffix) => `src/${noun}/${noun}${suffix}.cs`,
  terraform: (_, noun) => `modules/${noun.toLowerCase()}/main.go`,
};

/** A source file that a component of that kind could have. */
export function codePath(component: DemoComponent, random: Random): string {
  return PATHS[component.stack](
    component,
    random.pick(NOUNS),
    random.pick(SUFFIXES),
  );
}

const SECRET_PATHS = [
  '.env.example',
  'config/application-dev.yaml',
  'config/local.json',
  'docker-compose.yaml',
  'scripts/deploy.sh',
  'scripts/migrate.sh',
  'test/fixtures/client.pem',
  'test/fixtures/settings.json',
];

/** A file in which somebody could have left a secret. */
export function secretPath(random: Random): string {
  return random.pick(SECRET_PATHS);
}
