import { ParsedLocation } from '../../types';
import {
  JsonObject,
  asObject,
  asPosition,
  asText,
  isObject,
} from '../../shared/json';
import { toLink, withoutUserInfo } from '../../shared/links';
import { toRepositoryPath } from '../../shared/paths';
import { maskInPath } from '../../shared/secrets';
import { NAME_LENGTH, cut } from '../../shared/text';

/** Where a secret was found, as the kind of source has it. */
export interface TrufflehogPlace {
  location: ParsedLocation;
  link?: string;
  commit?: string;
}

/** The members of the only kind of source that `Data` names: Git, Filesystem, S3, Docker … */
function sourceOf(record: JsonObject): JsonObject {
  const data = asObject(asObject(record.SourceMetadata).Data);
  return asObject(Object.values(data).find(isObject));
}

function first(source: JsonObject, keys: readonly string[]) {
  for (const key of keys) {
    const text = asText(source[key]);
    if (text) return cut(text, NAME_LENGTH);
  }
  return undefined;
}

/** The image, bucket, page or ticket that a secret is in, where it is in no repository. */
function holderOf(source: JsonObject): string | undefined {
  const image = asText(source.image);
  if (image) return cut(image, NAME_LENGTH);
  return first(source, [
    'bucket',
    'workspace_name',
    'issue',
    'channel_name',
    'page',
    'package',
  ]);
}

/** The place of a record, without the values known to be secret. */
export function placeOf(
  record: JsonObject,
  secrets: readonly unknown[],
): TrufflehogPlace {
  const source = sourceOf(record);
  const file = first(source, ['file', 'path', 'filename', 'key']);
  const address = first(source, ['link', 'url']);
  const link = toLink(address && maskInPath(withoutUserInfo(address), secrets));
  const commit = first(source, ['commit']);
  const holder = maskInPath(holderOf(source), secrets);
  return {
    location: {
      path: file && maskInPath(toRepositoryPath(file), secrets),
      startLine: asPosition(source.line),
      ...(!file && link ? { url: link } : {}),
      ...(holder ? { logicalName: holder } : {}),
    },
    link,
    commit: commit && /^[0-9a-f]{7,64}$/i.test(commit) ? commit : undefined,
  };
}
