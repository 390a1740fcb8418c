import {
  ParsedProduct,
  ParsedRun,
  ParsedStatement,
  ParsedStatements,
  ReportError,
  StatementJustification,
  StatementStatus,
} from '../../types';
import { NAME_LENGTH, cut } from '../../shared/text';

const TEXT_LENGTH = 2_000;
/** More than any real document has; each costs time wherever it is applied. */
const MOST_STATEMENTS = 20_000;
const MOST_PRODUCTS = 100_000;

/** A statement as a document words it. */
export interface StatementDraft {
  /** Where it stands, as a JSON pointer. */
  path: string;
  vulnerabilityIds: readonly (string | undefined)[];
  products: ParsedProduct[];
  status: string | undefined;
  justification?: string;
  /** Set where the status alone is a justification. */
  settled?: StatementJustification;
  impact?: string;
  action?: string;
  at?: string;
}

/** A text that may be left out, without spaces around and not too long. */
export function shortText(
  text: string | undefined,
  length: number = TEXT_LENGTH,
): string | undefined {
  const trimmed = text?.trim();
  return trimmed ? cut(trimmed, length) : undefined;
}

/** The package URL if the text is one. */
export function asPurl(text: string | undefined): string | undefined {
  return text && /^pkg:/i.test(text) ? text : undefined;
}

/** Takes statements, and sets aside those that VEX does not allow. */
export class StatementCollector {
  readonly #items: ParsedStatement[] = [];
  readonly #invalid: ParsedStatements['invalid'] = [];
  #products = 0;

  /** @param words - the format's words for statuses and justifications */
  constructor(
    private readonly words: {
      statuses: ReadonlyMap<string, StatementStatus>;
      justifications: ReadonlyMap<string, StatementJustification>;
    },
  ) {}

  add(draft: StatementDraft): void {
    this.#bound(draft);
    const status = this.words.statuses.get(draft.status ?? '');
    const justification =
      draft.settled ?? this.words.justifications.get(draft.justification ?? '');
    const impact = shortText(draft.impact);
    const vulnerabilityIds = idsOf(draft);
    const fault = faultOf(draft, {
      status,
      isExplained: justification !== undefined || impact !== undefined,
      isNamed: vulnerabilityIds.length > 0,
    });
    if (!status || fault) {
      this.#invalid.push({ path: draft.path, message: fault ?? '' });
      return;
    }
    this.#items.push({
      vulnerabilityIds,
      products: draft.products,
      status,
      ...(status === 'not_affected' && { justification }),
      impact,
      action: shortText(draft.action),
      at: draft.at,
    });
  }

  /** The run of a document that is no scan. */
  toRun(
    tool: ParsedRun['tool'],
    document: Omit<ParsedStatements, 'items' | 'invalid'>,
  ): ParsedRun {
    return {
      tool,
      evidence: 'none',
      evidenceReason:
        'The document says what its author knows of vulnerabilities; it is no scan.',
      controlTypes: [],
      findings: [],
      statements: {
        ...document,
        documentId: cut(document.documentId, NAME_LENGTH),
        author: shortText(document.author, 200),
        version: shortText(document.version, 100),
        items: this.#items,
        invalid: this.#invalid,
      },
      counts: { raw: 0, leftOut: {} },
    };
  }

  #bound({ path, products }: StatementDraft): void {
    for (const { subcomponents } of products) {
      this.#products += 1 + subcomponents.length;
    }
    const statements = this.#items.length + this.#invalid.length;
    if (statements >= MOST_STATEMENTS || this.#products > MOST_PRODUCTS) {
      throw new ReportError(
        `A document may have ${MOST_STATEMENTS} statements about ${MOST_PRODUCTS} products at most.`,
        { path },
      );
    }
  }
}

function idsOf({ vulnerabilityIds }: StatementDraft): string[] {
  const ids = vulnerabilityIds.flatMap(id => shortText(id, NAME_LENGTH) ?? []);
  return [...new Set(ids)].slice(0, 100);
}

function faultOf(
  draft: StatementDraft,
  known: { status?: StatementStatus; isExplained: boolean; isNamed: boolean },
): string | undefined {
  if (!known.isNamed) return 'It names no vulnerability.';
  if (!known.status) {
    return draft.status === undefined
      ? 'It has no status.'
      : `The status "${cut(draft.status, 80)}" is not known.`;
  }
  if (draft.products.length === 0) return 'It names no product.';
  if (known.status === 'not_affected' && !known.isExplained) {
    return draft.justification === undefined
      ? 'It says not affected, and neither a justification nor an impact statement says why.'
      : `It says not affected, and the justification "${cut(draft.justification, 80)}" is not known.`;
  }
  return undefined;
}
