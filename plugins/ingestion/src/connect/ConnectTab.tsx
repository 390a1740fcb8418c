import { useAppSearchParams } from '@backstage/frontend-plugin-api';
import { Card, Container } from '@backstage/ui';
import { PanelEmpty } from '@synchrony/ui';
import { ComponentPicker } from '../entityPicker';
import { ConnectEntity } from './ConnectEntity';
import panel from '../panel/panel.module.css';

const ENTITY = 'entity';

/** What people copy into a shell is nothing else than a ref. */
const PLAIN_REF = /^[a-z][\w-]*:[\w.-]+\/[\w.-]+$/i;

/** From no report to the first one, for a component that one chooses. */
export function ConnectTab() {
  const [params, setParams] = useAppSearchParams();
  const named = params.get(ENTITY) ?? '';
  const entityRef = PLAIN_REF.test(named) ? named : undefined;
  return (
    <main>
      <Container>
        <p className={panel.lead}>
          Three steps to the first report, about five minutes. Any of the
          formats that are understood will do; none has to be named.
        </p>
        <Card>
          <div className={`${panel.pad} ${panel.form}`}>
            <h2 className={panel.title}>Connect a pipeline</h2>
            <ComponentPicker
              label="Which component?"
              initial={entityRef}
              onChange={ref =>
                setParams(ref ? { [ENTITY]: ref } : {}, { replace: true })
              }
            />
            {entityRef ? (
              <ConnectEntity entityRef={entityRef} />
            ) : (
              <PanelEmpty title="Choose a component">
                What to copy is shown with its own ref.
              </PanelEmpty>
            )}
          </div>
        </Card>
      </Container>
    </main>
  );
}
