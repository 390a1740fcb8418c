/** Anything that builds make up anew each time stands as this. */
const ANY = '*';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

/** Ids of containers, layers, commits and builds are hexadecimal with digits and letters. */
function isHexId(text: string): boolean {
  return /^(?=.*\d)(?=.*[a-f])[0-9a-f]{12,}$/i.test(text);
}

function stableSegment(segment: string, before: string, isLast: boolean) {
  const plain = segment.replace(/@sha\d+:[0-9a-f]+$/i, '').replace(UUID, ANY);
  if (isHexId(plain)) {
    return ANY;
  }
  if (/^tmp(?:[._-][\w-]{4,}|(?=\w*\d)\w{5,})$/i.test(plain)) {
    return ANY;
  }
  // containerd: …/snapshots/123/fs
  if (before === 'snapshots' && /^\d+$/.test(plain)) {
    return ANY;
  }
  if (isLast) {
    // bundlers: main.3f2a1b9c.js
    return plain.replace(
      /(?<=[.-])(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{8,}(?=\.\w+$)/i,
      ANY,
    );
  }
  // An image among the folders: shop/web:1.4.2/usr/lib.
  return plain.replace(/(?<=.):[\w.-]+$/, '');
}

/** Nearly all paths have none of this, and stay what they are. */
const PERHAPS_UNSTABLE = /[0-9a-f]{8}|tmp|snapshots|:/i;

/**
 * A {@link normalisePath | normalised} path without what each build makes anew:
 * temporary folders, ids of containers and commits, tags and digests of images,
 * hashes in file names.
 */
export function stablePath(path: string): string {
  if (!PERHAPS_UNSTABLE.test(path)) {
    return path;
  }
  const segments = path.split('/');
  return segments
    .map((segment, index) =>
      stableSegment(
        segment,
        index > 0 ? segments[index - 1] : '',
        index === segments.length - 1,
      ),
    )
    .join('/');
}
