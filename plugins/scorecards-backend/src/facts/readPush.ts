import { InputError } from '@backstage/errors';
import { MAX_PUSHED_ITEMS } from '@synchrony/backstage-plugin-scorecards-common';
import { normalizeEntityRef } from '@synchrony/backstage-plugin-scorecards-node';
import { z } from 'zod';
import { SourceDefinition } from '../definitions/types';
import { FactValidator } from './FactValidator';
import {
  fromOpenSsfScorecard,
  openSsfScorecardSchema,
} from './openSsfScorecard';
import { ItemProblem, PushedItem } from './types';

/** How far a clock may be ahead of ours. */
const CLOCK_SKEW_MS = 5 * 60_000;
const SHOWN_PROBLEMS = 20;

/** A batch of which nothing is stored. */
export class RejectedPushError extends InputError {
  /** The first of them. */
  readonly problems: ItemProblem[];

  constructor(problems: ItemProblem[]) {
    const shown = problems.slice(0, SHOWN_PROBLEMS);
    const more = problems.length - shown.length;
    super(
      `Nothing was stored. ${shown
        .map(({ field, item, message }) =>
          [`items.${item}`, field]
            .filter(Boolean)
            .join('.')
            .concat(`: ${message}`),
        )
        .join('; ')}${more > 0 ? `; and ${more} more` : ''}`,
    );
    this.problems = shown;
  }
}

const reference = z
  .string()
  .max(510)
  .regex(/^[^:/\s]+:[^:/\s]+\/[^:/\s]+$/, {
    error: 'must be like component:default/payments-api',
  })
  .transform(normalizeEntityRef);

const itemSchema = z.strictObject({
  entityRef: reference,
  facts: z.record(z.string(), z.unknown()).nullable(),
  observedAt: z.iso.datetime({ offset: true }),
});

const batchSchema = z.strictObject({
  items: z.array(z.unknown()).min(1).max(MAX_PUSHED_ITEMS),
});

/** What a request pushes: a batch, or what a tool has written about one entity. */
export interface Push {
  body: unknown;
  /** Of whom the output of a tool is. */
  entityRef?: string;
}

function itemsOf(
  { format, id }: SourceDefinition,
  { body, entityRef }: Push,
): unknown[] {
  if (entityRef === undefined) {
    const batch = batchSchema.safeParse(body);
    if (!batch.success) {
      throw new InputError(z.prettifyError(batch.error));
    }
    return batch.data.items;
  }
  if (format !== 'openssf-scorecard-json') {
    throw new InputError(
      `${id} takes batches only; put the entityRef into each of the items`,
    );
  }
  const output = openSsfScorecardSchema.safeParse(body);
  if (!output.success) {
    throw new InputError(
      `This is not what scorecard --format json writes: ${z.prettifyError(output.error)}`,
    );
  }
  return [{ entityRef, ...fromOpenSsfScorecard(output.data) }];
}

function readItem(
  raw: unknown,
  item: number,
  validator: FactValidator,
  now: Date,
): { value?: PushedItem; problems: ItemProblem[] } {
  const parsed = itemSchema.safeParse(raw);
  if (!parsed.success) {
    return {
      problems: parsed.error.issues.map(({ message, path }) => ({
        item,
        field: path.join('.'),
        message,
      })),
    };
  }
  const { entityRef, facts, observedAt } = parsed.data;
  const problems: ItemProblem[] = validatorFaults(facts, validator).map(
    ({ field, message }) => ({
      item,
      entityRef,
      field: ['facts', field].filter(Boolean).join('.'),
      message,
    }),
  );
  if (Date.parse(observedAt) > now.getTime() + CLOCK_SKEW_MS) {
    problems.push({
      item,
      entityRef,
      field: 'observedAt',
      message: 'is in the future',
    });
  }
  return { value: parsed.data, problems };
}

function validatorFaults(
  facts: PushedItem['facts'],
  validator: FactValidator,
): { field: string; message: string }[] {
  return facts === null ? [] : validator.faultsOf(facts);
}

/**
 * Reads a whole batch.
 *
 * @throws RejectedPushError with all faults, by item and field
 */
export function readPush(
  definition: SourceDefinition,
  validator: FactValidator,
  push: Push,
  now: Date,
): PushedItem[] {
  const items: PushedItem[] = [];
  const problems: ItemProblem[] = [];
  const places = new Map<string, number>();
  for (const [index, raw] of itemsOf(definition, push).entries()) {
    const read = readItem(raw, index, validator, now);
    problems.push(...read.problems);
    if (read.value) {
      const { entityRef } = read.value;
      const place = places.get(entityRef);
      if (place !== undefined) {
        problems.push({
          item: index,
          entityRef,
          field: 'entityRef',
          message: `stands in items.${place} already`,
        });
      }
      places.set(entityRef, index);
      items.push(read.value);
    }
  }
  if (problems.length > 0) {
    throw new RejectedPushError(problems);
  }
  return items;
}
