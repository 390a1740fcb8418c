import { Button } from '@backstage/ui';
import { DraftInfo } from '@synchrony/backstage-plugin-scorecards-common';
import { useState } from 'react';
import cards from '../Portfolio/Portfolio.module.css';
import { DryRunOutcome } from './DryRunOutcome';
import { useDryRun } from './useDryRun';

function nameOf({ id, kind, version }: DraftInfo): string {
  return `${kind} ${id}@${version}`;
}

/** What files propose, and who would change level by it. */
export function DraftsCard(props: {
  drafts: DraftInfo[];
  /** Whether the viewer may try them out. */
  manageable: boolean;
}) {
  const { drafts, manageable } = props;
  const dryRun = useDryRun();
  const [tried, setTried] = useState<string>();
  return (
    <section className={cards.card} aria-labelledby="definition-drafts">
      <h2 id="definition-drafts">Drafts</h2>
      <p className={cards.sub}>
        {drafts.length === 0
          ? 'No file proposes anything. One that says “status: draft” shows here and counts for nobody.'
          : 'Files that say “status: draft”. They count for nobody; taking that line away activates them.'}
      </p>
      {drafts.length > 0 && (
        <div className={cards.scroll}>
          <table className={cards.table} aria-label="Drafts">
            <thead>
              <tr>
                <th scope="col">Draft</th>
                <th scope="col">Version</th>
                <th scope="col">File</th>
                {manageable && <th scope="col">Effect today</th>}
              </tr>
            </thead>
            <tbody>
              {drafts.map(draft => (
                <tr key={nameOf(draft)}>
                  <th scope="row">
                    {draft.title}
                    <div className={cards.muted}>
                      {draft.kind === 'check' ? 'Check' : 'Scorecard'}{' '}
                      {draft.id}
                    </div>
                  </th>
                  <td>
                    {draft.version}
                    <div className={cards.muted}>
                      {draft.replaces === undefined
                        ? 'new'
                        : `in use is ${draft.replaces}`}
                    </div>
                  </td>
                  <td>
                    <code>{draft.file}</code>
                  </td>
                  {manageable && (
                    <td>
                      <Button
                        size="small"
                        variant="secondary"
                        isDisabled={dryRun.isBusy}
                        aria-label={`Dry run of ${draft.title}, version ${draft.version}`}
                        onPress={() => {
                          const { id, kind, version } = draft;
                          setTried(`${draft.title}, version ${version}`);
                          dryRun.run({ draft: { id, kind, version } });
                        }}
                      >
                        Dry run
                      </Button>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {tried && (
        <p className={cards.legend}>
          {dryRun.isBusy
            ? `Evaluating ${tried} …`
            : `Dry run of ${tried}. Nothing was stored or activated.`}
        </p>
      )}
      <DryRunOutcome dryRun={dryRun} />
    </section>
  );
}
