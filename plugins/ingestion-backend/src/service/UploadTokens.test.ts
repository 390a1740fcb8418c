import { mockCredentials } from '@backstage/backend-test-utils';
import { tokenManagePermission } from '@synchrony/backstage-plugin-ingestion-common';
import { EntityVisibility } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { StoredUploadToken, UploadTokenStore } from '../store/UploadTokenStore';
import { Cursors } from './cursor';
import { EntityRights } from './EntityRights';
import { UploadTokens } from './UploadTokens';

const OWN = 'component:default/own';

/** Tokens of others without an end, as far as anybody reads on. */
function tokensOfOthers() {
  const asked: string[] = [];
  const batches: number[] = [];
  const own: EntityVisibility = {
    kind: 'where',
    apply: () => {},
    matches: ({ entityRef }) => entityRef.startsWith(OWN),
  };
  const uploadTokens = new UploadTokens({
    cursors: new Cursors(Buffer.alloc(32)),
    database: undefined as unknown as Knex,
    tokens: {
      insert: async () => {},
      listMinted: async (_, after, limit) => {
        batches.push(limit);
        const newest = after?.createdAt ?? 1_000_000;
        return Array.from(
          { length: limit },
          (__, index): StoredUploadToken => ({
            id: String(newest - index - 1),
            name: 'CI',
            secretHash: '',
            entityRefs: ['component:default/other'],
            createdBy: 'user:default/ann',
            createdAt: newest - index - 1,
            expiresAt: 2_000_000,
          }),
        );
      },
    } as Partial<UploadTokenStore> as UploadTokenStore,
    rights: new EntityRights({
      access: {
        visible: async (_, { name }) => {
          asked.push(name);
          return own;
        },
        require: async () => {},
        can: async () => {
          throw new Error('This asks once an entity');
        },
      },
      catalogVisibility: {
        mode: async () => 'all',
        filter: async (_, refs) => new Set(refs),
      },
      entities: { get: async () => new Map() },
    }),
    clock: () => new Date(1_000_000),
  });
  return { asked, batches, uploadTokens };
}

describe('upload tokens', () => {
  const user = mockCredentials.user();

  it('are made with one question, for however many entities', async () => {
    const { asked, uploadTokens } = tokensOfOthers();
    const entityRefs = Array.from({ length: 100 }, (_, at) => `${OWN}-${at}`);
    await uploadTokens.mint(user, { name: 'CI', entityRefs });
    expect(asked).toEqual([tokenManagePermission.name]);
    await expect(
      uploadTokens.mint(user, {
        name: 'CI',
        entityRefs: [...entityRefs, 'component:default/other'],
      }),
    ).rejects.toThrow('of component:default/other');
  });

  it('are not all looked through for one page', async () => {
    const { batches, uploadTokens } = tokensOfOthers();
    const first = await uploadTokens.list(user, {});
    expect(first).toMatchObject({ items: [], totalIsLowerBound: true });
    const looked = batches.length;
    const { nextCursor } = first.pageInfo;
    await uploadTokens.list(user, { cursor: nextCursor });
    expect(batches.length).toBe(2 * looked);
  });
});
