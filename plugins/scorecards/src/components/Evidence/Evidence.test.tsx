import { NotAllowedError } from '@backstage/errors';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  EvidenceApi,
  EvidencePack,
  EvidencePackFormat,
  SealedEvidencePack,
} from '@synchrony/backstage-plugin-scorecards-common';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { evidenceApiRef } from '../../api';
import { EvidenceButton } from './EvidenceButton';

const REF = 'system:default/transfers';
const HASH = 'a'.repeat(64);
const AT = '2026-11-05T23:59:59.999Z';

const PACK: EvidencePack = {
  format: 'synchrony-evidence-pack/1',
  entityRef: REF,
  at: AT,
  isRecorded: true,
  isPartial: true,
  scorecards: [
    {
      id: 'essentials',
      version: 3,
      title: 'Essentials',
      sha256: HASH,
      checks: [],
    },
  ],
  entities: [
    {
      entityRef: 'component:default/api',
      ownerRefs: ['group:default/payments'],
      partOf: [REF],
      placeRecordedAt: '2026-11-20T00:00:00.000Z',
      redacted: false,
      standings: [
        {
          scorecardId: 'essentials',
          version: 3,
          level: 'bronze',
          waivers: 1,
          waiting: [],
          checks: [
            {
              id: 'build.deps-in-sla',
              version: 2,
              outcome: 'waived',
              recordedAt: '2026-11-07T00:00:00.000Z',
            },
            { id: 'build.sbom', version: 1, outcome: 'unknown' },
          ],
        },
      ],
      overdue: [
        {
          fact: 'ingestion.overdue.sca.high',
          title: 'Overdue',
          value: 2,
          asOf: '2026-11-01T00:00:00.000Z',
        },
      ],
    },
  ],
  records: [
    {
      source: 'ingestion',
      kind: 'waiver',
      id: 'w',
      entityRef: 'component:default/api',
      title: 'Check',
      status: 'active',
      details: [],
      steps: [],
    },
  ],
  sources: [{ source: 'ingestion', state: 'partial' }],
  notIncluded: [{ what: 'Waivers: who approved.', where: 'Ingestion' }],
};

class FakeEvidenceApi implements EvidenceApi {
  pack: EvidencePack = PACK;
  error?: Error;
  readonly drawn: string[] = [];
  readonly exported: EvidencePackFormat[] = [];

  async getEvidencePack(_: string, at: string): Promise<SealedEvidencePack> {
    this.drawn.push(at);
    if (this.error) {
      throw this.error;
    }
    return { pack: { ...this.pack, at }, sha256: HASH };
  }

  async exportEvidencePack(_: string, __: string, format: EvidencePackFormat) {
    this.exported.push(format);
    return new Blob(['pack']);
  }
}

function setup(api: FakeEvidenceApi) {
  return renderInTestApp(<EvidenceButton entityRef={REF} day="2026-11-05" />, {
    apis: [
      [evidenceApiRef, api],
      [permissionApiRef, { authorize: async () => ({ result: 'ALLOW' }) }],
    ] as never,
  });
}

async function open(api: FakeEvidenceApi) {
  setup(api);
  await userEvent.click(
    await screen.findByRole('button', { name: 'Evidence pack…' }),
  );
  return screen.findByRole('dialog');
}

const show = () =>
  userEvent.click(screen.getByRole('button', { name: 'Show the pack' }));

describe('evidence packs', () => {
  it('shows what is in the pack of a day, what is not, and its hash', async () => {
    const api = new FakeEvidenceApi();
    const dialog = await open(api);
    expect(api.drawn).toEqual([]);
    await show();

    expect(await within(dialog).findByText(HASH)).toBeInTheDocument();
    expect(api.drawn).toEqual([AT]);
    expect(
      within(dialog).getByText(
        '1 component, 2 outcomes: 1 waived, 1 unknown · 2 overdue findings, as checks were told · 1 waiver or other record',
      ),
    ).toBeInTheDocument();
    expect(within(dialog).getByText(/Bronze/)).toHaveTextContent('Bronze 1');
    expect(
      within(dialog).getByText(/You may see only some of the catalog/),
    ).toBeInTheDocument();
    expect(
      within(dialog).getByText(/1 outcome became known only after this time/),
    ).toBeInTheDocument();
    expect(
      within(dialog).getByText(/owner and place were first recorded later/),
    ).toBeInTheDocument();
    expect(
      within(dialog).getByText(/Waivers: who approved/),
    ).toBeInTheDocument();
    expect(await axe(dialog)).toHaveNoViolations();
  });

  it('saves the pack in each format, and draws anew for another day', async () => {
    const api = new FakeEvidenceApi();
    const dialog = await open(api);
    const names: string[] = [];
    jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(function click(this: HTMLAnchorElement) {
        names.push(this.download);
      });
    Object.assign(URL, {
      createObjectURL: () => 'blob:pack',
      revokeObjectURL: () => {},
    });
    await show();
    for (const format of ['JSON', 'Markdown', 'CSV']) {
      await userEvent.click(
        await within(dialog).findByRole('button', { name: format }),
      );
    }
    await waitFor(() => expect(names).toHaveLength(3));
    expect(api.exported).toEqual(['json', 'markdown', 'csv']);
    expect(names[1]).toBe(
      'evidence-system-default-transfers-2026-11-05T23-59-59.999Z.md',
    );

    fireEvent.change(within(dialog).getByLabelText('As of the end of'), {
      target: { value: '2026-11-01' },
    });
    expect(within(dialog).queryByText(HASH)).not.toBeInTheDocument();
    await show();
    expect(await within(dialog).findByText(HASH)).toBeInTheDocument();
    expect(api.drawn.at(-1)).toBe('2026-11-01T23:59:59.999Z');
  });

  it('says when nothing is recorded, what failed, and who may', async () => {
    const api = new FakeEvidenceApi();
    api.pack = { ...PACK, isRecorded: false, entities: [], scorecards: [] };
    const dialog = await open(api);
    await show();
    expect(
      await within(dialog).findByText('Nothing is recorded of this moment'),
    ).toBeInTheDocument();

    api.error = new Error('Down');
    await show();
    expect(
      await within(dialog).findByText('No evidence pack'),
    ).toBeInTheDocument();
    expect(
      within(dialog).queryByRole('button', { name: 'JSON' }),
    ).not.toBeInTheDocument();

    api.error = new NotAllowedError('No');
    await show();
    expect(
      await within(dialog).findByText(/Packs are for auditors/),
    ).toBeInTheDocument();
  });
});
