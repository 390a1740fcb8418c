import { NAME_LENGTH, cut } from './text';

/** An image name without tag and digest: `registry:5000/team/app:1.2@sha256:…` is `registry:5000/team/app`. */
export function imageWithoutVersion(image: string): string {
  const name = cut(image.trim(), NAME_LENGTH).replace(
    /@sha\d+:[0-9a-f]+.*$/i,
    '',
  );
  const slash = name.lastIndexOf('/');
  const colon = name.indexOf(':', slash + 1);
  return colon === -1 ? name : name.slice(0, colon);
}
