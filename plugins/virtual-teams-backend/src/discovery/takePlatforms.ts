import { normaliseTerm, normaliseWords } from '../skills/normaliseWords';

/** Takes names of platforms out of a question. */
export function takePlatforms(
  question: string,
  platforms: { ref: string; names: string[] }[],
): { question: string; platformRefs: string[] } {
  let rest = ` ${normaliseWords(question).join(' ')} `;
  const platformRefs = new Set<string>();
  const names = platforms
    .flatMap(platform =>
      platform.names.map(name => ({
        ref: platform.ref,
        name: ` ${normaliseTerm(name)} `,
      })),
    )
    .filter(({ name }) => name.trim() !== '')
    .sort((a, b) => b.name.length - a.name.length);
  for (const { name, ref } of names) {
    if (rest.includes(name)) {
      rest = rest.replaceAll(name, ' ');
      platformRefs.add(ref);
    }
  }
  return { question: rest.trim(), platformRefs: [...platformRefs] };
}
