import { Ecosystem } from '../weaknesses/packages';

/** The package URL of a package, as scanners write it. */
export function purlOf(
  ecosystem: Ecosystem,
  name: string,
  version: string,
): string {
  switch (ecosystem) {
    case 'maven':
      return `pkg:maven/${name.replace(':', '/')}@${version}`;
    case 'npm':
      return `pkg:npm/${name.replace('@', '%40')}@${version}`;
    case 'golang':
      return `pkg:golang/${name}@v${version}`;
    case 'deb':
      return `pkg:deb/debian/${name}@${version}?arch=amd64&distro=debian-12`;
    default:
      return `pkg:${ecosystem}/${name}@${version}`;
  }
}
