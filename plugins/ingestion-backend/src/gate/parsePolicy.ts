import { InputError } from '@backstage/errors';
import { isNode, LineCounter, parseDocument } from 'yaml';
import { GatePolicy, gatePolicySchema } from './policy';

/** Reads a policy, of which JSON is a kind of YAML; errors name file and line. */
export function parsePolicy(file: string, text: string): GatePolicy {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [fault] = document.errors;
  if (fault) {
    const { line } = lines.linePos(fault.pos[0]);
    throw new InputError(
      `Gate policy ${file}, line ${line}: ${fault.message.split('\n')[0]}`,
    );
  }
  const result = gatePolicySchema.safeParse(document.toJS());
  if (result.success) {
    return result.data;
  }
  const [issue] = result.error.issues;
  const path =
    issue.code === 'unrecognized_keys'
      ? [...issue.path, issue.keys[0]]
      : issue.path;
  const said =
    issue.code === 'unrecognized_keys' ? 'is not known' : issue.message;
  const line = lineOf(path);
  throw new InputError(
    `Gate policy ${file}${line ? `, line ${line}` : ''}: ${path.join('.') || 'the file'} ${said}`,
  );

  function lineOf(place: PropertyKey[]): number | undefined {
    for (let length = place.length; length >= 0; length -= 1) {
      const node: unknown =
        length === 0
          ? document.contents
          : document.getIn(place.slice(0, length), true);
      if (isNode(node) && node.range) {
        return lines.linePos(node.range[0]).line;
      }
    }
    return undefined;
  }
}
