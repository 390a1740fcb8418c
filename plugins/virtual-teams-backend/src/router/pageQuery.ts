import { z } from 'zod';

const MOST = 1_000;
const PAGE = 100;

/** Which page of a list is asked for. */
export const pageQuery = z.strictObject({
  cursor: z.string().max(1_000).optional(),
  limit: z.coerce.number().int().min(1).max(MOST).default(PAGE),
});

/** A page of a list that goes by refs. */
export type RefsPage = z.infer<typeof pageQuery>;
