import { ASTNode, Environment, ParseResult } from '@marcbachmann/cel-js';
import { FactSchema } from './FactSchema';
import { isJsonObject } from './json';
import { counted, daysBetween, markAge } from './relativeTime';
import { RuleError } from './RuleError';

/** Facts by source, as {@link FactSchema.toCel} makes them. */
export type RuleContext = Record<string, unknown>;

/** A rule that was compiled once. */
export interface Rule {
  /** Paths of the facts that it names, e.g. `ingestion.coverage.sast.state`. */
  readonly paths: string[];
  evaluate(context: RuleContext): unknown;
}

/** A sentence with rules in it. */
export interface Template {
  readonly paths: string[];
  render(context: RuleContext): string;
}

const PLACEHOLDER = /\{\{(.+?)\}\}/g;

/**
 * The language of checks: CEL over the facts of the sources, with a few
 * functions to write sentences.
 */
export class RuleEnvironment {
  readonly #environment: Environment;
  readonly #sources: ReadonlyMap<string, FactSchema>;
  readonly #untyped = new Map<string, RuleEnvironment>();

  /** @param sources - by their names in rules */
  constructor(sources: ReadonlyMap<string, FactSchema>) {
    this.#sources = sources;
    const environment = new Environment({
      unlistedVariablesAreDyn: false,
      enableOptionalTypes: true,
      limits: { maxAstNodes: 1_000, maxDepth: 50 },
    });
    for (const [name, schema] of sources) {
      const type = schema.celType();
      if (typeof type === 'string') {
        environment.registerVariable(name, type);
      } else {
        environment.registerVariable({ name, schema: type });
      }
    }
    environment
      .registerFunction('age(string): string', markAge)
      .registerFunction(
        'days(string, string): int',
        (from: string, to: string) => BigInt(daysBetween(from, to)),
      )
      .registerFunction(
        'counted(int, string): string',
        (count: bigint, thing: string) => counted(Number(count), thing),
      )
      .registerFunction('total(dyn): int', total);
    this.#environment = environment;
  }

  /** Names of the sources that rules can read. */
  sources(): string[] {
    return [...this.#sources.keys()];
  }

  /** The same environment, with sources of which no type is known. */
  withUntyped(names: string[]): RuleEnvironment {
    if (names.length === 0) {
      return this;
    }
    const key = names.join(' ');
    const environment =
      this.#untyped.get(key) ??
      new RuleEnvironment(
        new Map([
          ...this.#sources,
          ...names.map(name => [name, new FactSchema(undefined)] as const),
        ]),
      );
    this.#untyped.set(key, environment);
    return environment;
  }

  /** Compiles a rule that answers yes or no. */
  compileCondition(source: string): Rule {
    return this.#compile(source, ['bool']);
  }

  /** Compiles a rule that answers with a text. */
  compileText(source: string): Rule {
    return this.#compile(source, ['string']);
  }

  compileTemplate(source: string): Template {
    const parts: (string | Rule)[] = [];
    let end = 0;
    for (const match of source.matchAll(PLACEHOLDER)) {
      parts.push(source.slice(end, match.index));
      parts.push(this.#compilePlaceholder(match[1], match.index + 2));
      end = match.index + match[0].length;
    }
    parts.push(source.slice(end));
    return {
      paths: parts.flatMap(part =>
        typeof part === 'string' ? [] : part.paths,
      ),
      render: context =>
        parts
          .map(part =>
            typeof part === 'string' ? part : String(part.evaluate(context)),
          )
          .join(''),
    };
  }

  /** The path of one fact. */
  compilePath(source: string): string {
    const { paths } = this.#compile(source);
    if (paths.length !== 1 || paths[0] !== source) {
      throw new RuleError(
        `${source} is not the path of a fact`,
        0,
        'the path of one fact',
      );
    }
    return source;
  }

  titleOf(path: string): string {
    const [source, ...rest] = path.split('.');
    return this.#sources.get(source)?.titleOf(rest) ?? path;
  }

  #compilePlaceholder(text: string, start: number): Rule {
    const source = text.trim();
    try {
      return this.#compile(source, ['string', 'int']);
    } catch (error) {
      throw error instanceof RuleError
        ? error.shifted(start + text.indexOf(source))
        : error;
    }
  }

  #compile(source: string, types?: string[]): Rule {
    const parsed = this.#parse(source);
    const check = parsed.check();
    if (!check.valid) {
      throw asRuleError(check.error);
    }
    if (types && check.type && ![...types, 'dyn'].includes(check.type)) {
      throw new RuleError(
        `The rule gives ${check.type}, and ${types.join(' or ')} is wanted`,
        0,
        types.join(' or '),
      );
    }
    return {
      paths: [...new Set(this.#pathsOf(parsed.ast))],
      evaluate: context => parsed(context),
    };
  }

  #parse(source: string): ParseResult {
    try {
      return this.#environment.parse(source);
    } catch (error) {
      throw asRuleError(error);
    }
  }

  /** The longest paths of facts in a rule. */
  #pathsOf(node: ASTNode): string[] {
    const path = pathOf(node);
    if (path) {
      return this.#sources.has(path[0]) ? [path.join('.')] : [];
    }
    return childrenOf(node).flatMap(child => this.#pathsOf(child));
  }
}

/** The sum of all whole numbers in a value, e.g. of counts by severity. */
function total(value: unknown): bigint {
  if (typeof value === 'bigint') {
    return value;
  }
  if (typeof value !== 'object' || value === null) {
    return 0n;
  }
  // Objects of a known type are maps here that know only how to be iterated.
  const items: unknown[] =
    value instanceof Map
      ? [...value].map(([, item]) => item)
      : Object.values(value);
  return items.map(total).reduce((sum, item) => sum + item, 0n);
}

/** The language's own error has the place in a field of its own. */
function asRuleError(error: unknown): RuleError {
  const message = String(error instanceof Error ? error.message : error);
  const range: unknown =
    error instanceof Error && 'range' in error ? error.range : undefined;
  const start = isJsonObject(range) ? range.start : 0;
  return new RuleError(
    message.split('\n')[0],
    typeof start === 'number' ? start : 0,
  );
}

function pathOf(node: ASTNode): string[] | undefined {
  switch (node.op) {
    case 'id':
      return [node.args];
    case '.':
    case '.?': {
      const path = pathOf(node.args[0]);
      return path && [...path, node.args[1]];
    }
    case '[]':
    case '[?]': {
      const [target, index] = node.args;
      const path = pathOf(target);
      return path && index.op === 'value' && typeof index.args === 'string'
        ? [...path, index.args]
        : undefined;
    }
    default:
      return undefined;
  }
}

function isNode(value: unknown): value is ASTNode {
  return typeof value === 'object' && value !== null && 'op' in value;
}

function childrenOf(node: ASTNode): ASTNode[] {
  const parts: unknown[] = Array.isArray(node.args) ? node.args : [node.args];
  return parts.flat(2).filter(isNode);
}
