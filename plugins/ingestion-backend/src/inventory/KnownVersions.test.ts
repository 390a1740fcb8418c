import { KnownVersions } from './KnownVersions';

const LOG4J = {
  type: 'maven',
  namespace: 'org.apache.logging.log4j',
  name: 'log4j-core',
};

describe('KnownVersions', () => {
  const known = new KnownVersions();
  known.add(LOG4J, '2.14.1', ['2.12.4', '2.17.0']);
  known.add({ ...LOG4J, name: 'log4j-api' }, '2.14.1', []);

  it.each([
    ['log4j-core', '2.14.1', 'in'],
    ['log4j-core', '2.17.0', 'out'],
    ['log4j-core', '2.20.0', 'out'],
    // Between two fixes, or before all: only the advisory itself could tell.
    ['log4j-core', '2.12.4', 'unknown'],
    ['log4j-core', '2.0', 'unknown'],
    ['log4j-core', '', 'unknown'],
    ['log4j-core', 'unspecified', 'unknown'],
    ['log4j-api', '2.20.0', 'unknown'],
    ['other', '1', 'unknown'],
  ])('of %s %s says %s', (name, version, expected) => {
    expect(known.judge({ ...LOG4J, name }, version)).toBe(expected);
  });
});
