import { DismissalRequest } from '@synchrony/backstage-plugin-ingestion-common';
import { StatedFinding, Statement } from './types';

/** A statement in words: `not affected: vulnerable code not present: …`. */
export function wordsOf({ action, impact, reason, status }: Statement): string {
  const isCalledFor = status === 'affected' || status === 'fixed';
  return [status, reason]
    .map(word => word?.replaceAll('_', ' '))
    .concat(impact, isCalledFor ? action : undefined)
    .filter(Boolean)
    .join(': ');
}

/** Who says it, and where: `Example Security, openvex https://…`. */
export function sourceOf({ document }: Statement): string {
  const where = `${document.format} ${document.documentId}`;
  return document.author ? `${document.author}, ${where}` : where;
}

/** The request of a statement, or of a suppression where there is none. */
export function toRequest(
  { lead, suppression }: StatedFinding,
  statement: Statement | undefined,
  now: number,
): DismissalRequest {
  const at = new Date(now).toISOString();
  if (statement) {
    const { document, impact, reason } = statement;
    return {
      requestedBy: document.submitter,
      source: {
        kind: 'vex',
        name: document.author ?? document.documentId,
        documentId: document.documentId,
      },
      at,
      reason: reason ?? 'false_positive',
      ...(impact && { text: impact }),
    };
  }
  const text = suppression?.justification;
  return {
    requestedBy: lead.submitter,
    source: { kind: 'suppression', name: lead.tool },
    at,
    reason: suppression?.reason ?? 'false_positive',
    ...(text && { text }),
  };
}
