import { parseSearch } from './parseSearch';

const LOG4J = 'pkg:maven/org.apache.logging.log4j/log4j-core';

it.each([
  ['CVE-2021-44228', { kind: 'advisory', id: 'CVE-2021-44228' }],
  [' ghsa-jfh8-c2jp-5v3q ', { kind: 'advisory', id: 'ghsa-jfh8-c2jp-5v3q' }],
  ['DEMO-2026-0007', { kind: 'advisory', id: 'DEMO-2026-0007' }],
  ['log4j-core', { kind: 'package', package: 'log4j-core' }],
  [
    'log4j-core < 2.17',
    { kind: 'package', package: 'log4j-core', version: '<2.17' },
  ],
  [
    'org.example:lib >= 1.0 < 2 || =3',
    { kind: 'package', package: 'org.example:lib', version: '>=1.0 <2 || =3' },
  ],
  ['@scope/name', { kind: 'package', package: '@scope/name' }],
  [LOG4J, { kind: 'package', package: LOG4J }],
  [
    `${LOG4J}@2.14.1?type=jar`,
    {
      kind: 'package',
      package: `${LOG4J}@2.14.1?type=jar`,
      version: '=2.14.1',
    },
  ],
  [`${LOG4J} <2.17`, { kind: 'package', package: LOG4J, version: '<2.17' }],
  ['pkg:npm/@a/b', { kind: 'package', package: 'pkg:npm/@a/b' }],
  ['  ', undefined],
])('reads %j', (text, search) => {
  expect(parseSearch(text)).toEqual(search);
});
