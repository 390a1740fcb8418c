import { TestDatabases } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import { migrateIngestion } from '../createIngestion';
import { SecretStore } from '../store/SecretStore';
import { Cursor, Cursors } from './cursor';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

const cursors = new Cursors(Buffer.alloc(32, 1));
const LIST = ['findings', { status: 'open' }];
const PLACE: Cursor = {
  position: [2, 1_795_510_800_000, 'b9c7f0de-53c1-4a3c-9a0f-3e2d6a0f8a11'],
  backwards: false,
};
const REFUSED = expect.objectContaining({
  statusCode: 400,
  message: 'cursor does not belong to this list',
  details: { path: 'query.cursor' },
});

function refusalOf(text: string, list: unknown = LIST): unknown {
  try {
    return cursors.decode(text, list);
  } catch (error) {
    return error;
  }
}

describe('cursors', () => {
  it('lead back to their places', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.integer(), fc.string({ unit: 'binary' })), {
          maxLength: 4,
        }),
        fc.boolean(),
        (position, backwards) => {
          const cursor: Cursor = { position, backwards };
          expect(cursors.decode(cursors.encode(cursor, LIST), LIST)).toEqual(
            cursor,
          );
        },
      ),
    );
  });

  it('do not tell what their places are', () => {
    const one = cursors.encode(PLACE, LIST);
    const text = Buffer.from(one, 'base64url').toString('latin1');
    for (const part of PLACE.position.slice(1)) {
      expect(text).not.toContain(String(part));
    }
    expect(cursors.encode(PLACE, LIST)).not.toBe(one);
    expect(
      cursors.encode({ ...PLACE, position: [0, 1, PLACE.position[2]] }, LIST),
    ).toHaveLength(one.length);
    expect(
      cursors.encode({ position: [0], backwards: true }, LIST),
    ).toHaveLength(one.length);
  });

  it('are refused where they do not belong, or when anything in them changed', () => {
    const text = cursors.encode(PLACE, LIST);
    expect(refusalOf(text, ['findings', {}])).toEqual(REFUSED);
    const foreign = new Cursors(Buffer.alloc(32, 2)).encode(PLACE, LIST);
    for (const broken of ['', 'nonsense', 'x'.repeat(200), foreign]) {
      expect(refusalOf(broken)).toEqual(REFUSED);
    }
    const plain = Buffer.from(JSON.stringify([PLACE.position, 0]));
    expect(refusalOf(plain.toString('base64url'))).toEqual(REFUSED);
    const bytes = Buffer.from(text, 'base64url');
    for (const index of bytes.keys()) {
      const changed = Buffer.from(bytes);
      changed[index] ^= 1;
      expect(refusalOf(changed.toString('base64url'))).toEqual(REFUSED);
    }
  });

  it.each(databases.eachSupportedId())(
    'are read by every replica, %s',
    async id => {
      const database = await databases.init(id);
      await migrateIngestion(database);
      const [one, other] = await Promise.all([
        Cursors.open(new SecretStore(database)),
        Cursors.open(new SecretStore(database)),
      ]);
      expect(other.decode(one.encode(PLACE, LIST), LIST)).toEqual(PLACE);
      const restarted = await Cursors.open(new SecretStore(database));
      expect(restarted.decode(one.encode(PLACE, LIST), LIST)).toEqual(PLACE);
      expect(await database('secrets')).toHaveLength(1);
    },
  );
});
