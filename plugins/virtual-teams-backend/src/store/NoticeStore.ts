import { Knex } from 'knex';

/** Something that somebody is to be told. It never says more than its link shows. */
export interface Notice {
  /** Who is told: a person by number, or a group by its ref. */
  to: { personId: number } | { groupRef: string };
  /** Whom it is about; it goes when they are erased. */
  subjectId?: number;
  /** `virtual-teams.<what>` */
  topic: string;
  /** A newer notice of the same scope replaces an older one. */
  scope: string;
  title: string;
  description?: string;
  /** Within the portal. */
  link: string;
  dueAt: number;
}

export interface StoredNotice extends Notice {
  id: number;
  attempts: number;
}

const TABLE = 'notices';

/** Notifications that are still to be sent; they survive the process. */
export class NoticeStore {
  async add(tx: Knex, notices: Notice[]): Promise<void> {
    if (notices.length === 0) {
      return;
    }
    await tx(TABLE).insert(
      notices.map(
        ({ description, dueAt, link, scope, subjectId, title, to, topic }) => ({
          recipient_id: 'personId' in to ? to.personId : null,
          recipient_group: 'groupRef' in to ? to.groupRef : null,
          subject_id: subjectId ?? null,
          topic,
          scope,
          title,
          description: description ?? null,
          link,
          due_at: dueAt,
          attempts: 0,
        }),
      ),
    );
  }

  async due(tx: Knex, now: number, limit: number): Promise<StoredNotice[]> {
    const rows = await tx(TABLE)
      .where('due_at', '<=', now)
      .orderBy(['due_at', 'id'])
      .limit(limit);
    return rows.map(row => ({
      id: Number(row.id),
      to:
        row.recipient_id === null
          ? { groupRef: row.recipient_group }
          : { personId: row.recipient_id },
      subjectId: row.subject_id ?? undefined,
      topic: row.topic,
      scope: row.scope,
      title: row.title,
      description: row.description ?? undefined,
      link: row.link,
      dueAt: Number(row.due_at),
      attempts: row.attempts,
    }));
  }

  /** Those for a person, and those about them. */
  async removeOf(tx: Knex, personId: number): Promise<void> {
    await tx(TABLE)
      .where({ recipient_id: personId })
      .orWhere({ subject_id: personId })
      .delete();
  }

  async remove(tx: Knex, id: number): Promise<void> {
    await tx(TABLE).where({ id }).delete();
  }

  async postpone(tx: Knex, id: number, dueAt: number): Promise<void> {
    await tx(TABLE)
      .where({ id })
      .update({ due_at: dueAt, attempts: tx.raw('attempts + 1') });
  }
}
