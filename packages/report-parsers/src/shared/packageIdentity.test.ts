import fc from 'fast-check';
import { PackageURL } from 'packageurl-js';
import {
  canonicalPackage,
  identifyComponent,
  parsePackageUrl,
} from './packageIdentity';

const identityOf = (purl: string) => {
  const { type, namespace, name } = identifyComponent({ purl }) ?? {};
  return [type, namespace, name];
};

describe('package identity', () => {
  it.each([
    ['pkg:npm/%40Angular/Core@1.0.0', ['npm', '@angular', 'core']],
    ['pkg:npm/@angular/core', ['npm', '@angular', 'core']],
    ['pkg:PYPI/Django_Rest.Framework@1', ['pypi', '', 'django-rest-framework']],
    ['pkg:maven/org.Example/Lib@1?type=jar', ['maven', 'org.Example', 'Lib']],
    [
      'pkg:golang/github.com/BurntSushi/toml@v1.0.0#cmd',
      ['golang', 'github.com/burntsushi', 'toml'],
    ],
    ['pkg:nuget/Newtonsoft.Json@13.0.1', ['nuget', '', 'newtonsoft.json']],
    ['pkg:github/Acme/Tool@v1', ['github', 'acme', 'tool']],
    ['pkg:gem/RubyGem@1', ['gem', '', 'RubyGem']],
    ['pkg:rpm/RedHat/ImageMagick@7', ['rpm', 'redhat', 'ImageMagick']],
    ['pkg:deb/Debian/Curl@7', ['deb', 'debian', 'curl']],
    ['pkg://cargo/serde@1', ['cargo', '', 'serde']],
  ])('of %s', (purl, expected) => {
    expect(identityOf(purl)).toEqual(expected);
  });

  it.each(['', 'npm/x', 'pkg:npm', 'pkg:npm/', 'pkg:/x', 'https://x/y'])(
    'is not that of %p',
    purl => {
      expect(parsePackageUrl(purl)).toBeUndefined();
    },
  );

  it('reads versions', () => {
    const version = (purl: string) => parsePackageUrl(purl)?.version;
    expect(version('pkg:deb/debian/x@1%3A2.0-3')).toBe('1:2.0-3');
    expect(version('pkg:npm/%40a/b@1.0.0?x=@y')).toBe('1.0.0');
    expect(version('pkg:npm/@a/b')).toBeUndefined();
    expect(
      identifyComponent({ purl: 'pkg:rpm/a/b@1-2?epoch=3' })?.version,
    ).toBe('3:1-2');
  });

  it('reads what the reference library writes', () => {
    const word = fc.stringMatching(/^[A-Za-z0-9@+. é-]{1,12}$/).filter(text => {
      const trimmed = text.trim();
      return trimmed === text && !/^\.+$/.test(text);
    });
    fc.assert(
      fc.property(
        fc.constantFrom('npm', 'gem', 'deb', 'generic'),
        word,
        word,
        fc.stringMatching(/^[0-9a-z.+~:-]{1,12}$/),
        (type, namespace, name, version) => {
          const purl = new PackageURL(
            type,
            namespace,
            name,
            version,
            undefined,
            undefined,
          );
          const parts = parsePackageUrl(purl.toString());
          expect(parts).toMatchObject({
            type,
            namespace: purl.namespace,
            name: purl.name,
            version,
          });
        },
      ),
    );
  });

  it('is canonical when it was made so', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('npm', 'pypi', 'pub', 'rpm', 'maven', 'golang', ''),
        fc.string(),
        fc.string(),
        (type, namespace, name) => {
          const once = canonicalPackage({ type, namespace, name });
          expect(canonicalPackage(once)).toEqual(once);
        },
      ),
    );
  });
});
