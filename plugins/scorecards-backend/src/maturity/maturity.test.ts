import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { maturityDirectory } from '../migrate';
import { readMaturityModels } from './readMaturityModels';

function folderWith(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'maturity-'));
  writeFileSync(join(folder, 'own.yaml'), text);
  return folder;
}

describe('maturity models', () => {
  it('come with the plugin, each activity once', async () => {
    const models = await readMaturityModels(maturityDirectory());
    expect(models.map(({ id }) => id)).toEqual(['dsomm', 'samm']);
    for (const { activities } of models) {
      const ids = activities.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('say in which file and where a fault is', async () => {
    const folder = folderWith(
      'id: own\ntitle: Own\nversion: "1"\nurl: https://example.com\nactivities:\n  - { id: a, title: A, group: G, level: 9, checks: [x] }\n',
    );
    await expect(readMaturityModels(folder)).rejects.toThrow(
      /own\.yaml: .*\n.*activities\[0\]\.level/,
    );
  });
});
