const ENTITY_REF =
  /\b(?:api|component|domain|group|resource|system|user):[\w.-]+\/[\w.-]*\w/g;

/** A piece of a sentence: words, or the ref of an entity. */
export interface TextPart {
  text: string;
  isRef: boolean;
}

/** Splits a sentence at the entity refs in it. */
export function splitEntityRefs(sentence: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of sentence.matchAll(ENTITY_REF)) {
    parts.push(
      { text: sentence.slice(end, match.index), isRef: false },
      { text: match[0], isRef: true },
    );
    end = match.index + match[0].length;
  }
  parts.push({ text: sentence.slice(end), isRef: false });
  return parts.filter(({ text }) => text !== '');
}
