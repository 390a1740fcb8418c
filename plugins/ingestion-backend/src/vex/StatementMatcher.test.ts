import { ParsedProduct } from '@synchrony/report-parsers';
import { ownNamesOf, withOwn } from './ownProduct';
import { StatementMatcher } from './StatementMatcher';

const LEFT = { name: 'left', purl: 'pkg:npm/left@1.0.0' };

function product(purl: string, parts: string[] = []): ParsedProduct {
  return {
    id: purl,
    purl: purl.startsWith('pkg:') ? purl : undefined,
    subcomponents: parts.map(id => ({ id, purl: id })),
  };
}

function match(
  stated: ParsedProduct,
  found: { name?: string; purl?: string },
  annotation?: string,
) {
  const own = ownNamesOf('component:default/payments-api', {
    ...(annotation && { 'synchrony.io/vex-products': annotation }),
  });
  return new StatementMatcher([withOwn(stated, own)]).match(found);
}

describe('StatementMatcher', () => {
  it.each([
    ['the same version', 'pkg:npm/left@1.0.0', LEFT, 'match'],
    ['any version', 'pkg:npm/left', LEFT, 'match'],
    ['another version', 'pkg:npm/left@1.0.1', LEFT, 'no'],
    ['another package', 'pkg:npm/left-pad', LEFT, 'no'],
    ['another type', 'pkg:pypi/left@1.0.0', LEFT, 'no'],
    [
      'a scope, written in either way',
      'pkg:npm/%40a/left@1.0.0',
      { purl: 'pkg:npm/@a/left@1.0.0' },
      'match',
    ],
    [
      'what it says beside',
      'pkg:deb/debian/curl@7?arch=amd64',
      { purl: 'pkg:deb/debian/curl@7?arch=amd64&distro=debian-12' },
      'match',
    ],
    [
      'something else beside',
      'pkg:deb/debian/curl@7?arch=amd64',
      { purl: 'pkg:deb/debian/curl@7?arch=arm64' },
      'no',
    ],
    [
      'something beside that is not known',
      'pkg:deb/debian/curl@7?distro=debian-12',
      { purl: 'pkg:deb/debian/curl@7' },
      'unclear',
    ],
    [
      'a version, and none is known',
      'pkg:npm/left@1.0.0',
      { purl: 'pkg:npm/left' },
      'unclear',
    ],
    ['a name alone', 'pkg:npm/left@1.0.0', { name: 'left' }, 'unclear'],
    ['no component', 'pkg:npm/left@1.0.0', {}, 'no'],
    ['an id that nobody knows', 'urn:something', LEFT, 'unclear'],
  ])('takes %s for what it is', (_name, purl, found, expected) => {
    expect(match(product(purl), found)).toBe(expected);
  });

  it.each([
    ['all of it', product('pkg:oci/payments-api'), 'match'],
    [
      'a part',
      product('pkg:oci/payments-api', ['pkg:npm/left@1.0.0']),
      'match',
    ],
    ['another part', product('pkg:oci/payments-api', ['pkg:npm/right']), 'no'],
    ['one version of it', product('pkg:oci/payments-api@sha256:1'), 'unclear'],
    [
      'a part of one version of it',
      product('pkg:oci/payments-api@sha256:1', ['pkg:npm/left']),
      'unclear',
    ],
    [
      'a part of something else',
      product('pkg:oci/ledger', ['pkg:npm/left']),
      'unclear',
    ],
    // A dependency may have the name of the entity.
    ['a package of that name', product('pkg:npm/payments-api'), 'no'],
    [
      'the name alone',
      { id: 'app', name: 'Payments-API', subcomponents: [] },
      'match',
    ],
    [
      'its ref',
      { id: 'component:default/payments-api', subcomponents: [] },
      'match',
    ],
  ])("knows the entity's own product: %s", (_name, stated, expected) => {
    expect(match(stated, LEFT)).toBe(expected);
  });

  it('knows the products that the annotation lists', () => {
    const listed = 'urn:pay pkg:oci/pay@sha256:1, pkg:oci/paying';
    expect(match(product('urn:pay'), LEFT, listed)).toBe('match');
    expect(match(product('pkg:oci/pay@sha256:1'), LEFT, listed)).toBe('match');
    expect(match(product('pkg:oci/paying'), LEFT, listed)).toBe('match');
    expect(match(product('pkg:oci/paying@2'), LEFT, listed)).toBe('unclear');
    expect(match(product('urn:else'), LEFT, listed)).toBe('unclear');
  });
});
