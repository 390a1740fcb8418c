import { uploadReport, waitForReport } from '@synchrony/cli';
import { DemoPortal } from './DemoPortal';

/** A new one whenever other reports are sent. */
const DATA_SET = 'larkhill-1';
const TOOL = 'larkhill-demo';
const ENTITY_REF = 'component:default/developer-portal';

/** What the portal knows of an earlier run of the loader. */
export interface LoadState {
  /** "Today" of the data set, once it was begun. */
  anchor?: Date;
  /** When it was completely loaded. */
  loadedAt?: Date;
}

/** The idempotency key of a report of the data set. */
export function keyOf(name: string): string {
  return `${DATA_SET} ${name}`;
}

function categoryOf(stage: 'begun' | 'loaded', subset: string): string {
  return stage === 'begun'
    ? `${DATA_SET} begun`
    : `${DATA_SET} loaded: ${subset}`;
}

/** Looks for the marks that {@link mark} leaves. */
export async function readLoadState(
  portal: DemoPortal,
  subset: string,
): Promise<LoadState> {
  const receipts = await portal.receipts(ENTITY_REF);
  const find = (category: string) =>
    receipts.find(
      receipt => receipt.tool === TOOL && receipt.category === category,
    );
  const begun = find(categoryOf('begun', subset));
  const loaded =
    find(categoryOf('loaded', subset)) ?? find(categoryOf('loaded', 'all'));
  return {
    anchor: begun?.scannedAt ? new Date(begun.scannedAt) : undefined,
    loadedAt: loaded && new Date(loaded.receivedAt),
  };
}

/**
 * Leaves a mark in the portal: an inventory without components, which changes
 * no finding and counts for no control. It carries the data set's "today", so
 * that a run that was cut off goes on with the same reports.
 */
export async function mark(
  portal: DemoPortal,
  stage: 'begun' | 'loaded',
  options: { anchor: Date; subset: string },
): Promise<void> {
  const { connection } = portal;
  const category = categoryOf(stage, options.subset);
  const { reportId } = await uploadReport({
    connection,
    body: Buffer.from(
      JSON.stringify({
        bomFormat: 'CycloneDX',
        specVersion: '1.6',
        version: 1,
        metadata: {
          timestamp: options.anchor.toISOString(),
          component: { type: 'data', name: category },
        },
        components: [],
      }),
    ),
    parameters: {
      entityRef: ENTITY_REF,
      tool: TOOL,
      category,
      startedAt: options.anchor.toISOString(),
    },
    idempotencyKey: keyOf(category),
  });
  await waitForReport({ connection, reportId, timeoutSeconds: 60 });
}
