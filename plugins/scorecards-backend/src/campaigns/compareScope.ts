/** What came into scope and what left it. */
export interface ScopeDifference {
  joined: string[];
  left: string[];
}

export function compareScope(
  before: readonly string[],
  now: readonly string[],
): ScopeDifference {
  const [was, is] = [new Set(before), new Set(now)];
  return {
    joined: [...is].filter(ref => !was.has(ref)),
    left: [...was].filter(ref => !is.has(ref)),
  };
}
