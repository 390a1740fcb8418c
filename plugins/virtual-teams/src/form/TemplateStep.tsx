import { Button, Radio, RadioGroup } from '@backstage/ui';
import {
  TEAM_KINDS,
  TeamTemplate,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { LivePanel, PanelForbidden } from '@synchrony/ui';
import { useTeamSettings } from '../api';
import { KIND_EXPLAINED, KIND_WORDS } from '../words';
import { StepProps } from './stepProps';
import styles from './form.module.css';

/** With what the team begins. */
export function TemplateStep(
  props: StepProps & { onTemplate: (template: TeamTemplate) => void },
) {
  const { definition, onChange, onTemplate } = props;
  const live = useTeamSettings();
  return (
    <>
      <RadioGroup
        label="What kind of team?"
        value={definition.kind}
        onChange={value =>
          onChange({
            kind: TEAM_KINDS.find(each => each === value) ?? definition.kind,
          })
        }
      >
        {TEAM_KINDS.map(kind => (
          <Radio key={kind} value={kind}>
            {`${KIND_WORDS[kind]}: ${KIND_EXPLAINED[kind].toLowerCase()}`}
          </Radio>
        ))}
      </RadioGroup>
      <h3>Or begin with a template</h3>
      <LivePanel
        live={live}
        subject="Templates"
        height={160}
        forbidden={<PanelForbidden title="You can't see the templates." />}
      >
        {({ settings }) => (
          <ul className={styles.list}>
            {settings.templates.map(template => (
              <li key={template.id}>
                <Button
                  size="small"
                  variant="secondary"
                  onPress={() => onTemplate(template)}
                >
                  {template.title}
                </Button>{' '}
                {template.description}
              </li>
            ))}
          </ul>
        )}
      </LivePanel>
    </>
  );
}
