import { EvidenceRecord } from '@synchrony/backstage-plugin-scorecards-node';
import { HeldPost } from './standingAt';

function iso(time: number): string {
  return new Date(time).toISOString();
}

/** A post as a record of an evidence pack. Notes of people stay out of it. */
export function toRecord(post: HeldPost): EvidenceRecord {
  const { assignmentId, entityRef, role, scopeRef, since, status } = post;
  return {
    kind: 'champion',
    id: assignmentId,
    entityRef,
    title: post.userRef,
    status,
    details: [
      { title: 'Role', value: role === 'primary' ? 'champion' : 'deputy' },
      { title: 'Scope', value: scopeRef },
      { title: 'In post since', value: iso(since) },
    ],
    steps: post.steps.map(({ actorRef, at, name }) => ({
      at: iso(at),
      what: name,
      ...(actorRef !== undefined && { by: actorRef }),
    })),
  };
}
